// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <trantor/net/EventLoop.h>

namespace trantor {

class TaskQueue : public NonCopyable {
public:
  virtual void runTaskInQueue(const std::function<void()> &task) = 0;
  virtual void runTaskInQueue(std::function<void()> &&task) = 0;
  void syncTaskInQueue(const std::function<void()> &task);
  virtual ~TaskQueue() {}
};

class ConcurrentTaskQueue : public TaskQueue {
public:
  ConcurrentTaskQueue(size_t threads, const char *name);
  void runTaskInQueue(const std::function<void()> &task) override;
  void runTaskInQueue(std::function<void()> &&task) override;
  void stop();
};

class SerialTaskQueue : public TaskQueue {
public:
  explicit SerialTaskQueue(const char *name);
  void runTaskInQueue(const std::function<void()> &task) override;
  void runTaskInQueue(std::function<void()> &&task) override;
  void waitAllTasksFinished();
};

} // namespace trantor
