// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Algorithms call what they are given while they run, on the thread of their caller.
#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <variant>
#include <vector>

#include <unistd.h>

#include "../../mocks/job.h"

Job job();

Job elements(std::vector<int> &v) {
  auto f = v.begin(), l = v.end();
  std::accumulate(f, l, 0, [](int a, int) { sleep(1); return a; }); // expect: async-blocking-call: blocks the event loop
  (void)std::all_of(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  (void)std::any_of(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  (void)std::none_of(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  (void)std::count_if(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  (void)std::find_if(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  (void)std::find_if_not(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  std::generate(f, l, [] { sleep(1); return 1; }); // expect: async-blocking-call: blocks the event loop
  std::generate_n(f, 1, [] { sleep(1); return 1; }); // expect: async-blocking-call: blocks the event loop
  std::partition(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  std::reduce(f, l, 0, [](int a, int) { sleep(1); return a; }); // expect: async-blocking-call: blocks the event loop
  (void)std::remove_if(f, l, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  std::sort(f, l, [](int a, int b) { sleep(1); return a < b; }); // expect: async-blocking-call: blocks the event loop
  std::stable_sort(f, l, [](int a, int b) { sleep(1); return a < b; }); // expect: async-blocking-call: blocks the event loop
  std::transform(f, l, f, [](int a) { sleep(1); return a; }); // expect: async-blocking-call: blocks the event loop
  std::erase_if(v, [](int) { sleep(1); return true; }); // expect: async-blocking-call: blocks the event loop
  co_return;
}

Job calls(std::variant<int, long> &variant) {
  std::invoke([] { sleep(1); }); // expect: async-blocking-call: blocks the event loop
  std::apply([](int) { sleep(1); }, std::tuple(1)); // expect: async-blocking-call: blocks the event loop
  std::visit([](long) { sleep(1); }, variant); // expect: async-blocking-call: blocks the event loop
  co_return;
}

void dropped(std::vector<int> &v) {
  std::for_each(v.begin(), v.end(), [](int) { return job(); }); // expect: async-void-callback: its body never runs
  std::for_each_n(v.begin(), 1, [](int) { return job(); }); // expect: async-void-callback: its body never runs
  std::ranges::for_each(v, [](int) { return job(); }); // expect: async-void-callback: its body never runs
}
