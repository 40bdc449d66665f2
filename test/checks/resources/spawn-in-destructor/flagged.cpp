// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-discarded-task.AllowedTypes=aio::Task;Job async-unawaited-coroutine.AllowedTypes=aio::Task;Job
#include <aio/aio.h>

#include <coroutine>

aio::Coroutine<void> goodbye(int id);

struct Session {
  ~Session() {
    aio::create_task(goodbye(id)); // expect: async-spawn-in-destructor: is started by the destructor of 'Session', and nobody can await it
                                   // note: give the class a coroutine that closes it
  }
  int id = 0;
};

struct OnPurpose {
  ~OnPurpose() {
    (void)aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'OnPurpose'
  }
};

struct Named {
  ~Named() {
    auto task = aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'Named'
  }
};

struct InABranch {
  bool open = true;
  ~InABranch() {
    if (open)
      aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'InABranch'
  }
};

class Helper {
public:
  ~Helper() { close(); }

private:
  void close() {
    aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'Helper'
                                  // note: the destructor calls it here
  }
};

struct OutOfLine {
  ~OutOfLine();
};
OutOfLine::~OutOfLine() {
  aio::get_running_loop().create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'OutOfLine'
}

struct Base {
  virtual ~Base() {
    aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'Base'
  }
};

template <class T> struct Instance {
  T value{};
  ~Instance() {
    aio::create_task(goodbye(value)); // expect: async-spawn-in-destructor: the destructor of 'Instance
  }
};
template struct Instance<int>;
template struct Instance<long>;

[[clang::annotate("asynctidy::detaches")]] void in_background(aio::Coroutine<void> work);
struct Detaching {
  ~Detaching() {
    in_background(goodbye(1)); // expect: async-spawn-in-destructor: this work is started by the destructor of 'Detaching'
  }
};

struct Job {
  struct promise_type {
    Job get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
    std::exception_ptr error;
  };
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
Job eager();
struct HomeMade {
  ~HomeMade() {
    eager(); // expect: async-spawn-in-destructor: the destructor of 'HomeMade'
  }
};

struct Twice {
  ~Twice() noexcept {
    aio::create_task(goodbye(1)); // expect: async-spawn-in-destructor: the destructor of 'Twice'
    aio::create_task(goodbye(2)); // expect: async-spawn-in-destructor: the destructor of 'Twice'
  }
};
