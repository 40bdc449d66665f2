// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <string>
#include <vector>

struct File {
  aio::Coroutine<void> open();
  aio::Coroutine<void> open_mirror();
  aio::Coroutine<void> write(std::string text);
  aio::Coroutine<void> flush();
  aio::Coroutine<void> close();
  aio::Coroutine<void> close_idle();
  aio::Coroutine<int> size() const;
};
struct Queue {
  aio::Coroutine<int> get();
};
aio::Coroutine<void> create();
aio::Coroutine<void> createUser();
aio::Coroutine<void> createGroup();
aio::Coroutine<void> write();
aio::Coroutine<void> close();
aio::Coroutine<void> closeDoor();
aio::Coroutine<void> fetch(std::string &page);
aio::Coroutine<void> parse(std::string page);
aio::Coroutine<void> watch(const std::string &page);
aio::Coroutine<void> produce(Queue &queue);
aio::Coroutine<void> consume(Queue &queue);
aio::Coroutine<void> after(aio::Task<void> first, File &file);
void log(const char *text);

aio::Coroutine<void> chained(File &file) {
  co_await create();
  co_await write();
  co_await close();
  co_await file.open();
  co_await file.write("text");
  co_await file.close();
}

aio::Coroutine<void> tasksAwaitedBetween(File &file) {
  co_await aio::create_task(file.open());
  auto writing = aio::create_task(file.write("text"));
  co_await writing;
  co_await aio::create_task(file.close());
}

aio::Coroutine<void> somethingAwaitedBetween(File &file) {
  (void)aio::create_task(file.write("text"));
  co_await aio::sleep(1);
  (void)aio::create_task(file.close());
}

aio::Coroutine<void> independent() {
  auto user = aio::create_task(createUser());
  auto group = aio::create_task(createGroup());
  co_await aio::gather(user, group);
  (void)aio::create_task(createUser());
  (void)aio::create_task(closeDoor());
}

void sameVerbs(File &first, File &second) {
  (void)aio::create_task(first.open());
  (void)aio::create_task(second.open());
}

void otherObjects(File &first, File &second) {
  (void)aio::create_task(first.write("text"));
  (void)aio::create_task(second.close());
}

aio::Coroutine<void> gathered(File &file) {
  auto writing = aio::create_task(file.write("text"));
  auto closing = aio::create_task(file.close());
  co_await aio::gather(writing, closing);
  co_await aio::gather(file.write("text"), file.close());
}

aio::Coroutine<void> collected(File &file) {
  std::vector<aio::Task<void>> tasks;
  tasks.push_back(aio::create_task(file.write("text")));
  tasks.push_back(aio::create_task(file.close()));
  for (auto &task : tasks)
    co_await task;
}

// Readers and writers of one object run side by side.
void sideBySide(File &file, Queue &queue) {
  (void)aio::create_task(file.write("text"));
  (void)aio::create_task(file.flush());
  (void)aio::create_task(file.open_mirror());
  (void)aio::create_task(file.write("more"));
  (void)aio::create_task(file.close_idle());
  (void)aio::create_task(produce(queue));
  (void)aio::create_task(consume(queue));
}

void onlyLooked(File &file) {
  (void)aio::create_task(file.size());
  (void)aio::create_task(file.size());
}

aio::Coroutine<void> readInTime(std::string page) {
  auto parsing = aio::create_task(parse(page));
  auto fetching = aio::create_task(fetch(page));
  co_await aio::gather(parsing, fetching);
  (void)aio::create_task(fetch(page));
  (void)aio::create_task(watch(page));
}

aio::Coroutine<void> waitsForTheFirst(File &file) {
  auto opening = aio::create_task(file.open());
  auto writing = aio::create_task(after(opening, file));
  co_await writing;
}

aio::Coroutine<void> continued(File &file) {
  auto writing = aio::create_task(file.write("text"));
  writing.add_done_callback([](aio::Future<void>) { log("written"); });
  auto closing = aio::create_task(file.close());
  co_await closing;
}

void eitherOr(File &file, bool last) {
  if (last)
    (void)aio::create_task(file.close());
  else
    (void)aio::create_task(file.write("text"));
}

void cases(File &file, int kind) {
  switch (kind) {
  case 0:
    (void)aio::create_task(file.write("text"));
    break;
  case 1:
    (void)aio::create_task(file.close());
    break;
  }
}

void reopened(File &file) {
  (void)aio::create_task(file.close());
}

aio::Coroutine<void> oneStep(File &file) {
  auto task = aio::create_task([](File &inner) -> aio::Coroutine<void> {
    co_await inner.open();
    co_await inner.write("text");
    co_await inner.close();
  }(file));
  co_await task;
}
