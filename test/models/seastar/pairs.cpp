// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Gates that are entered by hand, and units that are taken by hand.
#include <seastar/core/coroutine.hh>
#include <seastar/core/gate.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/as_future.hh>

#include <vector>

using namespace seastar;

future<> work();
future<int> fetch();

class Service {
public:
  future<> thrown() {
    gate_.enter(); // expect: async-unclosed-transport: what 'seastar::gate::enter' takes from 'gate_' is not given back when an exception leaves the function
                   // note: use seastar::gate::hold() instead
    co_await work();
    gate_.leave();
  }

  future<int> early(bool idle) {
    co_await slots_.wait(); // expect: async-unclosed-transport: takes from 'slots_' is not given back on every way
                            // note: use co_await seastar::get_units(...) instead
    if (idle)
      co_return 0;
    slots_.signal();
    co_return co_await fetch();
  }

  // Clean

  future<> held() {
    auto holder = gate_.hold();
    auto units = co_await get_units(slots_, 1);
    co_await work();
  }

  /// The outcome is in the future, nothing is thrown.
  future<> as_future() {
    gate_.enter();
    future<> done = co_await coroutine::as_future(work());
    gate_.leave();
    co_await std::move(done);
  }

  future<int> all() {
    gate_.enter();
    auto [first, second] = co_await when_all(fetch(), fetch());
    gate_.leave();
    co_return first.get() + second.get();
  }

  future<bool> refused() {
    future<> taken = co_await coroutine::as_future(slots_.wait());
    if (taken.failed()) {
      taken.ignore_ready_future();
      co_return false;
    }
    slots_.signal();
    co_return true;
  }

  future<> had_later() {
    future<> taken = slots_.wait();
    co_await std::move(taken);
    slots_.signal();
  }

  future<> continued() {
    gate_.enter();
    co_await work().finally([this] { gate_.leave(); });
  }

  /// Entered for the life of a connection.
  future<> connect() {
    gate_.enter();
    co_await work();
  }
  void disconnect() { gate_.leave(); }

  future<> connect_or_fail() {
    gate_.enter();
    std::exception_ptr error;
    try {
      co_await work();
    } catch (...) {
      error = std::current_exception();
    }
    if (error) {
      gate_.leave();
      std::rethrow_exception(error);
    }
  }

  future<bool> try_connect() {
    if (gate_.is_closed())
      co_return false;
    gate_.enter();
    gate_.leave();
    co_return true;
  }

  /// Units that stand for events.
  future<> produce() {
    slots_.signal();
    co_await work();
    co_await done_.wait();
  }
  future<> consume() {
    co_await slots_.wait();
    co_await work();
    done_.signal();
  }

private:
  gate gate_;
  semaphore slots_{3};
  semaphore done_{0};
};

future<> each(std::vector<int> &items) {
  semaphore done(0);
  for (int item : items)
    (void)work().finally([&done] { done.signal(); });
  co_await done.wait(items.size());
}
