// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The synchronous halves of Drogon's clients wait for the loop that they block.
#include <drogon/drogon.h>
#include <drogon/nosql/RedisClient.h>

using namespace drogon;

struct Row {};

Task<> sql(orm::DbClientPtr db) {
  db->execSqlSync("select 1"); // expect: async-blocking-call: blocks the event loop
                               // note: use co_await execSqlCoro(...) instead
  auto transaction = db->newTransaction(); // expect: async-blocking-call: blocks the event loop
  transaction->rollback();
  transaction = co_await db->newTransactionCoro();
}

Task<> mapped(orm::DbClientPtr db, Row row) {
  orm::Mapper<Row> mapper(db);
  mapper.findByPrimaryKey(1); // expect: async-blocking-call: blocks the event loop
  mapper.findAll(); // expect: async-blocking-call: blocks the event loop
  mapper.findOne({}); // expect: async-blocking-call: blocks the event loop
  mapper.findBy({}); // expect: async-blocking-call: blocks the event loop
  mapper.count(); // expect: async-blocking-call: blocks the event loop
  mapper.insert(row); // expect: async-blocking-call: blocks the event loop
  mapper.update(row); // expect: async-blocking-call: blocks the event loop
  mapper.updateBy({"a"}, {}, 1); // expect: async-blocking-call: blocks the event loop
  mapper.increment({"a"}, {}, 1); // expect: async-blocking-call: blocks the event loop
  mapper.deleteOne(row); // expect: async-blocking-call: blocks the event loop
  mapper.deleteBy({}); // expect: async-blocking-call: blocks the event loop
  mapper.deleteByPrimaryKey(1); // expect: async-blocking-call: blocks the event loop
  co_await orm::CoroMapper<Row>(db).findByPrimaryKey(1);
}

// With callbacks they return at once.
Task<> mappedAsync(orm::DbClientPtr db, Row row) {
  auto failed = [](const orm::DrogonDbException &) {};
  orm::Mapper<Row> mapper(db);
  mapper.findByPrimaryKey(1, [](Row) {}, failed);
  mapper.findAll([](std::vector<Row>) {}, failed);
  mapper.insert(row, [](Row) {}, failed);
  co_return;
}

Task<> others(nosql::RedisClient &redis, HttpClient &http, HttpRequestPtr request) {
  redis.execCommandSync([](const nosql::RedisResult &) { return 1; }, "get a"); // expect: async-blocking-call: blocks the event loop
  http.sendRequest(request); // expect: async-blocking-call: blocks the event loop
                             // note: use co_await sendRequestCoro(...) instead
  http.sendRequest(request, [](ReqResult, const HttpResponsePtr &) {});
  co_await http.sendRequestCoro(request);
}

void handlers(HttpAppFramework &app, orm::DbClientPtr db) {
  app.registerHandler("/a", [db](const HttpRequestPtr &) {
    db->execSqlSync("select 1"); // expect: async-blocking-call: blocks the event loop that runs this callback
  });
  app.registerHandler("/b", [db](HttpRequestPtr) -> Task<HttpResponsePtr> { co_return nullptr; });
  db->execSqlAsync("select 1", [db](const orm::Result &) {
    db->execSqlSync("select 2"); // expect: async-blocking-call: blocks the event loop that runs this callback
  }, [db](const orm::DrogonDbException &) {
    db->execSqlSync("select 3"); // expect: async-blocking-call: blocks the event loop that runs this callback
  });
}
