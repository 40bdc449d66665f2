// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whoever has waited for the future knows that somebody completed the promise.
#include <chrono>
#include <functional>
#include <future>
#include <vector>

void onEnd(int client, std::function<void()> callback);
void adopt(std::future<void> future);

void all(const std::vector<int> &clients) {
  std::promise<void> ended;
  unsigned count = 0;
  for (int client : clients)
    onEnd(client, [&] {
      if (++count == clients.size())
        ended.set_value();
    });
  ended.get_future().wait();
}

void got(const std::vector<int> &clients) {
  std::promise<int> first;
  for (int client : clients)
    onEnd(client, [&] { first.set_value(client); });
  int client = first.get_future().get();
  onEnd(client, [] {});
}

void adopted(const std::vector<int> &clients) {
  std::promise<void> ended; // expect: async-unfulfilled-promise: 'ended' is not completed on every way
  for (int client : clients)
    onEnd(client, [&] { ended.set_value(); });
  adopt(ended.get_future());
}

void never(bool ok) {
  std::promise<void> ended; // expect: async-unfulfilled-promise: 'ended' is not completed on every way
  if (ok)
    ended.set_value();
  ended.get_future().wait();
}

void notLong(const std::vector<int> &clients) {
  std::promise<void> ended; // expect: async-unfulfilled-promise: 'ended' is not completed on every way
  for (int client : clients)
    onEnd(client, [&] { ended.set_value(); });
  ended.get_future().wait_for(std::chrono::seconds(1));
}

void found(const std::vector<int> &clients, int wanted) {
  std::promise<void> ended; // expect: async-unfulfilled-promise: 'ended' is not completed on every way
  for (int client : clients)
    if (client == wanted) {
      ended.set_value();
      break;
    }
  ended.get_future().wait();
}

void tooEarly(const std::vector<int> &clients) {
  std::promise<void> ended; // expect: async-unfulfilled-promise: 'ended' is not completed on every way
  ended.get_future().wait();
  for (int client : clients)
    onEnd(client, [&] { ended.set_value(); });
}
