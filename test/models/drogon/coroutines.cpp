// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Drogon's awaiters begin when they are awaited; what keeps a coroutine lambda, and what drops it.
#include <unistd.h>

#include <drogon/drogon.h>
#include <drogon/nosql/RedisClient.h>

using namespace drogon;

Task<int> count(orm::DbClientPtr db);

struct Sleeper : CallbackAwaiter<int> {
  void await_suspend(std::coroutine_handle<> handle);
};
Sleeper nap();

Task<> dropped(orm::DbClient &db, nosql::RedisClient &redis, trantor::EventLoop *loop) {
  auto rows = db.execSqlCoro("select 1"); // expect: async-unawaited-coroutine: 'rows', which is never awaited
  (void)redis.execCommandCoro("get a"); // expect: async-unawaited-coroutine: is never awaited
                                        // fix: (void)co_await redis.execCommandCoro("get a");
  nap(); // expect: async-unawaited-coroutine: is never awaited
         // fix: co_await nap();
  co_await db.execSqlCoro("select 2");
  co_await sleepCoro(loop, 1.0);
}

Task<> blocking(trantor::EventLoop *loop, orm::DbClientPtr db) {
  sleep(1); // expect: async-blocking-call: 'sleep' blocks
            // note: use co_await drogon::sleepCoro(...) instead
  sync_wait(count(db)); // expect: async-blocking-wait: 'drogon::sync_wait' blocks
                        // note: use co_await instead
  loop->loop(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  app().run(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  co_await count(db);
}

Task<> moved(trantor::EventLoop *loop) {
  sync(); // expect: async-blocking-call: 'sync' blocks
          // note: use a trantor::ConcurrentTaskQueue instead
  co_await switchThreadCoro(loop);
  sync();
}

Task<> queued(trantor::EventLoop *loop) {
  co_await queueInLoopCoro(loop, [] { sync(); });
  sync();
}

void kept(trantor::EventLoop *loop, orm::DbClientPtr db) {
  async_run([db]() -> Task<> { co_await count(db); });
  loop->queueInLoop(async_func([db]() -> Task<> { co_await count(db); }));
  loop->queueInLoop([db]() -> Task<> { co_await count(db); }); // expect: async-void-callback: its body never runs
}

AsyncTask detached(orm::DbClientPtr db) { co_await count(db); }
void calls(orm::DbClientPtr db) { detached(db); }
