// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
void one();
void two();
void three(int);
bool flag();
template <class F> void keep(F &&);
void hand(void (*)());
void change(void (*&)());
namespace std {
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  function() = default;
  template <class F> function(F f) { (void)f; }
  function(const function &) = default;
  template <class F> function &operator=(F f) { (void)f; return *this; }
  R operator()(A...) const;
  explicit operator bool() const;
  void swap(function &);
};
template <class F, class... A> int bind(F f, A...);
template <class T> class initializer_list { const T *p; unsigned long n; };
template <class T> class vector {
public:
  vector(initializer_list<T>);
  const T *begin() const;
  const T *end() const;
  const T &operator[](int) const;
  const T &at(int) const;
};
template <class A, class B> struct pair { A first; B second; template <class X, class Y> pair(X, Y); };
template <class K, class V> class map {
public:
  map(initializer_list<pair<const K, V>>);
  const V &at(K) const;
};
}
)";

/// The names of the functions that the call on the line marked @\p mark may run by what holds them.
std::vector<std::string> targets(Analysed &code, const std::string &mark) {
  std::vector<std::string> names;
  for (const flow::Function &function : code.unit().functions())
    for (const flow::Call &call : function.indirectCalls)
      if (code.isAt(mark, *call.expr))
        names.push_back(call.callee->getNameAsString());
  llvm::sort(names);
  return names;
}

TEST(Targets, OfALocalThatIsGivenOneFunction) {
  Analysed code(head + R"(
void f() {
  void (*pointer)() = &one;
  pointer();                    // @pointer
  (*pointer)();                 // @star
  std::function<void()> held = two;
  held();                       // @held
  std::function<void()> lambda = [] { one(); };
  lambda();                     // @lambda
  std::function<void()> made = std::function<void()>(one);
  auto copy = made;
  copy();                       // @copy
  void (&reference)() = two;
  reference();                  // @reference
  auto converted = +[] { one(); };
  converted();                  // @converted
  std::function<void(int)> braced{three};
  braced(1);                    // @braced
}
)");
  EXPECT_THAT(targets(code, "pointer"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "star"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "held"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "lambda"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "copy"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "reference"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "converted"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "braced"), ElementsAre("three"));
}

TEST(Targets, OfALocalThatIsGivenSeveral) {
  Analysed code(head + R"(
void f() {
  auto chosen = flag() ? one : two;
  chosen();                     // @chosen
  std::function<void()> later;
  if (flag())
    later = one;
  else
    later = two;
  later();                      // @later
  void (*optional)() = nullptr;
  if (flag())
    optional = one;
  if (optional)
    optional();                 // @optional
}
)");
  EXPECT_THAT(targets(code, "chosen"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "later"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "optional"), ElementsAre("one"));
}

TEST(Targets, OfALocalAreThoseThatItCanHoldThere) {
  Analysed code(head + R"(
void f() {
  void (*step)() = one;
  step();                       // @first
  step = two;
  step();                       // @second
  if (flag())
    step = one;
  step();                       // @third
}
void loop() {
  void (*step)() = one;
  while (flag()) {
    step();                     // @round
    step = two;
  }
  for (;;) {
    void (*fresh)() = one;
    fresh();                    // @fresh
    fresh = two;
  }
}
void lambdas() {
  void (*step)() = one;
  auto copy = [step] {
    step();                     // @copy
  };
  auto reference = [&step] {
    step();                     // @reference
  };
  step = two;
  copy();
  reference();
}
)");
  EXPECT_THAT(targets(code, "first"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "second"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "third"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "round"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "fresh"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "copy"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "reference"), ElementsAre("one", "two"));
}

TEST(Targets, AreUnknownWhereSomebodyElseMayAssign) {
  Analysed code(head + R"(
void (*external)();
void (*shared)() = one;
void **address();
void f(void (*parameter)(), std::function<void()> given) {
  parameter();                  // @parameter
  given();                      // @given
  external();                   // @external
  shared();                     // @shared
  void (*aliased)() = one;
  change(aliased);
  aliased();                    // @aliased
  void (*pointed)() = one;
  void (**to)() = &pointed;
  pointed();                    // @pointed
  std::function<void()> swapped = one;
  swapped.swap(given);
  swapped();                    // @swapped
  void (*mixed)() = one;
  if (flag())
    mixed = parameter;
  mixed();                      // @mixed
}
)");
  for (const char *mark :
       {"parameter", "given", "external", "shared", "aliased", "pointed", "swapped", "mixed"})
    EXPECT_THAT(targets(code, mark), IsEmpty()) << mark;
}

TEST(Targets, StayKnownWhereAVariableIsOnlyRead) {
  Analysed code(head + R"(
void f() {
  std::function<void()> held = one;
  keep(held);
  std::function<void()> copy(held);
  if (held)
    held();                     // @held
  void (*pointer)() = two;
  hand(pointer);
  if (pointer != nullptr)
    pointer();                  // @pointer
}
)");
  EXPECT_THAT(targets(code, "held"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "pointer"), ElementsAre("two"));
}

TEST(Targets, OfVariablesThatOutliveCalls) {
  Analysed code(head + R"(
void (*const constant)() = one;
static void (*never_changed)() = one;
static void (*changed)() = one;
static void (*set_once)();
namespace { std::function<void()> hidden = [] { one(); }; }
void set() { changed = two; set_once = two; }
struct Table { static constexpr void (*entry)() = &two; };
void f() {
  constant();                   // @constant
  never_changed();              // @never
  changed();                    // @changed
  set_once();                   // @once
  hidden();                     // @hidden
  Table::entry();               // @entry
  static void (*kept)() = one;
  kept();                       // @kept
}
)");
  EXPECT_THAT(targets(code, "constant"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "never"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "changed"), IsEmpty());
  EXPECT_THAT(targets(code, "once"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "hidden"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "entry"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "kept"), ElementsAre("one"));
}

TEST(Targets, OfMembers) {
  Analysed code(head + R"(
struct Fixed {
  void (*start)() = one;
  const std::function<void()> stop;
  std::function<void()> late;
  std::function<void()> either = one;
  std::function<void()> given;
  Fixed(std::function<void()> g) : stop(two), given(g) {}
  void set() { late = [] { one(); }; either = two; }
  void run() {
    start();                    // @start
    stop();                     // @stop
    late();                     // @late
    either();                   // @either
    given();                    // @given
  }
};
struct Hooks { void (*open)(); void (*close)(); };
void f(Hooks &other) {
  Hooks hooks{.open = one, .close = two};
  hooks.open();                 // @open
  other.close();                // @close
}
struct Two { void (*act)(); };
void g(Two &t) {
  Two a{one}, b{two};
  t.act();                      // @act
}
)");
  EXPECT_THAT(targets(code, "start"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "stop"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "late"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "either"), IsEmpty());
  EXPECT_THAT(targets(code, "given"), IsEmpty());
  EXPECT_THAT(targets(code, "open"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "close"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "act"), IsEmpty());
}

TEST(Targets, OfConstantTables) {
  Analysed code(head + R"(
constexpr void (*array[])() = {one, two};
const std::vector<std::function<void()>> list = {one, [] { two(); }};
const std::map<int, std::function<void()>> names = {{1, one}, {2, two}};
struct Entry { const char *name; void (*run)(); void (*undo)(); };
const Entry entries[] = {{"a", one, two}, {"b", one, nullptr}};
void (*variable[])() = {one, two};
void f(int i) {
  array[i]();                   // @array
  list[i]();                    // @list
  names.at(i)();                // @names
  entries[i].run();             // @run
  entries[i].undo();            // @undo
  for (const Entry &each : entries)
    each.run();                 // @each
  for (auto held : list)
    held();                     // @held
  variable[i]();                // @variable
}
)");
  EXPECT_THAT(targets(code, "array"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "list"), ElementsAre("one", "operator()"));
  EXPECT_THAT(targets(code, "names"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "run"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "undo"), ElementsAre("two"));
  EXPECT_THAT(targets(code, "each"), ElementsAre("one"));
  EXPECT_THAT(targets(code, "held"), ElementsAre("one", "operator()"));
  EXPECT_THAT(targets(code, "variable"), IsEmpty());
}

TEST(Targets, OfPointersToMethodsThatNobodyOverrides) {
  Analysed code(head + R"(
struct Device {
  void reset();
  virtual void open();
};
void f(Device &device) {
  void (Device::*method)() = &Device::reset;
  (device.*method)();           // @method
  void (Device::*open)() = &Device::open;
  (device.*open)();             // @open
}
)");
  EXPECT_THAT(targets(code, "method"), ElementsAre("reset"));
  EXPECT_THAT(targets(code, "open"), IsEmpty());
}

TEST(Targets, OfWhatAFunctionReturns) {
  Analysed code(head + R"(
std::function<void()> make() { return [] { one(); }; }
std::function<void()> either() {
  if (flag())
    return one;
  return two;
}
std::function<void()> pass(std::function<void()> given) { return given; }
void f() {
  make()();                     // @make
  auto chosen = either();
  chosen();                     // @chosen
  pass(one)();                  // @pass
}
)");
  EXPECT_THAT(targets(code, "make"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "chosen"), ElementsAre("one", "two"));
  EXPECT_THAT(targets(code, "pass"), IsEmpty());
}

TEST(Targets, OfVariablesThatHoldThemselves) {
  Analysed code(head + R"(
void f() {
  std::function<void(int)> again = [&](int n) {
    again(n - 1);               // @again
  };
  void (*a)() = one, (*b)() = two;
  while (flag()) {
    a = b;
    b = a;
  }
  b();                          // @circle
}
)");
  EXPECT_THAT(targets(code, "again"), ElementsAre("operator()"));
  EXPECT_THAT(targets(code, "circle"), ElementsAre("two"));
}

TEST(Targets, OfCapturesThatAreInitialised) {
  Analysed code(head + R"(
void f() {
  std::function<void()> held = one;
  auto lambda = [inner = std::move(held)] {
    inner();                    // @inner
  };
  lambda();
}
)");
  EXPECT_THAT(targets(code, "inner"), ElementsAre("one"));
}

} // namespace
} // namespace asynctidy::test
