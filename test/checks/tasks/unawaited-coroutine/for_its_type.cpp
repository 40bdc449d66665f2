// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Objects of which only the type is asked.
#include <aio/aio.h>

#include <type_traits>
#include <utility>

aio::Coroutine<int> fetch();

void clean() {
  auto work = fetch();
  static_assert(std::is_same_v<decltype(work), aio::Coroutine<int>>);
  auto other = fetch();
  using Other = decltype(other);
  static_assert(sizeof(Other) > 0);
  auto sized = fetch();
  static_assert(noexcept(std::move(sized)) && sizeof(sized) > 0);
  auto task = aio::create_task(fetch());
  static_assert(!std::is_same_v<decltype(task), Other>);
  auto quieted = fetch();
  static_assert(std::is_move_constructible_v<decltype(quieted)>);
  (void)quieted;
}

template <class T> void generic() {
  T work = fetch();
  static_assert(!std::is_same_v<decltype(work), int>);
}
template void generic<aio::Coroutine<int>>();

void flagged() {
  auto ignored = fetch(); // expect: async-unawaited-coroutine: is stored in 'ignored', which is never awaited
  (void)ignored;
  auto forgotten = fetch(); // expect: async-unawaited-coroutine: is stored in 'forgotten', which is never awaited
  [[maybe_unused]] auto unused = fetch(); // expect: async-unawaited-coroutine: is stored in 'unused', which is never awaited
}
