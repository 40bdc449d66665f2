// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <trantor/net/EventLoop.h>

namespace trantor {

class EventLoopThread : NonCopyable {
public:
  EventLoopThread();
  ~EventLoopThread();
  EventLoop *getLoop() const;
  void run();
  void wait();
};

class EventLoopThreadPool : NonCopyable {
public:
  EventLoopThreadPool(size_t threads);
  void start();
  void wait();
};

} // namespace trantor
