// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

aio::Coroutine<int> fetch(int key, std::stop_token token = {});
int load(int key);
int load(int key, std::stop_token token);
int count(int key);
void later(std::function<void()> work);
void log(const char *text, bool stopped = false);

struct Options {
  int retries = 0;
  std::stop_token token;
};
int read(const Options &options, std::stop_token token = {});

aio::Coroutine<int> forwarded(int key, std::stop_token token) {
  co_return co_await fetch(key, token) + load(key, token);
}

int takesNone(int key, std::stop_token token) {
  log("counting");
  return token.stop_requested() ? 0 : count(key);
}

aio::Coroutine<int> another(int key, std::stop_token token, std::stop_source &source) {
  co_await fetch(key, source.get_token());
  co_await fetch(key, std::stop_token());
  co_return load(key, {});
}

int inAStruct(std::stop_token token) { return read(Options{3, token}); }

int inAVariable(std::stop_token token) {
  Options options{3, token};
  return read(options);
}

int inAMember(std::stop_token token) {
  Options options;
  options.token = token;
  return read(options);
}

struct Job {
  void stopWith(std::stop_token token);
  void run(std::stop_token token = {});
};

void inTheObject(std::stop_token token) {
  Job job;
  job.stopWith(token);
  job.run();
}

int withACallback(std::stop_token token) {
  std::stop_callback callback(token, [] { log("stopping"); });
  return load(1);
}

int onceStopped(std::stop_token token) {
  if (token.stop_requested())
    return load(0);
  return load(1, token);
}

int behindTheLoop(std::stop_token token) {
  while (!token.stop_requested())
    load(1, token);
  return load(0);
}

int brokenOff(bool more, std::stop_token token) {
  while (more) {
    if (token.stop_requested())
      break;
    more = load(1, token) > 0;
  }
  return load(0);
}

int handler(std::stop_token token) {
  try {
    return load(1, token);
  } catch (...) {
    load(0);
    throw;
  }
}

void handedElsewhere(std::stop_token token) {
  later([] { load(1); });
  later([=] { load(1, token); });
}

int movedOn(std::stop_token token) {
  const int value = load(1, std::move(token));
  return value + load(2);
}

int notNamed(std::stop_token) { return load(1); }

/// The form with the token is made of the one without.
int sum(int key);
int sum(int key, std::stop_token token) { return token.stop_requested() ? 0 : sum(key); }

int noToken() { return load(1); }

std::stop_token current();
int ambient(int key, std::stop_token token = current());
int findsItByItself(std::stop_token token) { return ambient(1); }

/// Another function that happens to have the name.
int parse(const char *text);
int parse(int number, std::stop_token token);
int sameName(std::stop_token token) { return parse("1"); }

struct Pool {
  Pool(std::stop_token token);
  void run(std::stop_token token = {});
};
void madeWithIt(std::stop_token token) {
  Pool pool(token);
  pool.run();
}

struct [[clang::annotate("asynctidy::cancellation_token")]] Abort {
  bool wanted() const;
};
int copy(int from, Abort abort = Abort());
int otherType(std::stop_token token) { return copy(1); }

struct Guard {
  ~Guard() { load(0); }
};
