// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two small tools the chat server is built on: a way to run blocking work on a thread pool, and
// a lock that coroutines wait for without holding up the loop.
#pragma once

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/use_awaitable.hpp>

#include <type_traits>
#include <utility>
#include <variant>

namespace chat {

using asio::awaitable;

/// Completes with a tuple that starts with the error code, instead of throwing it.
inline constexpr asio::experimental::as_tuple_t<asio::use_awaitable_t<>> as_result;

/// Runs `work` on `executor`, usually a thread pool's, and resumes the caller with its result on
/// the executor it came from.
template <typename Executor, typename Work>
awaitable<std::invoke_result_t<Work &>> offload(Executor executor, Work work) {
  using Result = std::invoke_result_t<Work &>;
  co_return co_await asio::co_spawn(
      executor, [work = std::move(work)]() mutable -> awaitable<Result> { co_return work(); },
      asio::use_awaitable);
}

/// A lock for coroutines of one executor; held while a Guard lives.
class AsyncMutex {
public:
  class Guard {
  public:
    explicit Guard(AsyncMutex &owner) : owner_(&owner) {}
    Guard(Guard &&other) noexcept : owner_(std::exchange(other.owner_, nullptr)) {}
    Guard &operator=(Guard &&) = delete;
    ~Guard() {
      if (owner_)
        owner_->held_.try_receive([](auto...) {});
    }

  private:
    AsyncMutex *owner_;
  };

  explicit AsyncMutex(const asio::any_io_executor &executor) : held_(executor, 1) {}

  awaitable<Guard> lock() {
    co_await held_.async_send(asio::error_code{}, {}, asio::use_awaitable);
    co_return Guard(*this);
  }

private:
  asio::experimental::channel<void(asio::error_code, std::monostate)> held_;
};

} // namespace chat
