// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every command waits for the server.
#include <pqxx/pqxx>

#include <utility>

#include "../../mocks/job.h"

Job commands() {
  pqxx::connection connection("dbname=shop"); // expect: async-blocking-call: blocks the event loop
                                              // note: use pqxx::connecting instead
  pqxx::connection moved(std::move(connection));
  pqxx::work work(moved);
  work.exec("select 1"); // expect: async-blocking-call: blocks the event loop
                         // note: use a thread for the database instead
  work.exec_params("select $1", 1); // expect: async-blocking-call: blocks the event loop
  work.exec_prepared("select", 1); // expect: async-blocking-call: blocks the event loop
  (void)work.query<int, int>("select 1, 2"); // expect: async-blocking-call: blocks the event loop
  (void)work.query_value<int>("select 1"); // expect: async-blocking-call: blocks the event loop
  work.abort(); // expect: async-blocking-call: blocks the event loop
  work.commit(); // expect: async-blocking-call: blocks the event loop
  (void)moved.is_open();
  co_return;
}
