// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "work.h"

#include <fstream>
#include <utility>

void Journal::add(std::string line) {
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
}

aio::Coroutine<void> Journal::flush() {
  const auto turn = co_await order_.scoped();
  std::vector<std::string> lines;
  {
    const std::lock_guard lock(mutex_);
    lines.swap(lines_);
  }
  if (path_.empty() || lines.empty())
    co_return;
  // A call in the pool goes on when the flush is cancelled: it owns what it works on.
  co_await aio::to_thread([path = path_, lines = std::move(lines)] {
    std::ofstream file(path, std::ios::app);
    for (const std::string &line : lines)
      file << line << '\n';
  });
}

aio::Coroutine<void> Journal::flush_every(aio::Duration interval) {
  while (true) {
    co_await aio::sleep(interval);
    co_await flush();
  }
}

aio::Coroutine<std::uint64_t> Digests::digest(std::string text) {
  auto result = aio::get_running_loop().create_future<std::uint64_t>();
  try {
    jobs_.put_nowait({std::move(text), result});
  } catch (const aio::QueueFull &) {
    throw Busy("the queue is full");
  }
  co_return co_await result;
}

aio::Coroutine<void> Digests::work() {
  auto &loop = aio::get_running_loop();
  while (true) {
    const Job job = co_await jobs_.get();
    if (job.result.done())
      continue; // The client has gone, or its time is up.
    const auto compute = [this, &loop, text = job.text] {
      std::uint64_t hash = 1469598103934665603u;
      for (int round = 0; round < 4; ++round) {
        for (unsigned char c : text)
          hash = (hash ^ c) * 1099511628211u;
        loop.call_soon_threadsafe([this] { ++rounds_; });
      }
      journal_->add("digest of " + std::to_string(text.size()) + " bytes");
      return hash;
    };
    const std::uint64_t hash = co_await loop.run_in_executor(compute);
    if (!job.result.done())
      job.result.set_result(hash);
  }
}

aio::Coroutine<std::string> Commands::run(aio::Text program, aio::Text argument,
                                          std::string input) {
  const auto slot = co_await slots_.scoped();
  const auto process = co_await aio::create_subprocess_exec(
      {program, argument}, {.stdin_ = aio::subprocess::pipe, .stdout_ = aio::subprocess::pipe});
  std::exception_ptr failure;
  try {
    const auto [output, errors] = co_await aio::wait_for(process.communicate(input), limit_);
    co_return std::string(output);
  } catch (...) {
    failure = std::current_exception();
  }
  if (!process.returncode())
    process.kill();
  co_await process.wait();
  std::rethrow_exception(failure);
}
