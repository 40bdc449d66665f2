// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

int compute();
aio::Coroutine<int> fetch();
void unknown(aio::EventLoop &loop);

// What is made for other threads.
aio::Coroutine<void> posts(aio::Future<int> future) {
  auto &loop = aio::get_running_loop();
  co_await aio::to_thread([&loop, future] {
    loop.call_soon_threadsafe([future] { if (!future.done()) future.set_result(1); });
    loop.call_soon_threadsafe([future, &loop] { loop.call_soon([future] { future.cancel(); }); });
    auto result = aio::run_coroutine_threadsafe(fetch(), loop);
    return result.result();
  });
}

// On the loop's own thread.
aio::Coroutine<void> on_the_loop(aio::Future<int> future) {
  auto &loop = aio::get_running_loop();
  loop.call_soon([future] { future.cancel(); });
  future.add_done_callback([&loop](auto) { loop.stop(); });
  co_await future;
}

// A loop of the thread's own.
aio::Coroutine<void> own_loop() {
  std::thread([] {
    aio::EventLoop loop;
    auto future = loop.create_future<int>();
    loop.call_soon([future] { future.cancel(); });
    loop.run_until_complete(future);
    loop.close();
  }).detach();
  std::thread([] {
    aio::Runner runner;
    runner.get_loop().call_soon([] {});
    runner.run(fetch());
  }).detach();
  std::thread([] {
    auto loop = std::make_unique<aio::EventLoop>();
    loop->call_soon([] {});
    loop->run_forever();
    loop->close();
  }).detach();
  std::thread([] { aio::run(fetch()); }).detach();
  co_await aio::sleep(1);
}

// The thread is the loop's, whoever made the loop.
void run_here(aio::EventLoop &loop) { loop.run_forever(); }
class LoopThread {
public:
  LoopThread() : thread_([this] { run(); }) {}
  ~LoopThread() {
    loop_.call_soon_threadsafe([this] { loop_.stop(); });
    thread_.join();
  }

private:
  void run() {
    loop_.call_soon([] {});
    run_here(loop_);
    loop_.call_soon([] {});
  }

  aio::EventLoop loop_;
  std::thread thread_;
};
aio::Coroutine<void> loop_of_the_thread() {
  aio::EventLoop other;
  aio::Future<int> future = other.create_future<int>();
  std::thread first([&other, future] {
    other.call_soon([future] { future.cancel(); });
    other.run_until_complete(future);
    other.stop();
  });
  std::thread second([&other, future] {
    unknown(other);
    future.cancel();
  });
  co_await aio::sleep(1);
  first.detach();
  second.detach();
  other.close();
}

// Joined before the loop runs; after it has run.
int before_the_loop() {
  aio::EventLoop loop;
  auto future = loop.create_future<int>();
  std::thread worker([&] { future.set_result(1); });
  worker.join();
  {
    std::jthread scoped([&] { loop.call_soon([] {}); });
  }
  const int result = loop.run_until_complete(future);
  std::thread late([&] { loop.stop(); });
  late.join();
  loop.close();
  return result;
}

// Who calls this waits until the thread has ended.
void joined(aio::Future<int> future) {
  std::thread worker([future] { future.cancel(); });
  worker.join();
  auto other = std::async(std::launch::async, [future] { future.cancel(); });
  other.get();
}

// A function of the standard library that takes the same names.
aio::Coroutine<void> std_promise() {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([promise = std::move(promise)]() mutable { promise.set_value(1); }).detach();
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    co_await aio::sleep(0.01);
}

// Asking, copying and dropping handles.
aio::Coroutine<void> looks(aio::Future<int> future) {
  std::thread([future] {
    aio::Future<int> copy = future;
    if (copy == future)
      copy = {};
  }).detach();
  co_await future;
}

// Not made outside for certain.
aio::Future<int> take_from_somewhere();
aio::Coroutine<void> unknown_origin() {
  std::thread([] {
    auto future = take_from_somewhere();
    future.cancel();
    take_from_somewhere().cancel();
    thread_local aio::EventLoop loop;
    loop.call_soon([] {});
  }).detach();
  co_await aio::sleep(1);
}

// Made in the thread, used in callables that it calls at once.
aio::Coroutine<void> own_through_calls() {
  std::thread([] {
    aio::EventLoop loop;
    auto prepare = [&loop] { loop.call_soon([] {}); };
    prepare();
    [&] { loop.stop(); }();
    loop.close();
  }).detach();
  co_await aio::sleep(1);
}

// Annotated.
struct [[clang::annotate("asynctidy::loop_bound")]] Session {
  void send(int);
  [[clang::annotate("asynctidy::thread_safe")]] void post(int);
};
// It locks.
[[clang::annotate("asynctidy::thread_safe")]] void deliver(Session &session) { session.send(1); }
aio::Coroutine<void> annotated(Session &session) {
  std::thread([&session] {
    session.post(1);
    deliver(session);
  }).detach();
  co_await aio::sleep(1);
}

// Whoever else touches it may hold the lock.
std::mutex mutex;
aio::Coroutine<void> locked(Session &session) {
  std::thread([&session] {
    const std::lock_guard lock(mutex);
    session.send(1);
  }).detach();
  std::thread([&session] {
    mutex.lock();
    session.send(1);
    mutex.unlock();
  }).detach();
  co_await aio::sleep(1);
}

// Moved in with all that there is of it.
struct [[clang::annotate("asynctidy::loop_bound")]] Connection {
  Connection();
  Connection(Connection &&);
  void write();
};
void serve(Connection connection) { connection.write(); }
aio::Coroutine<void> moved_in(Connection connection, Connection other) {
  std::thread([connection = std::move(connection)]() mutable { connection.write(); }).detach();
  std::thread(serve, std::move(other)).detach();
  co_await aio::sleep(1);
}

// Virtual, unknown and merely wrapped callees.
struct Sink {
  virtual ~Sink() = default;
  virtual void put(aio::Future<int> future) { future.cancel(); }
};
void keep(aio::Callback callable);
aio::Coroutine<void> open_calls(aio::Future<int> future, Sink &sink) {
  std::thread([future, &sink] {
    sink.put(future);
    keep([future] { future.cancel(); });
  }).detach();
  co_await aio::sleep(1);
}

// The helper is called on the loop only.
void helper(aio::Future<int> future) { future.cancel(); }
aio::Coroutine<void> helped(aio::Future<int> future) {
  helper(future);
  co_await future;
}
