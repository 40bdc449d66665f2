// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

struct File {
  aio::Coroutine<void> open();
  aio::Coroutine<void> write(std::string text);
  aio::Coroutine<void> close();
  aio::Coroutine<int> size() const;
};
aio::Coroutine<void> create();
aio::Coroutine<void> write();
aio::Coroutine<void> close();
aio::Coroutine<void> openLog();
aio::Coroutine<void> writeLog();
aio::Coroutine<void> closeLog();
aio::Coroutine<void> fetch(std::string &page);
aio::Coroutine<void> parse(std::string page);
aio::Coroutine<void> connect(File &file);
aio::Coroutine<void> send(File &file, std::string text);
aio::Coroutine<void> async_close(File *file);
aio::Coroutine<void> count(int &words);
aio::Coroutine<void> show(int words);
void log(const char *text);

// The example of asyncio's documentation.
void documented(aio::EventLoop &loop) {
  loop.create_task(create()); // expect: async-unchained-coroutines: 'create' is started and not awaited before 'write', which needs it, is started; nothing makes them run in this order
                              // note: this step depends on it
                              // note: await each step before the next
  loop.create_task(write()); // expect: async-discarded-task: is dropped
  loop.create_task(close()); // expect: async-discarded-task: is dropped
}

void sameNoun() {
  aio::create_task(openLog()); // expect: async-unchained-coroutines: 'openLog' is started and not awaited before 'writeLog'
  aio::create_task(writeLog()); // expect: async-discarded-task: is dropped
  aio::create_task(closeLog()); // expect: async-discarded-task: is dropped
}

aio::Coroutine<void> methods(File &file) {
  auto opening = aio::create_task(file.open()); // expect: async-unchained-coroutines: 'File::open' is started and not awaited before 'File::write', which needs it
                                                // note: this step uses 'file', too
  auto writing = aio::create_task(file.write("text")); // expect: async-unchained-coroutines: 'File::write' is started and not awaited before 'File::close' is started, which may end first and leave nothing to work on
                                                       // expect: async-unretrieved-exception: nobody reads 'writing'
  auto closing = aio::create_task(file.close()); // expect: async-unretrieved-exception: nobody reads 'closing'
  co_await opening;
  co_await writing;
  co_await closing;
}

void onPurpose(File &file) {
  (void)aio::create_task(file.write("text")); // expect: async-unchained-coroutines: 'File::write' is started and not awaited before 'File::close'
  (void)aio::create_task(file.close());
}

void localObject() {
  File file;
  (void)aio::create_task(file.open()); // expect: async-unchained-coroutines: 'File::open' is started
  log("opening");
  (void)aio::create_task(file.write("text")); // expect: async-unchained-coroutines: 'File::write' is started
  (void)aio::create_task(file.write("more")); // expect: async-unchained-coroutines: 'File::write' is started
  (void)aio::create_task(file.close());
}

void throughAPointer(File *file) {
  (void)aio::create_task(file->write("text")); // expect: async-unchained-coroutines: 'File::write' is started
  (void)aio::create_task(file->close());
}

void throughASmartPointer(std::shared_ptr<File> file) {
  (void)aio::create_task(file->open()); // expect: async-unchained-coroutines: 'File::open' is started
  (void)aio::create_task(file->write("text"));
}

struct Session {
  File file_;
  aio::TaskGroup group_;
  aio::Coroutine<void> connect();
  aio::Coroutine<void> login();
  aio::Coroutine<void> disconnect();

  void member() {
    (void)aio::create_task(file_.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
    (void)aio::create_task(file_.close());
  }
  void own() {
    (void)aio::create_task(connect()); // expect: async-unchained-coroutines: 'Session::connect' is started and not awaited before 'Session::login'
    (void)aio::create_task(login());
  }
  void leave() {
    (void)aio::create_task(this->login()); // expect: async-unchained-coroutines: 'Session::login' is started and not awaited before 'Session::disconnect'
    (void)aio::create_task(this->disconnect());
  }
  // The group waits for both, in whatever order they end.
  void grouped() {
    group_.create_task(file_.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
    group_.create_task(file_.close());
  }
};

void freeFunctions(File &file) {
  (void)aio::create_task(connect(file)); // expect: async-unchained-coroutines: 'connect' is started and not awaited before 'send'
  (void)aio::create_task(send(file, "text")); // expect: async-unchained-coroutines: 'send' is started
  (void)aio::create_task(send(file, "more")); // expect: async-unchained-coroutines: 'send' is started
  (void)aio::create_task(file.close());
}

aio::Coroutine<void> copied() {
  std::string page;
  auto fetching = aio::create_task(fetch(page)); // expect: async-unchained-coroutines: 'fetch' is started and not awaited before 'parse' is given what it is still to write
                                                 // note: this step gets a copy of 'page' as it is now
  auto parsing = aio::create_task(parse(page)); // expect: async-unretrieved-exception: nobody reads 'parsing'
  co_await fetching;
  co_await parsing;
}

void copiedNumber(int &words) {
  (void)aio::create_task(count(words)); // expect: async-unchained-coroutines: 'count' is started
  (void)aio::create_task(show(words));
}

void inABranch(File &file, bool last) {
  if (last) {
    (void)aio::create_task(file.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
    (void)aio::create_task(file.close());
  }
}

void inALoop(std::vector<File> &files) {
  for (File &file : files) {
    (void)aio::create_task(file.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
    (void)aio::create_task(file.close());
  }
}

auto inALambda(File &file) {
  return [&file] {
    (void)aio::create_task(file.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
    (void)aio::create_task(file.close());
  };
}

template <class F> void instance(F &file) {
  auto writing = aio::ensure_future(file.write("bye")); // expect: async-unchained-coroutines: 'File::write' is started
  auto closing = aio::ensure_future(file.close()); // expect: async-unawaited-coroutine: nobody waits
}
template void instance(File &);
