// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/waiters.h>

#include <cstdio>

namespace aio::detail {

Waiters::Entry::Entry(Waiters &line, Future<void> future) : future(std::move(future)), line_(line) {
  line_.entries_.add(*this);
}

Waiters::Entry::~Entry() { line_.entries_.remove(*this); }

std::size_t Waiters::size() const {
  std::size_t count = 0;
  for (const Entry *entry = entries_.first(); entry; entry = entries_.next(*entry))
    ++count;
  return count;
}

bool Waiters::all_cancelled() const {
  for (const Entry *entry = entries_.first(); entry; entry = entries_.next(*entry)) {
    if (!entry->future.cancelled())
      return false;
  }
  return true;
}

std::size_t Waiters::wake(std::size_t n) {
  std::size_t woken = 0;
  for (const Entry *entry = entries_.first(); entry && woken < n; entry = entries_.next(*entry)) {
    if (entry->future.done())
      continue;
    entry->future.set_result();
    ++woken;
  }
  return woken;
}

void Waiters::wake_front() {
  const Entry *front = entries_.first();
  if (front && !front->future.done())
    front->future.set_result();
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
