// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In libc++, the futures themselves declare what libstdc++ has in a base class.
#include <coroutine>

#include "../../mocks/job.h"

namespace std {
inline namespace __1 {

enum class future_status { ready, timeout, deferred };
struct seconds {
  int count;
};
struct time_point {};

template <class R> class future {
public:
  R get();
  void wait() const;
  future_status wait_for(const seconds &time) const;
  future_status wait_until(const time_point &time) const;
};

template <class R> class shared_future {
public:
  const R &get() const;
  void wait() const;
  future_status wait_for(const seconds &time) const;
  future_status wait_until(const time_point &time) const;
};

} // namespace __1
} // namespace std

Job waits(std::future<int> &a, std::future<int> &b, std::future<int> &c) {
  a.wait(); // expect: async-blocking-wait: blocks the event loop
  b.wait_for(std::seconds{1}); // expect: async-blocking-wait: blocks the event loop
  b.wait_for(std::seconds{0});
  c.wait_until(std::time_point()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

Job waitsForAll(std::shared_future<int> &a, std::shared_future<int> &b, std::shared_future<int> &c) {
  a.wait(); // expect: async-blocking-wait: blocks the event loop
  b.wait_for(std::seconds{1}); // expect: async-blocking-wait: blocks the event loop
  c.wait_until(std::time_point()); // expect: async-blocking-wait: blocks the event loop
  co_return;
}
