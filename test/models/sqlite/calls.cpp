// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What runs SQL or touches the file does so on the calling thread.
#include <sqlite3.h>

#include "../../mocks/job.h"

Job opened(sqlite3 *&db) {
  sqlite3_open("shop.db", &db);          // expect: async-blocking-call: 'sqlite3_open' blocks
                                         // note: use a thread for the database instead
  sqlite3_open16(u"shop.db", &db);       // expect: async-blocking-call: 'sqlite3_open16' blocks
  sqlite3_open_v2("a", &db, 1, nullptr); // expect: async-blocking-call: 'sqlite3_open_v2' blocks
  sqlite3_close(db);
  co_return;
}

int slow(void *, int, char **, char **) {
  sqlite3_sleep(5); // expect: async-blocking-call: blocks the event loop that runs this callback
  return 0;
}

Job rows(sqlite3 *db, sqlite3_stmt *statement, char ***table) {
  sqlite3_bind_int(statement, 1, 7);
  while (sqlite3_step(statement) == 100) // expect: async-blocking-call: 'sqlite3_step' blocks
    sqlite3_column_int(statement, 0);
  sqlite3_finalize(statement);
  sqlite3_exec(db, "vacuum", slow, nullptr, nullptr); // expect: async-blocking-call: 'sqlite3_exec'
  int n = 0;
  sqlite3_get_table(db, "select", table, &n, &n, nullptr); // expect: async-blocking-call: 'sqlite3_get_table'
  co_return;
}

Job pages(sqlite3 *db, sqlite3_backup *backup, sqlite3_blob *blob, char *bytes) {
  sqlite3_backup_step(backup, 5); // expect: async-blocking-call: 'sqlite3_backup_step' blocks
  sqlite3_blob_open(db, "main", "t", "c", 1, 0, &blob); // expect: async-blocking-call: 'sqlite3_blob_open'
  sqlite3_blob_read(blob, bytes, 8, 0);                 // expect: async-blocking-call: 'sqlite3_blob_read'
  sqlite3_blob_write(blob, bytes, 8, 0);                // expect: async-blocking-call: 'sqlite3_blob_write'
  sqlite3_wal_checkpoint(db, nullptr); // expect: async-blocking-call: 'sqlite3_wal_checkpoint' blocks
  sqlite3_wal_checkpoint_v2(db, nullptr, 0, nullptr, nullptr); // expect: async-blocking-call: 'sqlite3_wal_checkpoint_v2'
  co_return;
}

Job naps() {
  sqlite3_sleep(100); // expect: async-blocking-call: 'sqlite3_sleep' blocks the event loop
  sqlite3_sleep(0);
  co_return;
}
