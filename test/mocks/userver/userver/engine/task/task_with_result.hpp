// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <utility>

namespace userver {
inline namespace v2_0 {
namespace engine {

class TaskProcessor;

class [[nodiscard]] TaskBase {
public:
  bool IsValid() const;
  bool IsFinished() const;
  void Wait() const noexcept(false);
  void RequestCancel();
  void SyncCancel() noexcept;
  void BlockingWait() const;
};

class [[nodiscard]] Task : public TaskBase {
public:
  Task();
  ~Task();
  Task(Task &&other) noexcept;
  Task &operator=(Task &&other) noexcept;
  Task(const Task &) = delete;
  void Detach() &&;
};

template <class T> class [[nodiscard]] TaskWithResult : public Task {
public:
  TaskWithResult() = default;
  TaskWithResult(TaskWithResult &&other) noexcept = default;
  TaskWithResult &operator=(TaskWithResult &&other) noexcept = default;
  T Get() noexcept(false);
};

} // namespace engine
} // namespace v2_0
} // namespace userver
