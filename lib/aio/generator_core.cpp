// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/generator_core.h>

#include <aio/async_generator.h>
#include <aio/gather.h>
#include <aio/loop_state.h>

#include <cstdio>

namespace aio::detail {

GeneratorCore::GeneratorCore(std::coroutine_handle<> frame, GeneratorPromise &promise) noexcept
    : frame_(frame), promise_(&promise), where_(promise.where) {}

GeneratorCore::~GeneratorCore() {
  if (frame_ && promise_->started && loop_ && loop_->debug && !loop_->is_closed()) {
    const std::string message = std::string("asynchronous generator '") +
                                coroutine_name(where_.function_name()).c_str() +
                                "' was destroyed without aclose()";
    ExceptionContext context;
    context.message = message.c_str();
    context.kind = ReportKind::resource_warning;
    context.defined_at = where_;
    loop_->report(context);
  }
  finish();
}

void GeneratorCore::enter_loop() {
  LoopState *loop = LoopState::running();
  if (loop_ || !loop)
    return;
  loop_ = Ref<LoopState>(loop);
  loop->generators.add(*this);
  if (!loop->generators_shut_down)
    return;
  const std::string message = std::string("asynchronous generator ") + repr().c_str() +
                              " was scheduled after loop.shutdown_asyncgens() call";
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::resource_warning;
  loop->report(context);
}

bool GeneratorCore::begin(const char *caller, std::exception_ptr thrown) {
  if (!frame_)
    return false;
  enter_loop();
  if (running_)
    throw RuntimeError(
        (std::string(caller) + ": asynchronous generator is already running").c_str());
  if (thrown && !promise_->started) {
    finish();
    std::rethrow_exception(thrown);
  }
  promise_->thrown = std::move(thrown);
  running_ = true;
  return true;
}

bool GeneratorCore::end() {
  running_ = false;
  if (promise_->yielded)
    return true;
  const std::exception_ptr exception = std::move(promise_->exception);
  finish();
  if (exception)
    std::rethrow_exception(exception);
  return false;
}

void GeneratorCore::finish() noexcept {
  if (loop_)
    loop_->generators.remove(*this);
  if (frame_)
    std::exchange(frame_, {}).destroy();
}

Coroutine<void> GeneratorCore::aclose(Ref<GeneratorCore> self) {
  try {
    if (!self->begin("aclose()", std::make_exception_ptr(GeneratorExit())))
      co_return;
    co_await self->resume();
    if (!self->end())
      co_return;
  } catch (const GeneratorExit &) {
    co_return;
  }
  throw RuntimeError("async generator ignored GeneratorExit");
}

Text GeneratorCore::repr() const {
  char address[32];
  std::snprintf(address, sizeof address, "%p", static_cast<const void *>(this));
  return (std::string("<async_generator object ") + coroutine_name(where_.function_name()).c_str() +
          " at " + address + ">")
      .c_str();
}

namespace {

/// For the end of the loop, where nobody is left to get the exception.
Coroutine<void> close_or_report(Ref<GeneratorCore> generator) {
  try {
    co_await GeneratorCore::aclose(generator);
  } catch (const CancelledError &) {
  } catch (...) {
    const std::string message =
        std::string("an error occurred during closing of asynchronous generator ") +
        generator->repr().c_str();
    ExceptionContext context;
    context.message = message.c_str();
    context.exception = std::current_exception();
    report(context);
  }
}

} // namespace

Coroutine<void> shutdown_generators(Ref<LoopState> loop) {
  loop->generators_shut_down = true;
  std::vector<Task<void>> closing;
  while (GeneratorCore *generator = loop->generators.first()) {
    loop->generators.remove(*generator);
    closing.push_back(create_task(close_or_report(Ref(generator))));
  }
  co_await gather(std::move(closing));
}

} // namespace aio::detail
