// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string>
#include <utility>
#include <vector>

namespace seastar {
struct smp {
  template <class F> static void submit_to(unsigned shard, F &&callable) {}
};
} // namespace seastar

std::string load();
int count();

void shards(std::string &given, std::vector<int> numbers) {
  std::string text;
  int total = 0;
  seastar::smp::submit_to(1, [&text] {
    text = load(); // expect: async-cross-thread-call: 'text' is changed on another loop than the one that it belongs to
                   // note: 'text' is declared here
                   // note: return the value from the callable
  });
  seastar::smp::submit_to(1, [&] {
    if (count() > 1)
      text.clear(); // expect: async-cross-thread-call: 'text' is changed on another loop
  });
  seastar::smp::submit_to(1, [&] {
    numbers.push_back(1); // expect: async-cross-thread-call: 'numbers' is changed on another loop
  });
  seastar::smp::submit_to(2, [&given] {
    given = load(); // expect: async-cross-thread-call: 'given' is changed on another loop
  });
  seastar::smp::submit_to(2, [&total] { total = count(); });
  seastar::smp::submit_to(2, [text]() mutable { text = load(); });
  seastar::smp::submit_to(2, [&numbers] { numbers[1] = count(); });
  seastar::smp::submit_to(2, [&text] { return text.size() + 1; });
  seastar::smp::submit_to(2, [own = std::move(text)]() mutable { own = load(); });
}
