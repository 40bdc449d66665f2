// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/linked_list.h>

namespace aio::detail {

class LoopState;

/// The part of a generator's promise that does not depend on its items.
class GeneratorPromise : public PromiseBase {
public:
  struct YieldAwaiter {
    GeneratorPromise &promise;
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept {
      promise.yielded = true;
      return promise.continuation;
    }
    void await_resume() const {
      if (promise.thrown)
        std::rethrow_exception(std::exchange(promise.thrown, {}));
    }
  };
  void return_void() const noexcept {}

  /// Suspended at a co_yield, and not at an await.
  bool yielded = false;
  /// What the co_yield throws when it is resumed.
  std::exception_ptr thrown;
};

/// What an async generator is, its items apart. Handles share it, and so does every coroutine
/// that resumes it. It owns the frame until the body has ended.
///
/// Invariant: between begin() and end() it is running, also while the body waits for something,
/// and nobody else may resume it. In the loop's list from the first begin() to the end.
class GeneratorCore final : public RefCounted, public Linked<GeneratorCore> {
public:
  GeneratorCore(std::coroutine_handle<> frame, GeneratorPromise &promise) noexcept;
  /// The body's destructors run where it is suspended; in debug mode, with a report.
  ~GeneratorCore() override;

  /// False if the body has ended. Otherwise the caller must co_await resume() and then call
  /// end(). caller: "anext()", for RuntimeError if it is running. Throws what is to be thrown
  /// if the body has not started, and so never will.
  bool begin(const char *caller, std::exception_ptr thrown = {});
  auto resume() noexcept { return Resume{*this}; }
  /// True if the body has yielded; throws what it has thrown.
  bool end();

  static Coroutine<void> aclose(Ref<GeneratorCore> self);
  Text repr() const;

private:
  struct Resume {
    GeneratorCore &generator;
    bool await_ready() const noexcept { return false; }
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> awaiting) const noexcept {
      GeneratorPromise &promise = *generator.promise_;
      const PromiseBase *parent = promise_base(awaiting);
      promise.continuation = awaiting;
      promise.task = parent ? parent->task : nullptr;
      promise.yielded = false;
      return generator.frame_;
    }
    void await_resume() const noexcept {}
  };

  void enter_loop();
  void finish() noexcept;

  std::coroutine_handle<> frame_;
  GeneratorPromise *promise_;
  const std::source_location where_;
  Ref<LoopState> loop_;
  bool running_ = false;
};

/// What EventLoop::shutdown_asyncgens() does.
Coroutine<void> shutdown_generators(Ref<LoopState> loop);

} // namespace aio::detail
