// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/waiters.h>

#include <cstdio>

namespace aio::detail {

Waiters::Entry::Entry(Waiters &line, Future<void> future)
    : future(std::move(future)), line_(line), previous_(line.last_) {
  (previous_ ? previous_->next_ : line_.first_) = this;
  line_.last_ = this;
}

Waiters::Entry::~Entry() {
  (previous_ ? previous_->next_ : line_.first_) = next_;
  (next_ ? next_->previous_ : line_.last_) = previous_;
}

std::size_t Waiters::size() const {
  std::size_t count = 0;
  for (const Entry *entry = first_; entry; entry = entry->next_)
    ++count;
  return count;
}

bool Waiters::all_cancelled() const {
  for (const Entry *entry = first_; entry; entry = entry->next_) {
    if (!entry->future.cancelled())
      return false;
  }
  return true;
}

std::size_t Waiters::wake(std::size_t n) {
  std::size_t woken = 0;
  for (const Entry *entry = first_; entry && woken < n; entry = entry->next_) {
    if (entry->future.done())
      continue;
    entry->future.set_result();
    ++woken;
  }
  return woken;
}

void Waiters::wake_front() {
  if (first_ && !first_->future.done())
    first_->future.set_result();
}

bool LoopBinding::bind() {
  LoopState &running = running_loop_state();
  if (!loop_)
    loop_ = Ref<LoopState>(&running);
  return loop_.get() == &running;
}

Text describe_primitive(const char *type, const void *object, std::string state,
                        const Waiters &waiters) {
  if (!waiters.empty())
    state += ", waiters:" + std::to_string(waiters.size());
  char address[32];
  std::snprintf(address, sizeof address, "%p", object);
  return (std::string("<aio::") + type + " object at " + address + " [" + state + "]>").c_str();
}

} // namespace aio::detail
