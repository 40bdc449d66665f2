// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Guards that are pointers to what they guard.
#include <aio/aio.h>

template <class T> class [[clang::annotate("asynctidy::lock")]] Locked {
public:
  explicit Locked(T &guarded);
  Locked(Locked &&);
  ~Locked();
  T *operator->() const;
  T &operator*() const;
  void unlock();
};
struct Counter {
  int value = 0;
  void add(int);
};
Locked<Counter> lock(Counter &counter);
void look(Counter &counter);
void give(Locked<Counter> guard);
aio::Coroutine<void> work();

aio::Coroutine<void> held(Counter &counter) {
  auto guard = lock(counter);
  guard->add(1);
  (*guard).value = 2;
  look(*guard);
  co_await work(); // expect: async-lock-across-suspend: 'guard'
}

aio::Coroutine<void> let_go(Counter &counter) {
  auto guard = lock(counter);
  guard->add(1);
  guard.unlock();
  co_await work();
  auto other = lock(counter);
  other->add(1);
  give(std::move(other));
  co_await work();
}
