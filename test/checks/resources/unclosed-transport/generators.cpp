// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asynchronous generators: begun with the first item, at their end with an answer without one.
#include <aio/aio.h>

#include <optional>
#include <utility>
#include <vector>

void log(int value);
bool enough(int value);
aio::Coroutine<void> handle(int value);
aio::Coroutine<void> drain(aio::AsyncGenerator<int> items);
aio::AsyncGenerator<int> numbers(int count);

aio::Coroutine<int> firstOnly() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is never closed
                           // note: it is begun here
                           // note: one that is left half-way is destroyed where it is suspended
                           // fix: co_await items.aclose();
                           // fix: co_return *first;
  const std::optional<int> first = co_await items.next();
  co_return *first;
}

aio::Coroutine<void> leftEarly() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is not closed on every way
  while (const std::optional<int> item = co_await items.next()) {
    if (enough(*item))
      co_return;
  }
}

aio::Coroutine<void> brokenOff() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is not closed on every way
  while (true) {
    const auto item = co_await items.next();
    if (!item)
      break;
    if (enough(*item))
      break;
    log(*item);
  }
}

/// What the loop's body throws leaves the generator where it is.
aio::Coroutine<void> throwingBody() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is not closed when an exception
  while (const auto item = co_await items.next())
    co_await handle(*item);
}

/// Three items are not all, even of three: the body waits behind the last.
aio::Coroutine<int> counted() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is
  int sum = 0;
  for (int i = 0; i < 3; ++i)
    sum += *co_await items.next();
  co_return sum;
}

aio::Coroutine<void> overwritten() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is overwritten before it is closed
  log(*co_await items.next());
  items = numbers(4);
  while (const auto item = co_await items.next())
    log(*item);
}

aio::Coroutine<void> underATimeout() {
  auto items = numbers(3); // expect: async-unclosed-transport: 'items' is
  const auto item = co_await aio::wait_for(items.next(), 1);
  if (item)
    log(*item);
}

/// Clean

aio::Coroutine<void> exhausted() {
  auto items = numbers(3);
  while (const auto item = co_await items.next())
    log(*item);
  auto more = numbers(3);
  while (true) {
    const auto item = co_await more.next();
    if (!item.has_value())
      break;
    log(*item);
  }
  auto rest = numbers(3);
  auto item = co_await rest.next();
  while (item) {
    log(*item);
    item = co_await rest.next();
  }
}

aio::Coroutine<void> closed() {
  auto items = numbers(3);
  log(*co_await items.next());
  co_await items.aclose();
}

aio::Coroutine<int> closedByContext() {
  co_return co_await aio::with(aio::aclosing(numbers(3)), [](auto items) -> aio::Coroutine<int> {
    co_return *co_await items.next();
  });
}

aio::Coroutine<void> neverBegun(bool wanted) {
  auto items = numbers(3);
  if (!wanted)
    co_return;
  co_await drain(items);
}

/// The exception comes out of the generator's body, which ends with it.
aio::Coroutine<void> failing() {
  auto items = numbers(3);
  try {
    while (const auto item = co_await items.next())
      log(*item);
  } catch (const std::exception &) {
    log(0);
  }
}

aio::Coroutine<void> keptException() {
  auto items = numbers(3);
  std::exception_ptr error;
  try {
    while (const auto item = co_await items.next())
      co_await handle(*item);
  } catch (...) {
    error = std::current_exception();
  }
  co_await items.aclose();
  if (error)
    std::rethrow_exception(error);
}

aio::Coroutine<void> givenAway(std::vector<aio::AsyncGenerator<int>> &all) {
  auto items = numbers(3);
  log(*co_await items.next());
  all.push_back(items);
}

aio::Coroutine<aio::AsyncGenerator<int>> returned() {
  auto items = numbers(3);
  log(*co_await items.next());
  co_return items;
}

/// Whoever gave it has it, too.
aio::Coroutine<int> given(aio::AsyncGenerator<int> items) { co_return *co_await items.next(); }

/// Nobody knows what these say of the end.
aio::Coroutine<void> askedOtherwise() {
  auto items = numbers(3);
  const bool more = (co_await items.next()).has_value();
  if (more)
    co_await items.aclose();
  auto others = numbers(3);
  const auto other = co_await others.next();
  if (other == std::nullopt)
    co_return;
  co_await others.aclose();
}

/// A generator whose destructor destroys the body has nothing to be closed.
template <class T> struct Stream {
  struct promise_type {
    Stream get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
  };
  ~Stream() {
    if (frame)
      frame.destroy();
  }
  aio::Coroutine<std::optional<T>> next();
  std::coroutine_handle<promise_type> frame;
};

Stream<int> stream();

aio::Coroutine<int> ofAnotherLibrary() {
  auto items = stream();
  co_return *co_await items.next();
}

/// One that wants to be closed says so.
struct [[clang::annotate("asynctidy::must_close")]] Rows {
  [[clang::annotate("asynctidy::advances")]] aio::Coroutine<std::optional<int>> row();
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> close();
};
Rows query();

aio::Coroutine<int> firstRow() {
  auto rows = query(); // expect: async-unclosed-transport: 'rows' is not closed on every way
  const auto row = co_await rows.row();
  if (row)
    co_return *row;
  co_return 0;
}

aio::Coroutine<int> allRows() {
  auto rows = query();
  int sum = 0;
  while (const auto row = co_await rows.row())
    sum += *row;
  co_return sum;
}
