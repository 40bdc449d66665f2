// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libpq's synchronous half waits for the server; the other one is there to be polled.
#include <libpq-fe.h>

#include "../../mocks/job.h"

Job connected(PGconn *&conn, PGcancel *cancel) {
  conn = PQconnectdb("host=db"); // expect: async-blocking-call: 'PQconnectdb' blocks
                                 // note: use PQconnectStart() and PQconnectPoll() instead
  conn = PQconnectdbParams(nullptr, nullptr, 0); // expect: async-blocking-call: 'PQconnectdbParams'
  conn = PQsetdbLogin("db", "5432", nullptr, nullptr, "a", "b", "c"); // expect: async-blocking-call: 'PQsetdbLogin'
  conn = PQconnectStart("host=db");
  PQconnectPoll(conn);
  PQreset(conn); // expect: async-blocking-call: 'PQreset' blocks
  PQping("host=db"); // expect: async-blocking-call: 'PQping' blocks
  PQpingParams(nullptr, nullptr, 0); // expect: async-blocking-call: 'PQpingParams' blocks
  PQcancel(cancel, nullptr, 0); // expect: async-blocking-call: 'PQcancel' blocks
  PQrequestCancel(conn); // expect: async-blocking-call: 'PQrequestCancel' blocks
  PQsetClientEncoding(conn, "UTF8"); // expect: async-blocking-call: 'PQsetClientEncoding' blocks
  co_return;
}

Job asked(PGconn *conn) {
  PQexec(conn, "select 1"); // expect: async-blocking-call: 'PQexec' blocks
                            // note: use PQsendQuery()
  PQexecParams(conn, "select $1", 0, nullptr, nullptr, nullptr, nullptr, 0); // expect: async-blocking-call: 'PQexecParams'
  PQprepare(conn, "s", "select 1", 0, nullptr); // expect: async-blocking-call: 'PQprepare'
  PQexecPrepared(conn, "s", 0, nullptr, nullptr, nullptr, 0); // expect: async-blocking-call: 'PQexecPrepared'
  PQdescribePrepared(conn, "s"); // expect: async-blocking-call: 'PQdescribePrepared' blocks
  PQdescribePortal(conn, "p"); // expect: async-blocking-call: 'PQdescribePortal' blocks
  int result, length;
  PQfn(conn, 1, &result, &length, 1, nullptr, 0); // expect: async-blocking-call: 'PQfn' blocks
  co_return;
}

Job polled(PGconn *conn) {
  PQsendQuery(conn, "select 1");
  while (PQisBusy(conn))
    PQconsumeInput(conn);
  PQgetResult(conn);
  co_return;
}

Job copied(PGconn *conn, char *row, int async) {
  PQgetCopyData(conn, &row, 0); // expect: async-blocking-call: 'PQgetCopyData' blocks
  PQgetCopyData(conn, &row, 1);
  PQgetCopyData(conn, &row, async);
  co_return;
}

Job objects(PGconn *conn, char *bytes) {
  Oid id = lo_creat(conn, 0); // expect: async-blocking-call: 'lo_creat' blocks
  id = lo_create(conn, 0); // expect: async-blocking-call: 'lo_create' blocks
  id = lo_import(conn, "in"); // expect: async-blocking-call: 'lo_import' blocks
  id = lo_import_with_oid(conn, "in", 7); // expect: async-blocking-call: 'lo_import_with_oid' blocks
  int fd = lo_open(conn, id, 0); // expect: async-blocking-call: 'lo_open' blocks
  lo_read(conn, fd, bytes, 8); // expect: async-blocking-call: 'lo_read' blocks
  lo_write(conn, fd, bytes, 8); // expect: async-blocking-call: 'lo_write' blocks
  lo_lseek(conn, fd, 0, 0); // expect: async-blocking-call: 'lo_lseek' blocks
  lo_lseek64(conn, fd, 0, 0); // expect: async-blocking-call: 'lo_lseek64' blocks
  lo_tell(conn, fd); // expect: async-blocking-call: 'lo_tell' blocks
  lo_tell64(conn, fd); // expect: async-blocking-call: 'lo_tell64' blocks
  lo_truncate(conn, fd, 0); // expect: async-blocking-call: 'lo_truncate' blocks
  lo_truncate64(conn, fd, 0); // expect: async-blocking-call: 'lo_truncate64' blocks
  lo_close(conn, fd); // expect: async-blocking-call: 'lo_close' blocks
  lo_export(conn, id, "out"); // expect: async-blocking-call: 'lo_export' blocks
  lo_unlink(conn, id); // expect: async-blocking-call: 'lo_unlink' blocks
  co_return;
}
