// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

aio::Coroutine<int> fetch(int key, std::stop_token token = {});
int load(int key);
int load(int key, std::stop_token token);
int find(std::stop_token token, int key);
int find(int key);
void store(int value);

template <class T> void send(const T &value);
template <class T> void send(const T &value, std::stop_token token);

aio::Coroutine<int> defaulted(int key, std::stop_token token) {
  co_return co_await fetch(key); // expect: async-unforwarded-cancellation: 'fetch' is called without the token 'token': it goes on when that asks to stop
                                 // note: the token is here; pass it on
                                 // note: this parameter takes it
}

int overloaded(int key, std::stop_token token) {
  return load(key); // expect: async-unforwarded-cancellation: 'load' is called without the token 'token'
                    // note: this overload takes one
}

int inFront(const std::stop_token &token) {
  return find(1); // expect: async-unforwarded-cancellation: 'find' is called without
}

int oneOfTwo(std::stop_token token) {
  const int value = load(1, token);
  return value + load(2); // expect: async-unforwarded-cancellation: 'load' is called without
}

int inALoop(std::stop_token token) {
  int total = 0;
  for (int i = 0; i < 3; ++i)
    total += load(i); // expect: async-unforwarded-cancellation: 'load' is called without
  return total;
}

void asksBetween(std::stop_token token) {
  while (!token.stop_requested())
    store(load(1)); // expect: async-unforwarded-cancellation: 'load' is called without
}

void templates(std::stop_token token) {
  send(1); // expect: async-unforwarded-cancellation: 'send' is called without
  send(2, token);
}

struct Client {
  explicit Client(int port, std::stop_token token = {});
  void connect();
  void connect(std::stop_token token);
  static Client open(std::stop_token token = {});
};

void methods(Client &client, std::stop_token token) {
  client.connect(); // expect: async-unforwarded-cancellation: 'Client::connect' is called without
  Client::open(); // expect: async-unforwarded-cancellation: 'Client::open' is called without
  Client own(80); // expect: async-unforwarded-cancellation: 'Client' is called without
}

void waits(std::condition_variable_any &condition, std::mutex &mutex, const bool &ready,
           std::stop_token token) {
  std::unique_lock lock(mutex);
  condition.wait(lock, [&] { return ready; }); // expect: async-unforwarded-cancellation: 'std::condition_variable_any::wait' is called without
}

void threads() {
  std::jthread worker([](std::stop_token stop) {
    store(load(1)); // expect: async-unforwarded-cancellation: 'load' is called without the token 'stop'
  });
}

int recursive(int depth, std::stop_token token = {}) {
  if (depth == 0)
    return load(0, token);
  return recursive(depth - 1); // expect: async-unforwarded-cancellation: 'recursive' is called without
}

void afterTheCallback(std::stop_token token) {
  {
    std::stop_callback callback(token, [] { store(0); });
    load(1);
  }
  load(2); // expect: async-unforwarded-cancellation: 'load' is called without
}

struct [[clang::annotate("asynctidy::cancellation_token")]] Abort {
  bool wanted() const;
};
void copy(int from, int to, const Abort *unused = nullptr, Abort abort = Abort());

void homeMade(const Abort &abort) {
  copy(1, 2); // expect: async-unforwarded-cancellation: 'copy' is called without the token 'abort'
}
