// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>
#include <functional>

namespace trantor {

class Channel;
class Date {};
using TimerId = unsigned long long;
using Func = std::function<void()>;

class NonCopyable {
protected:
  NonCopyable() {}
  ~NonCopyable() {}
  NonCopyable(const NonCopyable &) = delete;
  NonCopyable(NonCopyable &&) noexcept(true) = default;
};

class EventLoop : NonCopyable {
public:
  EventLoop();
  ~EventLoop();
  static EventLoop *getEventLoopOfCurrentThread();
  bool isInLoopThread() const;
  void loop();
  void quit();
  template <typename Functor> void runInLoop(Functor &&f) {}
  void queueInLoop(const Func &f);
  void queueInLoop(Func &&f);
  TimerId runAt(const Date &time, Func &&cb);
  TimerId runAfter(double delay, Func &&cb);
  TimerId runAfter(const std::chrono::duration<double> &delay, Func &&cb);
  TimerId runEvery(double interval, Func &&cb);
  void updateChannel(Channel *channel);
  void removeChannel(Channel *channel);
};

} // namespace trantor
