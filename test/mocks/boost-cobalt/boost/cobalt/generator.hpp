// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/cobalt/promise.hpp>

namespace boost::cobalt {

template <typename Yield> struct generator;

namespace detail {

template <typename Yield> struct generator_receiver {
  struct awaitable {
    generator_receiver *self;
    bool await_ready() const;
    template <typename Promise> bool await_suspend(std::coroutine_handle<Promise> handle);
    Yield await_resume();
  };
  awaitable get_awaitable() { return awaitable{this}; }

  std::exception_ptr exception;
  bool done = false;
};

template <typename Yield> struct generator_promise {
  [[nodiscard]] generator<Yield> get_return_object() { return generator<Yield>{this}; }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  std::suspend_always yield_value(Yield value);
  void return_value(Yield value);
  void unhandled_exception() { receiver->exception = std::current_exception(); }

  generator_receiver<Yield> *receiver;
};

} // namespace detail

template <typename Yield> struct [[nodiscard]] generator {
  generator(generator &&other) noexcept = default;
  generator(const generator &) = delete;
  ~generator() { cancel(); }

  explicit operator bool() const;
  void cancel(asio::cancellation_type type = asio::cancellation_type::all);
  bool ready() const;
  auto operator co_await() { return receiver_.get_awaitable(); }

  using promise_type = detail::generator_promise<Yield>;

private:
  friend struct detail::generator_promise<Yield>;
  generator(detail::generator_promise<Yield> *generator) {}
  detail::generator_receiver<Yield> receiver_;
};

} // namespace boost::cobalt
