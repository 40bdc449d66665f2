// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What runs SQL or opens the file does so on the calling thread.
#include <SQLiteCpp/SQLiteCpp.h>

#include "../../mocks/job.h"

Job commands() {
  SQLite::Database database("shop.db"); // expect: async-blocking-call: blocks the event loop
                                        // note: use a thread for the database instead
  database.exec("vacuum"); // expect: async-blocking-call: 'SQLite::Database::exec' blocks
  database.tryExec("vacuum"); // expect: async-blocking-call: 'SQLite::Database::tryExec' blocks
  database.execAndGet("select 1"); // expect: async-blocking-call: 'SQLite::Database::execAndGet' blocks
  SQLite::Transaction transaction(database);
  SQLite::Statement query(database, "select ?");
  query.bind(1, 7);
  query.executeStep(); // expect: async-blocking-call: 'SQLite::Statement::executeStep' blocks
  query.reset();
  query.tryExecuteStep(); // expect: async-blocking-call: 'SQLite::Statement::tryExecuteStep' blocks
  query.exec(); // expect: async-blocking-call: 'SQLite::Statement::exec' blocks
  transaction.commit(); // expect: async-blocking-call: 'SQLite::Transaction::commit' blocks
  co_return;
}
