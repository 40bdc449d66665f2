// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/signals.h>

#include <aio/loop_state.h>

#include <csignal>
#include <unistd.h>
#include <uv.h>

namespace aio::detail {
namespace {

void check_signal(int signal) {
  if (signal < 1 || signal >= NSIG)
    throw ValueError(("invalid signal number " + std::to_string(signal)).c_str());
}

/// libuv's handlers work anywhere; asyncio's do not, and neither does a program that was written
/// for one of both.
void check_main_thread() {
#ifdef __linux__
  if (::gettid() != ::getpid())
    throw RuntimeError("set_wakeup_fd only works in main thread of the main interpreter");
#endif
}

} // namespace

class SignalHandlers::Watcher final : public Resource {
public:
  Watcher(SignalHandlers &owner, int signal) : owner_(owner), signal_(signal) {
    uv_signal_init(owner.loop_.uv(), &uv_);
    uv_.data = this;
    owner.watchers_.emplace(signal, this);
    owner.loop_.resources.add(*this);
  }

  void loop_closing() noexcept override { close(); }

  /// Ends its life.
  void close() {
    owner_.loop_.resources.remove(*this);
    owner_.watchers_.erase(signal_);
    handle_ = {};
    uv_close(reinterpret_cast<uv_handle_t *>(&uv_),
             [](uv_handle_t *uv) { delete static_cast<Watcher *>(uv->data); });
  }

  bool start() {
    const auto caught = [](uv_signal_t *uv, int) {
      const Watcher &watcher = *static_cast<Watcher *>(uv->data);
      watcher.owner_.loop_.enter(watcher.handle_);
    };
    return uv_signal_start(&uv_, caught, signal_) == 0;
  }

  void set_handle(Ref<HandleState> handle) { handle_ = std::move(handle); }

private:
  SignalHandlers &owner_;
  const int signal_;
  uv_signal_t uv_;
  Ref<HandleState> handle_;
};

void SignalHandlers::add(int signal, Callback callback, std::source_location where) {
  if (callback.is_coroutine())
    throw TypeError("coroutines cannot be used with add_signal_handler()");
  check_signal(signal);
  loop_.check_closed();
  check_main_thread();
  loop_.check_thread();
  Ref<HandleState> handle(new HandleState(loop_, std::move(callback), where, {}));
  handle->repeats = true;
  const auto found = watchers_.find(signal);
  if (found != watchers_.end()) {
    found->second->set_handle(std::move(handle));
    return;
  }
  auto *watcher = new Watcher(*this, signal);
  watcher->set_handle(std::move(handle));
  if (watcher->start())
    return;
  watcher->close();
  throw RuntimeError(("sig " + std::to_string(signal) + " cannot be caught").c_str());
}

bool SignalHandlers::remove(int signal) {
  check_signal(signal);
  loop_.check_thread();
  const auto found = watchers_.find(signal);
  if (found == watchers_.end())
    return false;
  found->second->close();
  return true;
}

} // namespace aio::detail
