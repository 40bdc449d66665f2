// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/poller.h>

#include <aio/exceptions.h>

#include <cmath>
#include <string>
#include <uv.h>

namespace aio::detail {

struct Poller::Uv {
  uv_loop_t loop;
  uv_async_t wake;
  uv_timer_t timer;
  /// Active from the end of the timer to the end of uv_run(). libuv runs timers before it
  /// computes how long to wait: if ours is due by then, it would wait without a limit.
  uv_idle_t timed_out;
};

namespace {

void check(int result, const char *what) {
  if (result < 0)
    throw RuntimeError((std::string(what) + ": " + uv_strerror(result)).c_str());
}

uv_handle_t *as_handle(void *handle) { return static_cast<uv_handle_t *>(handle); }
const uv_handle_t *as_handle(const void *handle) {
  return static_cast<const uv_handle_t *>(handle);
}

} // namespace

Poller::Poller() : uv_(std::make_unique<Uv>()) {
  check(uv_loop_init(&uv_->loop), "uv_loop_init");
  uv_timer_init(&uv_->loop, &uv_->timer);
  uv_idle_init(&uv_->loop, &uv_->timed_out);
  uv_->timer.data = &uv_->timed_out;
  if (const int result = uv_async_init(&uv_->loop, &uv_->wake, [](uv_async_t *) {})) {
    uv_close(as_handle(&uv_->timer), nullptr);
    uv_close(as_handle(&uv_->timed_out), nullptr);
    uv_run(&uv_->loop, UV_RUN_DEFAULT);
    uv_loop_close(&uv_->loop);
    check(result, "uv_async_init");
  }
}

Poller::~Poller() { close(); }

double Poller::time() { return static_cast<double>(uv_hrtime()) / 1e9; }

bool Poller::wait(std::optional<double> seconds) {
  if (seconds && *seconds <= 0) {
    uv_run(&uv_->loop, UV_RUN_NOWAIT);
    return true;
  }
  if (seconds) {
    // libuv counts whole milliseconds; rounding up avoids turns with nothing to do.
    uv_update_time(&uv_->loop);
    const auto expire = [](uv_timer_t *timer) {
      uv_idle_start(static_cast<uv_idle_t *>(timer->data), [](uv_idle_t *) {});
    };
    uv_timer_start(&uv_->timer, expire, static_cast<std::uint64_t>(std::ceil(*seconds * 1e3)), 0);
  }
  uv_run(&uv_->loop, UV_RUN_ONCE);
  const bool in_time = !uv_is_active(as_handle(&uv_->timed_out));
  uv_timer_stop(&uv_->timer);
  uv_idle_stop(&uv_->timed_out);
  return in_time;
}

Poller::Outside Poller::outside() const {
  if (uv_->loop.active_reqs.count > 0)
    return Outside::work;
  struct Search {
    const Uv *own;
    Outside found = Outside::nothing;
  } search{uv_.get()};
  const auto visit = [](uv_handle_t *handle, void *data) {
    Search &search = *static_cast<Search *>(data);
    if (!uv_is_active(handle) || handle == as_handle(&search.own->wake))
      return;
    if (handle->type == UV_PROCESS)
      search.found = Outside::work;
    else if (handle->type != UV_SIGNAL && search.found == Outside::nothing)
      search.found = Outside::input;
  };
  uv_walk(&uv_->loop, visit, &search);
  return search.found;
}

void Poller::wake() noexcept { uv_async_send(&uv_->wake); }

void Poller::stop_waiting() noexcept { uv_stop(&uv_->loop); }

uv_loop_s *Poller::uv() const noexcept { return uv_ ? &uv_->loop : nullptr; }

void Poller::close() {
  if (!uv_)
    return;
  const auto close_handle = [](uv_handle_t *handle, void *) {
    if (!uv_is_closing(handle))
      uv_close(handle, nullptr);
  };
  uv_walk(&uv_->loop, close_handle, nullptr);
  uv_run(&uv_->loop, UV_RUN_DEFAULT);
  uv_loop_close(&uv_->loop);
  uv_.reset();
}

} // namespace aio::detail
