// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Objects that always give the same answer, as macros of test libraries use them to declare a
// variable for their message.
#include <aio/aio.h>

#include <utility>

struct AlwaysTrue {
  explicit operator bool() const { return true; }
  const char *message = "";
};
struct NeverTrue {
  explicit operator bool() const { return false; }
};
struct Virtual {
  virtual explicit operator bool() const { return true; }
};
struct Elsewhere {
  explicit operator bool() const;
};
struct Member {
  explicit operator bool() const { return value; }
  bool value = true;
};

aio::Coroutine<int> fetch();
void fail(const char *text);

#define EXPECT_ERROR(statement)                                                                    \
  if (AlwaysTrue report{}) {                                                                       \
    try {                                                                                          \
      statement;                                                                                   \
      report.message = "threw nothing";                                                            \
      goto failed;                                                                                 \
    } catch (const aio::RuntimeError &) {                                                          \
    }                                                                                              \
  } else                                                                                           \
  failed:                                                                                          \
    fail(report.message)

void expected() {
  auto task = aio::create_task(fetch());
  EXPECT_ERROR(task.result());
}

void clean() {
  auto task = aio::create_task(fetch());
  if (AlwaysTrue yes{})
    task.result();
  auto other = aio::create_task(fetch());
  if (NeverTrue no{})
    return;
  other.result();
  auto third = aio::create_task(fetch());
  AlwaysTrue yes;
  if (!yes)
    return;
  third.result();
}

void flagged(const Virtual &open, const Elsewhere &elsewhere, const Member &member) {
  auto task = aio::create_task(fetch()); // expect: async-unretrieved-exception: is kept in 'task'
  if (open)
    task.result();
  auto other = aio::create_task(fetch()); // expect: async-unretrieved-exception: is kept in 'other'
  if (elsewhere)
    other.result();
  auto third = aio::create_task(fetch()); // expect: async-unretrieved-exception: is kept in 'third'
  if (member)
    third.result();
  auto fourth = aio::create_task(fetch()); // expect: async-unretrieved-exception: is kept in 'fourth'
  if (NeverTrue no{})
    fourth.result();
}
