// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/aio.h>
#include <aio/net.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

/// Lines that any thread adds and one file gets.
class Journal {
public:
  explicit Journal(std::string path) : path_(std::move(path)) {}
  void add(std::string line);
  aio::Coroutine<void> flush();
  aio::Coroutine<void> flush_every(aio::Duration interval);

private:
  std::string path_;
  std::mutex mutex_;
  std::vector<std::string> lines_;
};

/// Checksums, computed in the thread pool, one at a time for each worker.
class Digests {
public:
  aio::Coroutine<std::uint64_t> digest(std::string text);
  aio::Coroutine<void> work();
  aio::Coroutine<void> warm_up();
  long rounds() const { return rounds_; }

private:
  struct Job {
    std::string text;
    aio::Future<std::uint64_t> result;
  };

  aio::Queue<Job> jobs_;
  long rounds_ = 0;
};

/// Other programs, a few at a time.
class Commands {
public:
  explicit Commands(int at_once) : slots_(at_once) {}
  aio::Coroutine<std::string> run(aio::Text program, aio::Text argument);

private:
  aio::Semaphore slots_;
};
