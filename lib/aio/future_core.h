// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/exceptions.h>
#include <aio/function.h>
#include <aio/linked_list.h>
#include <aio/promise.h>
#include <aio/stack.h>

#include <source_location>

namespace aio {
class EventLoop;
}

namespace aio::detail {

class LoopState;

/// Names one callback of a future, for removing it.
enum class CallbackId : unsigned long long { none };

/// What a future is, its result apart.
///
/// Invariant: callbacks are kept only while it is pending. The call that ends it moves them
/// all to the loop, and with the last of them the references they hold are gone.
class FutureCore : public RefCounted, public Linked<FutureCore> {
public:
  enum class State : unsigned char { pending, cancelled, finished };
  using DoneCallback = MoveOnlyFunction<void(FutureCore &)>;

  FutureCore(LoopState &loop, std::source_location where);
  ~FutureCore() override;

  LoopState &loop() const noexcept { return *loop_; }
  EventLoop &loop_object() const;
  bool done() const noexcept { return state_ != State::pending; }
  bool cancelled() const noexcept { return state_ == State::cancelled; }
  virtual bool is_task() const noexcept { return false; }
  /// Of the Slot<T>, for handles that know T.
  virtual void *slot_address() noexcept = 0;

  /// False if it was done already.
  virtual bool cancel(Text message);
  void set_exception(std::exception_ptr exception);
  /// Null if it has a result. Throws if it is pending or cancelled.
  std::exception_ptr exception();
  /// Throws unless it has a result; with the exception, if it has one.
  void check_result();

  /// Both sides of storing a result in a derived class.
  void check_settable() const;
  /// Throws ValueError if it belongs to another loop.
  void check_belongs_to(const LoopState &loop) const;
  void finish();

  CallbackId add_done_callback(DoneCallback callback, std::source_location where,
                               Ref<FutureCore> owner = {});
  bool remove_done_callback(CallbackId id);
  /// For the end of the loop: breaks reference cycles through callbacks.
  void drop_callbacks();

  virtual Text repr() const;

protected:
  /// For the destructor of the most derived class, since a report describes the whole object.
  void report_unretrieved() noexcept;
  void finish_with(std::exception_ptr exception);
  CancelledError make_cancelled_error() const { return CancelledError(cancel_message_); }
  Text describe_exception() const;
  virtual const char *kind() const noexcept { return "Future"; }
  bool cancel_plain(Text message);
  /// exception: the CancelledError, or one derived from it, that all who ask get.
  void cancel_with(std::exception_ptr exception);
  [[noreturn]] void throw_cancelled() const;

  Text cancel_message_;
  std::source_location where_;
  /// Where it was made; in debug mode.
  Stack stack_;

private:
  struct CallbackNode;
  class CallbackList;

  void schedule_callbacks();
  void schedule(CallbackNode &node);

  Ref<LoopState> loop_;
  State state_ = State::pending;
  bool unretrieved_ = false;
  /// Of a cancelled one, the CancelledError that ended it, if it was thrown.
  std::exception_ptr exception_;
  CallbackNode *callbacks_ = nullptr;
  unsigned long long last_callback_ = 0;
};

/// Core with room for a result. Handles know T, so that the core need not.
template <class T, class Core = FutureCore> class FutureState : public Core {
public:
  using Core::Core;
  ~FutureState() override { this->report_unretrieved(); }
  void *slot_address() noexcept final { return &slot_; }

protected:
  Slot<T> slot_;
};

} // namespace aio::detail
