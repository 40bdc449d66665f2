// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The log of everything said. All file access happens on the one thread that it owns.
#pragma once

#include "async.h"

#include <asio/thread_pool.hpp>

#include <chrono>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace chat {

class History {
public:
  explicit History(std::filesystem::path path) : path_(std::move(path)) { reopen(); }

  const std::filesystem::path &path() const { return path_; }

  awaitable<void> append(std::string line) {
    return offload(writer_.get_executor(),
                   [this, line = std::move(line)] { file_ << line << '\n'; });
  }

  awaitable<void> flush() {
    return offload(writer_.get_executor(), [this] { file_.flush(); });
  }

  /// The last `count` lines, oldest first.
  awaitable<std::deque<std::string>> tail(std::size_t count) {
    co_await flush();
    co_return co_await offload(writer_.get_executor(), [path = path_, count] {
      std::deque<std::string> lines;
      std::ifstream in(path);
      for (std::string line; std::getline(in, line);) {
        lines.push_back(std::move(line));
        if (lines.size() > count)
          lines.pop_front();
      }
      return lines;
    });
  }

  /// Moves the log aside and starts a new one.
  awaitable<void> rotate() {
    co_await offload(writer_.get_executor(), [this] {
      file_.close();
      std::filesystem::rename(path_, path_.string() + ".1");
      reopen();
    });
  }

private:
  void reopen() {
    using namespace std::chrono_literals;
    for (int attempt = 0; attempt < 3; ++attempt) {
      file_.clear();
      file_.open(path_, std::ios::app);
      if (file_)
        return;
      std::this_thread::sleep_for(20ms); // a network share may still be waking up
    }
  }

  std::filesystem::path path_;
  std::ofstream file_;
  asio::thread_pool writer_{1}; // last: joined before what it works on goes
};

} // namespace chat
