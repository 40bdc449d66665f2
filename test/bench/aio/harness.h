// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdio>
#include <ctime>
#include <exception>
#include <string_view>

/// One thing to measure: runs the operation so many times.
struct Benchmark {
  const char *name;
  void (*run)(long count);
};

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Nanoseconds of the processor for one operation, of a run that is long enough for the clock.
/// All that is measured keeps the processor busy, and others on the machine do not count.
inline double nanoseconds_of(const Benchmark &benchmark) {
  constexpr double enough_seconds = 0.2;
  for (long count = 1000;;) {
    const double start = processor_seconds();
    benchmark.run(count);
    const double taken = processor_seconds() - start;
    if (taken >= enough_seconds)
      return taken * 1e9 / static_cast<double>(count);
    const double factor = enough_seconds * 1.2 / taken;
    count = static_cast<long>(static_cast<double>(count) * (factor < 100 ? factor : 100)) + 1;
  }
}

/// `program NAME` prints nanoseconds; `program` prints the names.
template <class Benchmarks>
int run_benchmark(const Benchmarks &benchmarks, int argc, char **argv) try {
  for (const Benchmark &benchmark : benchmarks) {
    if (argc < 2) {
      std::printf("%s\n", benchmark.name);
    } else if (std::string_view(argv[1]) == benchmark.name) {
      std::printf("%.1f\n", nanoseconds_of(benchmark));
      return 0;
    }
  }
  return argc < 2 ? 0 : 2;
} catch (const std::exception &error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
