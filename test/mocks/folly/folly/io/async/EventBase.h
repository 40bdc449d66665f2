// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/Executor.h>

#include <chrono>

namespace folly {

class DrivableExecutor : public virtual Executor {
public:
  virtual void drive() = 0;
};

class TimeoutManager {
public:
  virtual ~TimeoutManager();
  void runAfterDelay(Func function, uint32_t milliseconds);
};

class EventBase : public TimeoutManager, public DrivableExecutor {
public:
  EventBase();
  ~EventBase() override;

  class LoopCallback {
  public:
    virtual ~LoopCallback() = default;
    virtual void runLoopCallback() noexcept = 0;
  };

  bool loop();
  bool loopOnce(int flags = 0);
  void loopForever();
  void terminateLoopSoon();
  void runInLoop(LoopCallback *callback, bool thisIteration = false);
  void runInLoop(Func function, bool thisIteration = false);
  void runBeforeLoop(LoopCallback *callback);
  void runAfterLoop(LoopCallback *callback);
  void runInEventBaseThread(Func function) noexcept;
  void runInEventBaseThreadAlwaysEnqueue(Func function) noexcept;
  void runInEventBaseThreadAndWait(Func function) noexcept;
  void runImmediatelyOrRunInEventBaseThreadAndWait(Func function) noexcept;
  void runImmediatelyOrRunInEventBaseThread(Func function) noexcept;
  void waitUntilRunning();
  bool isInEventBaseThread() const;
  void add(Func function) override { runInEventBaseThread(std::move(function)); }
  void drive() override;
};

} // namespace folly
