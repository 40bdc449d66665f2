// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// checks: async-unforwarded-cancellation
#include <cppcoro/cancellation_source.hpp>
#include <cppcoro/cancellation_token.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/operation_cancelled.hpp>
#include <cppcoro/task.hpp>

using namespace std::chrono_literals;

cppcoro::task<void> polls(cppcoro::io_service &service, cppcoro::cancellation_token token) {
  while (!token.is_cancellation_requested())
    co_await service.schedule_after(1ms);
  // expect: async-unforwarded-cancellation: without the token
}

cppcoro::task<void> stops(cppcoro::io_service &service, cppcoro::cancellation_token token) {
  while (true)
    co_await service.schedule_after(1ms, token);
}

cppcoro::task<void> swallows(cppcoro::io_service &service, cppcoro::cancellation_token token) {
  while (true) {
    try {
      co_await service.schedule_after(1ms, token);
    } catch (...) { // expect: async-swallowed-cancellation: goes on
                    // fix: } catch (const cppcoro::operation_cancelled &) { throw; } catch (...) {
    }
  }
}

cppcoro::task<void> cannotBeCancelled(cppcoro::io_service &service) {
  while (true) {
    try {
      co_await service.schedule_after(1ms);
    } catch (...) {
    }
  }
}

cppcoro::task<void> cancels(cppcoro::io_service &service, cppcoro::cancellation_source &source) {
  source.request_cancellation();
  try {
    co_await service.schedule_after(1ms, source.token());
  } catch (...) {
  }
}
