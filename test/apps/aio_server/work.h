// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/aio.h>
#include <aio/net.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

/// The queue has no room: come back later.
struct Busy : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Lines that any thread adds and one file gets.
class Journal {
public:
  /// An empty path: nothing is written.
  explicit Journal(std::string path) : path_(std::move(path)) {}
  /// On any thread.
  void add(std::string line);
  /// What was added so far is in the file.
  aio::Coroutine<void> flush();
  /// Until it is cancelled.
  aio::Coroutine<void> flush_every(aio::Duration interval);

private:
  std::string path_;
  /// Of the flushes, which must not overtake each other.
  aio::Lock order_;
  std::mutex mutex_;
  std::vector<std::string> lines_;
};

/// Checksums, computed in the thread pool, one at a time for each worker.
class Digests {
public:
  Digests(int room, Journal &journal) : jobs_(room), journal_(&journal) {}
  /// Throws Busy if too many wait already.
  aio::Coroutine<std::uint64_t> digest(std::string text);
  /// A worker; until it is cancelled.
  aio::Coroutine<void> work();
  /// How much has been computed since the start.
  long rounds() const { return rounds_; }

private:
  struct Job {
    std::string text;
    aio::Future<std::uint64_t> result;
  };

  aio::Queue<Job> jobs_;
  Journal *journal_;
  long rounds_ = 0;
};

/// Other programs, a few at a time.
class Commands {
public:
  Commands(int at_once, aio::Duration limit) : slots_(at_once), limit_(limit) {}
  /// What the program writes. One that takes too long is killed; throws aio::TimeoutError then.
  aio::Coroutine<std::string> run(aio::Text program, aio::Text argument, std::string input);

private:
  aio::Semaphore slots_;
  aio::Duration limit_;
};
