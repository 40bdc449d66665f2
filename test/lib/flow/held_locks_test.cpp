// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/HeldLocks.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
namespace std {
struct defer_lock_t {}; inline constexpr defer_lock_t defer_lock;
struct try_to_lock_t {}; inline constexpr try_to_lock_t try_to_lock;
class mutex { public: void lock(); void unlock(); bool try_lock(); };
template <class M> class lock_guard { public: explicit lock_guard(M &); ~lock_guard(); };
template <class M> class unique_lock {
public:
  unique_lock();
  explicit unique_lock(M &);
  unique_lock(M &, defer_lock_t);
  unique_lock(M &, try_to_lock_t);
  unique_lock(unique_lock &&);
  ~unique_lock();
  void lock(); void unlock(); M *release(); bool owns_lock() const;
  explicit operator bool() const;
};
}
struct Spin { void lock(); void unlock(); bool try_lock(); };
struct Async { test::Task<> lock(); void unlock(); };
class Guard {
public:
  explicit Guard(std::mutex &m) : mutex_(m) { mutex_.lock(); }
  ~Guard() { mutex_.unlock(); }
private:
  std::mutex &mutex_;
};
test::Task<> step();
void take(std::unique_lock<std::mutex> &);
)";

/// The locks that a coroutine with this body holds at a suspension.
std::vector<std::string> held(const std::string &body) {
  Analysed code(head + ("test::Task<> f(std::mutex &mutex, Spin &spin, Async &async, bool a) {" +
                        body + "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const flow::HeldLock &each :
       flow::locksHeldAcrossSuspensions(code.function("f"), code.unit()))
    result.push_back(each.lock->getNameAsString());
  return result;
}

TEST(HeldLocks, AreGuardsAtASuspension) {
  EXPECT_THAT(held("std::lock_guard guard(mutex); co_await step();"), ElementsAre("guard"));
  EXPECT_THAT(held("{ std::lock_guard guard(mutex); } co_await step();"), IsEmpty());
  EXPECT_THAT(held("co_await step(); std::lock_guard guard(mutex);"), IsEmpty());
  EXPECT_THAT(held("std::lock_guard guard(mutex); if (a) co_await step();"), ElementsAre("guard"));
  EXPECT_THAT(held("Guard guard(mutex); co_await step();"), ElementsAre("guard"));
}

TEST(HeldLocks, AreWhatIsLockedByHand) {
  EXPECT_THAT(held("mutex.lock(); co_await step(); mutex.unlock();"), ElementsAre("mutex"));
  EXPECT_THAT(held("spin.lock(); co_await step(); spin.unlock();"), ElementsAre("spin"));
  EXPECT_THAT(held("mutex.lock(); mutex.unlock(); co_await step();"), IsEmpty());
  EXPECT_THAT(held("mutex.lock(); if (a) mutex.unlock(); co_await step();"), ElementsAre("mutex"));
  EXPECT_THAT(held("co_await async.lock(); co_await step(); async.unlock();"), IsEmpty());
}

TEST(HeldLocks, AreHeldOrNotByTheirInitialiser) {
  EXPECT_THAT(held("std::unique_lock lock(mutex, std::defer_lock); co_await step();"), IsEmpty());
  EXPECT_THAT(held("std::unique_lock lock(mutex, std::defer_lock); lock.lock(); co_await step();"),
              ElementsAre("lock"));
  EXPECT_THAT(held("std::unique_lock<std::mutex> lock; co_await step();"), IsEmpty());
}

TEST(HeldLocks, AreGivenUpOrGivenAway) {
  EXPECT_THAT(held("std::unique_lock lock(mutex); lock.unlock(); co_await step();"), IsEmpty());
  EXPECT_THAT(held("std::unique_lock lock(mutex); lock.release(); co_await step();"), IsEmpty());
  EXPECT_THAT(
      held("std::unique_lock lock(mutex); auto other = std::move(lock); { co_await step(); }"),
      ElementsAre("other"));
  EXPECT_THAT(held("std::unique_lock lock(mutex); take(lock); co_await step();"), IsEmpty());
  EXPECT_THAT(held("std::unique_lock lock(mutex); lock.unlock(); lock.lock(); co_await step();"),
              ElementsAre("lock"));
}

TEST(HeldLocks, AreNotHeldWhereATestSaysSo) {
  EXPECT_THAT(held("std::unique_lock lock(mutex, std::try_to_lock); if (!lock) co_await step();"),
              IsEmpty());
  EXPECT_THAT(held("std::unique_lock lock(mutex, std::try_to_lock); if (lock) co_await step();"),
              ElementsAre("lock"));
}

TEST(HeldLocks, AreReportedOnceForEachLocking) {
  EXPECT_THAT(held("std::lock_guard guard(mutex); co_await step(); co_await step();"),
              ElementsAre("guard"));
}

} // namespace
} // namespace asynctidy::test
