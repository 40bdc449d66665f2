// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/watcher.h>

#include <aio/net/os_error.h>

#include <memory>
#include <uv.h>

namespace aio::detail {

/// Outlives the watcher until libuv has let go of it.
struct Watcher::Uv {
  uv_poll_t poll;
};

Watcher::Watcher(LoopState &loop, int descriptor, WatcherListener &listener)
    : loop_(loop), listener_(listener) {
  reading_.ready = &WatcherListener::read_ready;
  writing_.ready = &WatcherListener::write_ready;
  loop.check_closed();
  loop.check_thread();
  auto uv = std::make_unique<Uv>();
  if (const int error = uv_poll_init(loop.uv(), &uv->poll, descriptor))
    throw_os_error(-error);
  uv_ = uv.release();
  uv_->poll.data = this;
}

Watcher::~Watcher() { close(); }

void Watcher::close() noexcept {
  if (!uv_)
    return;
  uv_close(reinterpret_cast<uv_handle_t *>(&std::exchange(uv_, nullptr)->poll),
           [](uv_handle_t *handle) { delete reinterpret_cast<Uv *>(handle); });
  for (Direction *direction : {&reading_, &writing_}) {
    direction->wanted = false;
    ++direction->interest;
  }
  // May end the listener, and with it this.
  const Ref<WatcherListener> keep = std::move(keep_);
}

void Watcher::watch(Direction &direction, bool wanted) {
  if (!uv_ || direction.wanted == wanted)
    return;
  loop_.check_thread();
  direction.wanted = wanted;
  ++direction.interest;
  direction.queued = false;
  update();
}

void Watcher::update() noexcept {
  if (!uv_)
    return;
  const int events = (reading_.wanted ? UV_READABLE : 0) | (writing_.wanted ? UV_WRITABLE : 0);
  const Ref<WatcherListener> former = std::exchange(keep_, events ? &listener_ : nullptr);
  if (events == armed_)
    return;
  armed_ = events;
  if (!events) {
    uv_poll_stop(&uv_->poll);
    return;
  }
  uv_poll_start(&uv_->poll, events, [](uv_poll_t *poll, int status, int happened) {
    static_cast<Watcher *>(poll->data)->happened(status, happened);
  });
}

void Watcher::happened(int status, int events) noexcept {
  if (status < 0) {
    // An error of the descriptor, which the system call will tell: libuv has stopped watching.
    events = UV_READABLE | UV_WRITABLE;
    armed_ = 0;
  }
  if (events & UV_READABLE)
    queue(reading_);
  if (events & UV_WRITABLE)
    queue(writing_);
}

void Watcher::queue(Direction &direction) noexcept {
  if (!direction.wanted || direction.queued)
    return;
  direction.queued = true;
  loop_.enter([this, &direction, keep = keep_, interest = direction.interest] {
    if (direction.interest != interest)
      return;
    direction.queued = false;
    // After an error libuv does not watch any more.
    update();
    ((*keep).*direction.ready)();
  });
}

} // namespace aio::detail
