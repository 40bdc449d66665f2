// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "work.h"

#include <chrono>
#include <fstream>
#include <thread>
#include <utility>

namespace {

std::uint64_t checksum(const std::string &text) {
  std::uint64_t hash = 1469598103934665603u;
  for (unsigned char c : text)
    hash = (hash ^ c) * 1099511628211u;
  // As if it were much.
  std::this_thread::sleep_for(std::chrono::milliseconds(10 * text.size()));
  return hash;
}

} // namespace

void Journal::add(std::string line) {
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
  if (lines_.size() % 4 == 0)
    flush(); // Trap: a coroutine that nobody awaits.
}

aio::Coroutine<void> Journal::flush() {
  const std::lock_guard lock(mutex_); // Trap: held while others run, who wait for it.
  if (path_.empty())
    throw aio::ValueError("there is no journal");
  co_await aio::to_thread([this] {
    std::ofstream file(path_, std::ios::app);
    for (const std::string &line : lines_)
      file << line << '\n';
  });
  lines_.clear();
}

aio::Coroutine<void> Journal::flush_every(aio::Duration interval) {
  while (true) {
    try {
      co_await aio::sleep(interval);
      co_await flush();
    } catch (...) {
      // Trap: a cancellation ends here, too, and the loop goes on.
    }
  }
}

aio::Coroutine<std::uint64_t> Digests::digest(std::string text) {
  auto result = aio::get_running_loop().create_future<std::uint64_t>();
  co_await jobs_.put({std::move(text), result});
  co_return co_await result;
}

aio::Coroutine<void> Digests::work() {
  auto &loop = aio::get_running_loop();
  while (true) {
    const Job job = co_await jobs_.get();
    const std::uint64_t hash =
        co_await loop.run_in_executor([text = job.text] { return checksum(text); });
    job.result.set_result(
        hash); // Trap: who waited may have been cancelled, and the result with him.
    ++rounds_;
  }
}

aio::Coroutine<void> Digests::warm_up() {
  auto &loop = aio::get_running_loop();
  co_await loop.run_in_executor([this, &loop] {
    checksum("warm");
    loop.call_soon([this] { ++rounds_; }); // Trap: not the thread of the loop.
  });
}

aio::Coroutine<std::string> Commands::run(aio::Text program, aio::Text argument) {
  const auto slot = co_await slots_.scoped();
  const auto process =
      co_await aio::create_subprocess_exec({program, argument}, {.stdout_ = aio::subprocess::pipe});
  // Trap: when the time is over nobody ends the process.
  const auto [output, errors] = co_await aio::wait_for(process.communicate(), 0.2);
  co_return std::string(output);
}
