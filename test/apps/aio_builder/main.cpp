// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small build tool on aio: it reads a list of steps with their dependencies, runs independent
// steps side by side up to a limit, computes checksums on the thread pool, shows progress, and
// reports what failed.
//
//   aio_builder [--jobs N] [STEPS-FILE]
//
// A line of the file: name duration-in-ms [dependency...]. A duration of 0 marks a step that fails.

#include <aio/aio.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace builder {

struct Step {
  std::string name;
  int milliseconds = 0;
  std::vector<std::string> needs;
};

struct BuildError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Steps

const char *const example = "configure 40\n"
                            "lexer 60 configure\n"
                            "parser 80 configure\n"
                            "docs 30\n"
                            "library 50 lexer parser\n"
                            "tests 70 library\n"
                            "package 20 tests docs\n";

std::vector<Step> parse(std::istream &in) {
  std::vector<Step> steps;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    Step step;
    if (!(words >> step.name >> step.milliseconds))
      continue;
    for (std::string need; words >> need;)
      step.needs.push_back(need);
    steps.push_back(std::move(step));
  }
  return steps;
}

std::uint64_t checksum(const std::string &text) {
  std::uint64_t hash = 1469598103934665603u;
  for (int round = 0; round < 2000; ++round)
    for (unsigned char c : text)
      hash = (hash ^ c) * 1099511628211u;
  return hash;
}

/// Waits for a lock file of another build to go away.
void wait_for_lock(const std::string &path) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::FILE *lock = std::fopen(path.c_str(), "rx");
    if (!lock)
      return;
    std::fclose(lock);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

// A limit on what runs side by side

class Slots {
public:
  explicit Slots(int count) : free_(count) {}

  /// Holds a slot until it is destroyed.
  class Lease {
  public:
    explicit Lease(Slots &slots) : slots_(&slots) {}
    Lease(Lease &&other) noexcept : slots_(std::exchange(other.slots_, nullptr)) {}
    ~Lease() {
      if (slots_)
        slots_->give_back();
    }

  private:
    Slots *slots_;
  };

  aio::Coroutine<Lease> acquire() {
    while (free_ == 0) {
      auto turn = aio::get_running_loop().create_future();
      waiting_.push_back(turn);
      co_await turn;
    }
    --free_;
    co_return Lease(*this);
  }

private:
  void give_back() {
    ++free_;
    if (waiting_.empty())
      return;
    auto next = waiting_.front();
    waiting_.erase(waiting_.begin());
    if (!next.done())
      next.set_result();
  }

  int free_;
  std::vector<aio::Future<>> waiting_;
};

// The build

class Build {
public:
  Build(std::vector<Step> steps, int jobs) : steps_(std::move(steps)), slots_(jobs) {}

  aio::Coroutine<int> run();

private:
  aio::Coroutine<void> run_step(const Step &step);
  aio::Coroutine<void> work(const Step &step);
  aio::Coroutine<void> retry(const Step &step);
  aio::Coroutine<void> record(std::string entry);
  aio::Coroutine<void> publish();
  aio::Coroutine<int> summary();
  aio::Coroutine<std::uint64_t> fingerprint() const;
  aio::Coroutine<aio::Coroutine<int>> choose_summary();
  aio::Coroutine<void> flaky(int attempt);
  void tick();

  std::vector<Step> steps_;
  Slots slots_;
  std::map<std::string, aio::Task<void>> tasks_;
  std::vector<std::string> journal_;
  std::map<std::string, std::function<void()>> hooks_;
  int done_ = 0;
  bool verbose_ = std::getenv("BUILDER_VERBOSE") != nullptr;
};

aio::Coroutine<void> Build::record(std::string entry) {
  co_await aio::sleep(0);
  journal_.push_back(std::move(entry));
}

aio::Coroutine<void> Build::flaky(int attempt) {
  co_await aio::sleep(0.001);
  if (attempt == 0)
    throw BuildError("spurious failure");
}

aio::Coroutine<void> Build::retry(const Step &step) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      co_await flaky(attempt);
      co_return;
    } catch (const BuildError &error) {
      record("retry " + step.name + ": " + error.what());
    }
    co_await aio::sleep(0.001);
  }
}

aio::Coroutine<void> Build::work(const Step &step) {
  if (step.milliseconds == 0)
    throw BuildError(step.name + " failed");
  if (step.name == "configure" && std::getenv("BUILDER_LOCK"))
    wait_for_lock(std::getenv("BUILDER_LOCK"));
  co_await aio::sleep(step.milliseconds / 1000.0);
  auto sum = co_await aio::get_running_loop().run_in_executor(
      [text = step.name] { return checksum(text); });
  co_await record(step.name + " " + std::to_string(sum));
  if (verbose_)
    (void)record(step.name + " is done");
}

aio::Coroutine<void> Build::run_step(const Step &step) {
  for (const std::string &need : step.needs) {
    auto found = tasks_.find(need);
    if (found == tasks_.end())
      throw BuildError(step.name + " needs " + need + ", which is no step");
    co_await found->second;
  }
  auto slot = slots_.acquire();
  co_await work(step);
  ++done_;
}

/// Shown while the build runs.
void Build::tick() {
  std::fprintf(stderr, "%d of %zu steps\n", done_, steps_.size());
  if (done_ < static_cast<int>(steps_.size()))
    aio::get_running_loop().call_later(0.05, [this] { tick(); });
}

aio::Coroutine<std::uint64_t> Build::fingerprint() const {
  std::string all;
  for (const std::string &entry : journal_)
    all += entry;
  // Parts are hashed side by side; the pool is where that belongs.
  std::vector<aio::Future<std::uint64_t>> parts;
  for (std::size_t begin = 0; begin < all.size(); begin += 64)
    parts.push_back(aio::get_running_loop().run_in_executor(
        [part = all.substr(begin, 64)] { return checksum(part); }));
  std::uint64_t sum = 0;
  for (auto &part : parts)
    sum ^= co_await part;
  co_return sum;
}

aio::Coroutine<void> Build::publish() {
  const char *target = std::getenv("BUILDER_PUBLISH");
  if (!target)
    co_return;
  // Slow disks are the thread pool's.
  std::string path = target;
  std::string text;
  for (const std::string &entry : journal_)
    text += entry + "\n";
  co_await aio::to_thread([path, text] {
    std::ofstream out(path);
    out << text;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  });
  std::ifstream check(path);
  std::string first;
  std::getline(check, first);
  co_await record("published " + first);
}

aio::Coroutine<int> Build::summary() {
  auto sum = co_await fingerprint();
  std::printf("%d of %zu steps, journal %016llx\n", done_, steps_.size(),
              static_cast<unsigned long long>(sum));
  co_return done_ == static_cast<int>(steps_.size()) ? 0 : 1;
}

aio::Coroutine<aio::Coroutine<int>> Build::choose_summary() {
  co_await aio::sleep(0);
  co_return summary();
}

aio::Coroutine<int> Build::run() {
  auto &loop = aio::get_running_loop();
  hooks_["verbose"] = [this] { verbose_ = true; };
  hooks_["journal"] = [this] { return record("asked for"); };
  loop.call_soon([this] { tick(); });
  if (verbose_)
    loop.call_soon([this] { return publish(); });

  for (const Step &step : steps_)
    tasks_.emplace(step.name, loop.create_task(run_step(step)));

  int failures = 0;
  for (auto &[name, task] : tasks_) {
    try {
      co_await task;
    } catch (const BuildError &error) {
      ++failures;
      std::fprintf(stderr, "%s\n", error.what());
    }
  }

  for (const Step &step : steps_)
    co_await retry(step);
  if (verbose_) {
    loop.create_task(record("verbose"));
    auto lines = std::async(std::launch::async, [this] { return journal_.size(); });
    std::fprintf(stderr, "%zu lines\n", lines.get());
    auto early = loop.run_in_executor([this] { return publish(); });
    co_await early;
    co_await choose_summary();
  }
  co_await publish();
  int result = co_await co_await choose_summary();
  co_return failures ? 1 : result;
}

} // namespace builder

int main(int argc, char **argv) {
  int jobs = 2;
  const char *path = nullptr;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--jobs") == 0 && i + 1 < argc)
      jobs = std::atoi(argv[++i]);
    else
      path = argv[i];
  }
  std::vector<builder::Step> steps;
  if (path) {
    std::ifstream file(path);
    if (!file) {
      std::fprintf(stderr, "aio_builder: cannot read %s\n", path);
      return 2;
    }
    steps = builder::parse(file);
  } else {
    std::istringstream text(builder::example);
    steps = builder::parse(text);
  }
  return aio::run(builder::Build(std::move(steps), jobs < 1 ? 1 : jobs).run());
}
