// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stddef.h>

extern "C" {

using Oid = unsigned int;
using pg_int64 = long;

using PGconn = struct pg_conn;
using PGresult = struct pg_result;
using PGcancel = struct pg_cancel;

enum PGPing { PQPING_OK, PQPING_REJECT, PQPING_NO_RESPONSE, PQPING_NO_ATTEMPT };
enum PostgresPollingStatusType { PGRES_POLLING_FAILED, PGRES_POLLING_READING, PGRES_POLLING_OK };

struct PQArgBlock {
  int len;
  int isint;
  union {
    int *ptr;
    int integer;
  } u;
};

PGconn *PQconnectStart(const char *conninfo);
PostgresPollingStatusType PQconnectPoll(PGconn *conn);
PGconn *PQconnectdb(const char *conninfo);
PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand);
PGconn *PQsetdbLogin(const char *host, const char *port, const char *options, const char *tty,
                     const char *name, const char *login, const char *password);
void PQreset(PGconn *conn);
PGPing PQping(const char *conninfo);
PGPing PQpingParams(const char *const *keywords, const char *const *values, int expand);
int PQcancel(PGcancel *cancel, char *message, int size);
int PQrequestCancel(PGconn *conn);
int PQsetClientEncoding(PGconn *conn, const char *encoding);

PGresult *PQexec(PGconn *conn, const char *query);
PGresult *PQexecParams(PGconn *conn, const char *command, int count, const Oid *types,
                       const char *const *values, const int *lengths, const int *formats,
                       int format);
PGresult *PQprepare(PGconn *conn, const char *name, const char *query, int count, const Oid *types);
PGresult *PQexecPrepared(PGconn *conn, const char *name, int count, const char *const *values,
                         const int *lengths, const int *formats, int format);
PGresult *PQdescribePrepared(PGconn *conn, const char *statement);
PGresult *PQdescribePortal(PGconn *conn, const char *portal);
PGresult *PQfn(PGconn *conn, int function, int *result, int *length, int isInt,
               const PQArgBlock *arguments, int count);
int PQgetCopyData(PGconn *conn, char **buffer, int async);

int PQsendQuery(PGconn *conn, const char *query);
int PQconsumeInput(PGconn *conn);
int PQisBusy(PGconn *conn);
PGresult *PQgetResult(PGconn *conn);

Oid lo_creat(PGconn *conn, int mode);
Oid lo_create(PGconn *conn, Oid id);
int lo_open(PGconn *conn, Oid id, int mode);
int lo_close(PGconn *conn, int fd);
int lo_read(PGconn *conn, int fd, char *buffer, size_t length);
int lo_write(PGconn *conn, int fd, const char *buffer, size_t length);
int lo_lseek(PGconn *conn, int fd, int offset, int whence);
pg_int64 lo_lseek64(PGconn *conn, int fd, pg_int64 offset, int whence);
int lo_tell(PGconn *conn, int fd);
pg_int64 lo_tell64(PGconn *conn, int fd);
int lo_truncate(PGconn *conn, int fd, size_t length);
int lo_truncate64(PGconn *conn, int fd, pg_int64 length);
int lo_unlink(PGconn *conn, Oid id);
Oid lo_import(PGconn *conn, const char *filename);
Oid lo_import_with_oid(PGconn *conn, const char *filename, Oid id);
int lo_export(PGconn *conn, Oid id, const char *filename);
}
