// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/aio.h>
#include <aio/testing.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;

/// Takes all that aio reports. A report that the test does not expect fails it, and so does a
/// coroutine, future, handle or transport that outlives it.
class AioTest : public testing::Test {
protected:
  void SetUp() override {
    coroutines_ = aio::testing::live_coroutines();
    futures_ = aio::testing::live_futures();
    handles_ = aio::testing::live_handles();
    transports_ = aio::testing::live_transports();
    former_sink_ = aio::logger().set_sink([this](const aio::LogRecord &record) {
      reports_.push_back(std::string(aio::to_string(record.kind)) + ": " + record.message);
    });
  }

  void TearDown() override {
    aio::logger().set_sink(std::move(former_sink_));
    for (const std::string &report : reports_) {
      // On a busy machine every callback may be slow.
      if (!report.starts_with("warning: Executing <") && !report.starts_with("warning: poll "))
        ADD_FAILURE() << "unexpected report: " << report;
    }
    EXPECT_EQ(aio::testing::live_coroutines(), coroutines_) << "a coroutine frame leaks";
    EXPECT_EQ(aio::testing::live_futures(), futures_) << "a future leaks";
    EXPECT_EQ(aio::testing::live_handles(), handles_) << "a handle leaks";
    EXPECT_EQ(aio::testing::live_transports(), transports_) << "a transport leaks";
  }

  /// Some report has this text. Takes that one out and returns it.
  std::string expect_report(const std::string &text) {
    const auto has_text = [&](const std::string &report) {
      return report.find(text) != std::string::npos;
    };
    const auto found = std::find_if(reports_.begin(), reports_.end(), has_text);
    if (found == reports_.end()) {
      ADD_FAILURE() << "no report has: " << text;
      return "";
    }
    const std::string report = *found;
    reports_.erase(found);
    return report;
  }

private:
  std::vector<std::string> reports_;
  aio::Logger::Sink former_sink_;
  long coroutines_ = 0;
  long futures_ = 0;
  long handles_ = 0;
  long transports_ = 0;
};

/// At the begin of a test that asserts an order which a shuffled loop does not keep: that of
/// what different tasks and callbacks have scheduled (testing::shuffle_ready() says which).
#define NEEDS_ORDER()                                                                              \
  if (aio::testing::shuffle_seed())                                                                \
  GTEST_SKIP() << "asserts the order of independent callbacks"

/// The message of the exception of that type that the call throws.
template <class E, class F> std::string message_of(F call) {
  try {
    call();
  } catch (const E &error) {
    return error.what();
  } catch (...) {
    return "another exception";
  }
  return "no exception";
}
