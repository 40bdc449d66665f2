// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <qcoro/qcorotask.h>

#include <memory>

namespace QCoro {

Task<> sleepFor(const std::chrono::milliseconds &timeout);
template <class Rep, class Period>
Task<> sleepFor(const std::chrono::duration<Rep, Period> &timeout);
template <class Clock, class Duration>
Task<> sleepUntil(const std::chrono::time_point<Clock, Duration> &when);

class ThreadContext {
public:
  explicit ThreadContext(QThread *thread);
  ~ThreadContext();
  ThreadContext(ThreadContext &&) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> awaiter) noexcept;
  void await_resume() noexcept;

private:
  std::unique_ptr<int> d;
};

ThreadContext moveToThread(QThread *thread);

namespace detail {

template <typename T> class QCoroFuture final {
public:
  class WaitForFinishedOperation {
  public:
    explicit WaitForFinishedOperation(const QFuture<T> &future) : future_(future) {}
    bool await_ready() const noexcept { return future_.isFinished(); }
    void await_suspend(std::coroutine_handle<> awaiting);
    T await_resume() const;

  private:
    QFuture<T> future_;
  };

  explicit QCoroFuture(const QFuture<T> &future);
  Task<T> waitForFinished();
  Task<T> takeResult();
};

template <typename T> struct awaiter_type<QFuture<T>> {
  using type = typename QCoroFuture<T>::WaitForFinishedOperation;
};

class QCoroIODevice {
public:
  explicit QCoroIODevice(QIODevice *device);
  Task<QByteArray> readAll();
  Task<bool> waitForReadyRead(int milliseconds);
};

class QCoroProcess : public QCoroIODevice {
public:
  explicit QCoroProcess(QProcess *process);
  Task<bool> waitForStarted(int milliseconds = 30'000);
  Task<bool> waitForFinished(int milliseconds = 30'000);
  Task<bool> start(const QString &program, const QStringList &arguments);
};

} // namespace detail
} // namespace QCoro

template <typename T> auto qCoro(const QFuture<T> &future) noexcept {
  return QCoro::detail::QCoroFuture<T>{future};
}
inline auto qCoro(QIODevice *device) noexcept { return QCoro::detail::QCoroIODevice{device}; }
inline auto qCoro(QProcess *process) noexcept { return QCoro::detail::QCoroProcess{process}; }
