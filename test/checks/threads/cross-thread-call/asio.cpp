// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <asio.hpp>

#include <mutex>
#include <thread>

using Socket = asio::ip::tcp::socket;

void timer_from_a_thread(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.expires_after(std::chrono::seconds(1));
  timer.async_wait([](asio::error_code) {});
  std::thread stopper([&timer] {
    timer.cancel(); // expect: async-cross-thread-call: 'asio::basic_waitable_timer::cancel' is called off the thread
                    // note: use asio::post(object.get_executor(), [...] { ... }) instead
  });
  context.run();
  stopper.join();
}

void from_a_pool(asio::io_context &context, asio::thread_pool &pool) {
  asio::steady_timer timer(context);
  asio::post(pool, [&timer] {
    timer.cancel(); // expect: async-cross-thread-call: 'asio::basic_waitable_timer::cancel' is called off the thread
  });
  context.run();
}

class Client {
public:
  explicit Client(asio::io_context &context) : socket_(context) {}
  void start() {
    watcher_ = std::thread([this] {
      socket_.cancel(); // expect: async-cross-thread-call: 'asio::basic_socket::cancel' is called off the thread
    });
  }
  void stop() {
    asio::post(socket_.get_executor(), [this] { socket_.cancel(); });
  }
  void stop_from_a_thread() {
    watcher_ = std::thread([this] {
      asio::post(socket_.get_executor(), [this] { socket_.cancel(); });
      asio::dispatch(socket_.get_executor(), [this] { socket_.cancel(); });
    });
  }

private:
  Socket socket_;
  std::thread watcher_;
};

// Several threads run the context: this is one of them.
void threads_of_the_context(asio::io_context &context) {
  asio::steady_timer timer(context);
  std::thread worker([&] {
    timer.async_wait([](asio::error_code) {});
    context.run();
  });
  std::thread poller([&] {
    while (context.poll() == 0)
      timer.cancel();
  });
  context.run();
  worker.join();
  poller.join();
}

// The pool is the timer's own executor, or may be.
void executor_of_the_pool(asio::thread_pool &pool, Socket &socket) {
  asio::steady_timer timer(pool);
  auto strand = asio::make_strand(pool);
  asio::steady_timer other(strand);
  asio::post(pool, [&] { timer.async_wait([](asio::error_code) {}); });
  asio::post(strand, [&] { other.async_wait([](asio::error_code) {}); });
  asio::post(pool, [&] { socket.cancel(); });
  pool.join();
}

// The classic server: one thread for each client, that owns its socket.
void session(Socket socket) {
  socket.async_wait(Socket::wait_read, [](asio::error_code) {});
  socket.cancel();
}
void serve(asio::io_context &context) {
  asio::ip::tcp::acceptor acceptor(context, {asio::ip::tcp::v4(), 0});
  while (true)
    std::thread(session, acceptor.accept()).detach();
}
void serve_moved(Socket socket) {
  std::thread(session, std::move(socket)).detach();
}

// Locked, as everywhere.
void locked(asio::io_context &context, std::mutex &mutex) {
  asio::steady_timer timer(context);
  std::thread worker([&] {
    const std::scoped_lock lock(mutex);
    timer.cancel();
  });
  context.run();
  worker.join();
}

// A thread with a context of its own.
void own_context() {
  std::thread worker([] {
    asio::io_context context;
    asio::steady_timer timer(context);
    timer.async_wait([](asio::error_code) {});
    context.run();
    timer.cancel();
  });
  worker.join();
}
