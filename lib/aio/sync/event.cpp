// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/event.h>

#include <aio/sync/waiters.h>

namespace aio {
namespace {

class EventState final : public detail::RefCounted {
public:
  Text repr() const {
    return detail::describe_primitive("Event", this, is_set ? "set" : "unset", waiters);
  }

  detail::Waiters waiters;
  detail::LoopBinding binding;
  bool is_set = false;
};

EventState &state_of(const detail::Ref<detail::RefCounted> &state) {
  return static_cast<EventState &>(*state);
}

} // namespace

Event::Event() : state_(new EventState) {}

void Event::set() const {
  EventState &self = state_of(state_);
  if (self.is_set)
    return;
  self.is_set = true;
  self.waiters.wake_all();
}

void Event::clear() const { state_of(state_).is_set = false; }
bool Event::is_set() const { return state_of(state_).is_set; }
Text Event::repr() const { return state_of(state_).repr(); }

Coroutine<bool> Event::wait(State state) {
  EventState &self = state_of(state);
  if (self.is_set)
    co_return true;
  const detail::Waiters::Entry entry(self.waiters, self.binding.create_future(self));
  co_await entry.future;
  co_return true;
}

} // namespace aio
