// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Destructors, for work that has not started (lazy) and work that is suspended (eager).
//
// type: t::lazy<t::destroys_if_done>
// start: lazy
// drop: leaks
//
// type: t::eager<t::destroys_if_done>
// start: eager
// drop: detaches
//
// type: t::eager<t::destroys_or_detaches>
// drop: detaches
//
// type: t::eager<t::destroys_unless_done>
// drop: destroys
//
// type: t::lazy<t::returns_early>
// drop: destroys
//
// type: t::lazy<t::destroys_if_owned>
// drop: unknown
//
// type: t::eager<t::destroys_if_owned>
// drop: unknown
//
// type: t::lazy<t::nothing>
// drop: leaks
//
// type: t::eager<t::nothing>
// drop: detaches
//
// type: t::lazy<t::runs>
// drop: detaches
//
// type: t::eager<t::joins>
// drop: blocks
//
// type: t::eager<t::spins>
// drop: unknown
//
// type: t::eager<t::waits_for_flag>
// drop: blocks
//
// type: t::lazy<t::elsewhere>
// drop: unknown
//
// type: t::lazy<t::asserts>
// drop: leaks
//
// type: t::eager<t::counted>
// drop: unknown
//
// type: t::eager_counting<t::counted>
// drop: detaches
//
// type: t::lazy<t::counted>
// drop: destroys
//
// type: t::eager<t::tells_loop>
// drop: unknown
//
// type: t::eager<t::asks_pointer>
// drop: detaches
//
// type: t::lazy<t::detaches_by_name>
// drop: unknown
//
// type: t::eager<t::cancels_by_name>
// drop: unknown
#include <atomic>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

namespace t {
struct base {
  std::coroutine_handle<> handle;
};
struct destroys_if_done : base {
  ~destroys_if_done() {
    if (handle && handle.done())
      handle.destroy();
  }
};
struct destroys_or_detaches : base {
  bool *detached = nullptr;
  ~destroys_or_detaches() {
    if (!handle)
      return;
    if (handle.done())
      handle.destroy();
    else
      *detached = true;
  }
};
struct destroys_unless_done : base {
  ~destroys_unless_done() {
    if (handle && !handle.done())
      handle.destroy();
  }
};
struct returns_early : base {
  ~returns_early() {
    if (handle == nullptr)
      return;
    handle.destroy();
  }
};
struct destroys_if_owned : base {
  bool owned = true;
  ~destroys_if_owned() {
    if (owned)
      handle.destroy();
  }
};
struct nothing : base {};
struct runs : base {
  ~runs() {
    if (handle)
      handle.resume();
  }
};
struct joins : base {
  std::thread thread;
  ~joins() { thread.join(); }
};
struct spins : base {
  std::atomic<bool> *finished = nullptr;
  ~spins() {
    while (!finished->load())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
};
struct waits_for_flag : base {
  std::mutex mutex;
  std::condition_variable condition;
  bool finished = false;
  ~waits_for_flag() {
    std::unique_lock<std::mutex> lock(mutex);
    condition.wait(lock, [this] { return finished; });
  }
};
struct elsewhere : base {
  ~elsewhere();
};
struct asserts : base {
  ~asserts() { assert(!handle); }
};
struct counted : base {
  std::atomic<int> *owners = nullptr;
  ~counted() {
    if (owners->fetch_sub(1) == 1)
      handle.destroy();
  }
};
struct asks_pointer : base {
  std::unique_ptr<int> number;
  ~asks_pointer() {
    if (number.get())
      *number.get() = 1;
  }
};
struct detaches_by_name : base {
  void detach();
  ~detaches_by_name() { detach(); }
};
struct cancels_by_name : base {
  bool *flag = nullptr;
  void cancel() { *flag = true; }
  ~cancels_by_name() { cancel(); }
};
struct loop {
  void forget(void *);
};
struct tells_loop : base {
  loop *where = nullptr;
  ~tells_loop() { where->forget(this); }
};
struct lazy_promise {
  std::suspend_always initial_suspend() { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  void return_void() {}
};
struct eager_promise : lazy_promise {
  std::suspend_never initial_suspend() { return {}; }
};
struct counting_promise : eager_promise {
  std::atomic<int> owners = 2;
  auto final_suspend() noexcept {
    struct awaiter {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<counting_promise> h) noexcept {
        if (h.promise().owners.fetch_sub(1) == 1)
          h.destroy();
      }
      void await_resume() noexcept {}
    };
    return awaiter{};
  }
};
template <class Owner> struct lazy : Owner {
  struct promise_type : lazy_promise {
    lazy get_return_object();
  };
};
template <class Owner> struct eager : Owner {
  struct promise_type : eager_promise {
    eager get_return_object();
  };
};
template <class Owner> struct eager_counting : Owner {
  struct promise_type : counting_promise {
    eager_counting get_return_object();
  };
};
} // namespace t
