// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Runner.h"

#include "asynctidy/Parse.h"
#include "report/Paths.h"

#include <clang/Basic/Stack.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Format.h>
#include <llvm/Support/thread.h>

#include <atomic>
#include <mutex>

namespace asynctidy::driver {
namespace {

/// A line on the terminal that always says what was started last.
class Progress {
public:
  Progress(size_t total, bool isShown) : total_(total), isShown_(isShown) {
    (void)llvm::sys::fs::current_path(directory_);
  }
  ~Progress() {
    if (isShown_)
      llvm::errs() << clearLine;
  }

  void start(llvm::StringRef file) {
    if (!isShown_)
      return;
    std::lock_guard lock(mutex_);
    unsigned width = std::to_string(total_).size();
    llvm::errs() << clearLine << '[' << llvm::format_decimal(++started_, width) << '/' << total_
                 << "] " << report::relativeTo(directory_, file);
  }

private:
  static constexpr llvm::StringLiteral clearLine = "\r\033[K";
  llvm::SmallString<128> directory_;
  std::mutex mutex_;
  size_t started_ = 0;
  size_t total_;
  bool isShown_;
};

} // namespace

void forEachIndex(size_t count, unsigned threads, llvm::function_ref<void(size_t)> work) {
  std::atomic<size_t> next = 0;
  auto drain = [&] {
    for (size_t i = next++; i < count; i = next++)
      work(i);
  };
  // The parser recurses deeply: not every system gives threads the stack that it wants.
  std::vector<llvm::thread> workers;
  for (unsigned i = 0; i < std::min<size_t>(threads, count); ++i)
    workers.emplace_back(std::optional<unsigned>(clang::DesiredStackSize), drain);
  for (llvm::thread &worker : workers)
    worker.join();
}

std::vector<UnitResult> runJobs(llvm::ArrayRef<Job> jobs, unsigned threads,
                                const AnalysisSettings &settings, bool showProgress) {
  initializeTargets();
  std::vector<UnitResult> results(jobs.size());
  Progress progress(jobs.size(), showProgress);
  forEachIndex(jobs.size(), threads, [&](size_t i) {
    progress.start(jobs[i].unit->file);
    results[i] = analyse(*jobs[i].unit, *jobs[i].options, settings);
  });
  return results;
}

} // namespace asynctidy::driver
