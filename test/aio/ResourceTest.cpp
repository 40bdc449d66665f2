// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <aio/loop_state.h>

#include <memory>
#include <optional>
#include <uv.h>

namespace {

using aio::detail::LoopState;

/// How what is open towards the outside lives by a loop.
class ResourceTest : public AioTest {
protected:
  aio::EventLoop loop;
  LoopState &state = aio::detail::loop_state(loop);
};

struct Resource final : aio::detail::Resource {
  Resource(std::string &log, char name) : log(log), name(name) {}
  void loop_closing() noexcept override { log += name; }
  std::string &log;
  char name;
};

TEST_F(ResourceTest, HearsOfTheEndOfTheLoopInTheOrderOfOpening) {
  std::string log;
  Resource a(log, 'a'), b(log, 'b'), c(log, 'c'), d(log, 'd');
  for (Resource *resource : {&a, &b, &c, &d, &b})
    state.resources.add(*resource);
  state.resources.remove(c);
  state.resources.remove(c);
  loop.close();
  EXPECT_EQ(log, "abd");
  EXPECT_EQ(state.resources.first(), nullptr);
}

TEST_F(ResourceTest, CallbacksOfLibuvEnterTheLoop) {
  struct Timer {
    uv_timer_t uv;
    LoopState *loop;
    std::string log;
  } timer{{}, &state, ""};
  uv_timer_init(state.uv(), &timer.uv);
  timer.uv.data = &timer;
  const auto expired = [](uv_timer_t *uv) {
    auto *timer = static_cast<Timer *>(uv->data);
    timer->loop->enter([timer] {
      timer->log += 'b';
      timer->loop->stop();
    });
    timer->log += 'a';
  };
  uv_timer_start(&timer.uv, expired, 1, 0);
  loop.run_forever();
  EXPECT_EQ(timer.log, "ab");
  loop.close();
  EXPECT_TRUE(uv_is_closing(reinterpret_cast<uv_handle_t *>(&timer.uv)));
  EXPECT_EQ(state.uv(), nullptr);
}

/// libuv calls what is due before it waits, and would then wait for something else.
TEST_F(ResourceTest, WhatIsDueBeforeTheLoopWaitsEntersIt) {
  uv_timer_t timer;
  uv_timer_init(state.uv(), &timer);
  timer.data = &state;
  const auto expired = [](uv_timer_t *uv) {
    auto *state = static_cast<LoopState *>(uv->data);
    state->enter([state] { state->stop(); });
  };
  uv_timer_start(&timer, expired, 0, 0);
  loop.run_forever();
  loop.close();
}

TEST_F(ResourceTest, WhatEntersAClosedLoopIsDropped) {
  loop.close();
  auto alive = std::make_shared<int>(1);
  state.enter([alive] { FAIL(); });
  EXPECT_EQ(alive.use_count(), 1);
}

} // namespace
