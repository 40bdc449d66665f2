// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coroutine>
#include <exception>
#include <future>

template <class T, class Start> struct Promise {
  std::exception_ptr error;
  T get_return_object();
  Start initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() { error = std::current_exception(); }
};
struct Awaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

struct Lazy : Awaiter { // expect: async-missing-nodiscard: 'Lazy' is not [[nodiscard]]; nothing warns that the work never runs when an object of it is dropped
                        // fix: struct [[nodiscard]] Lazy : Awaiter {
  using promise_type = Promise<Lazy, std::suspend_always>;
};
class Eager : public Awaiter { // expect: async-missing-nodiscard: 'Eager' is not [[nodiscard]]; nothing warns that its error is lost
                               // fix: class [[nodiscard]] Eager : public Awaiter {
public:
  using promise_type = Promise<Eager, std::suspend_never>;
};
template <class T> struct Generic : Awaiter { // expect: async-missing-nodiscard: 'Generic' is not [[nodiscard]]
                                              // fix: template <class T> struct [[nodiscard]] Generic : Awaiter {
  using promise_type = Promise<Generic, std::suspend_always>;
};
struct alignas(16) Aligned final : Awaiter { // expect: async-missing-nodiscard: 'Aligned' is not [[nodiscard]]
                                             // fix: struct alignas(16) [[nodiscard]] Aligned final : Awaiter {
  using promise_type = Promise<Aligned, std::suspend_always>;
};
namespace shop {
class Job;
}
class shop::Job : public Awaiter { // expect: async-missing-nodiscard: 'Job' is not [[nodiscard]]
                                   // fix: class [[nodiscard]] shop::Job : public Awaiter {
public:
  using promise_type = Promise<Job, std::suspend_always>;
};
struct Outer {
  struct Inner : Awaiter { // expect: async-missing-nodiscard: 'Inner' is not [[nodiscard]]
                           // fix: struct [[nodiscard]] Inner : Awaiter {
    using promise_type = Promise<Inner, std::suspend_always>;
  };
};
struct [[clang::annotate("asynctidy::coroutine")]] Described { // expect: async-missing-nodiscard: 'Described' is not [[nodiscard]]
                                                               // fix: struct [[clang::annotate("asynctidy::coroutine")]] [[nodiscard]] Described {
  int id;
};
#define TASK_CLASS(name) struct name : Awaiter
TASK_CLASS(FromMacro) { // expect: async-missing-nodiscard: 'FromMacro' is not [[nodiscard]]
  using promise_type = Promise<FromMacro, std::suspend_always>;
};

struct [[nodiscard]] Marked : Awaiter {
  using promise_type = Promise<Marked, std::suspend_always>;
};
template <class T> class [[nodiscard]] MarkedToo : public Awaiter {
public:
  using promise_type = Promise<MarkedToo, std::suspend_always>;
};
struct [[clang::annotate("asynctidy::detaches")]] Fire : Awaiter {
  using promise_type = Promise<Fire, std::suspend_never>;
};
struct Unawaitable {
  using promise_type = Promise<Unawaitable, std::suspend_never>;
};
struct Unused : Awaiter {
  using promise_type = Promise<Unused, std::suspend_always>;
};
struct Plain {
  int id;
};

Lazy lazy() { co_return; }
Lazy lazyToo() { co_return; }
Eager eager() { co_return; }
Generic<int> generic() { co_return; }
Generic<long> genericToo() { co_return; }
Aligned aligned() { co_return; }
shop::Job job() { co_return; }
Outer::Inner inner() { co_return; }
Described described();
void useDescribed(Described);
FromMacro fromMacro() { co_return; }
Marked marked() { co_return; }
MarkedToo<int> markedToo() { co_return; }
Fire fire() { co_return; }
Unawaitable unawaitable() { co_return; }
Plain plain() { return {}; }
void uses() { useDescribed(described()); }

// The class is the library's: only the function can be marked.
std::future<int> answer() { // expect: async-missing-nodiscard: neither 'answer' nor the type it returns is [[nodiscard]]; nothing warns that its error is lost when its result is dropped
                            // fix: [[nodiscard]] std::future<int> answer() {
  return std::async([] { return 42; });
}
struct Service {
  static std::future<int> ask() { return answer(); } // expect: async-missing-nodiscard: neither 'ask' nor the type it returns
                                                     // fix: [[nodiscard]] static std::future<int> ask() { return answer(); }
  [[nodiscard]] std::future<int> tell() { return answer(); }
};
template <class T> std::future<T> make() { return {}; } // expect: async-missing-nodiscard: neither 'make' nor
                                                         // fix: template <class T> [[nodiscard]] std::future<T> make() { return {}; }
auto made = make<int>();
auto closure = [] { return make<long>(); };
