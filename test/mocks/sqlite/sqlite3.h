// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

extern "C" {

using sqlite3_int64 = long long;

struct sqlite3;
struct sqlite3_backup;
struct sqlite3_blob;
struct sqlite3_stmt;

int sqlite3_open(const char *filename, sqlite3 **db);
int sqlite3_open16(const void *filename, sqlite3 **db);
int sqlite3_open_v2(const char *filename, sqlite3 **db, int flags, const char *vfs);
int sqlite3_close(sqlite3 *db);

int sqlite3_exec(sqlite3 *db, const char *sql, int (*callback)(void *, int, char **, char **),
                 void *argument, char **message);
int sqlite3_get_table(sqlite3 *db, const char *sql, char ***result, int *rows, int *columns,
                      char **message);
int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int bytes, sqlite3_stmt **statement,
                       const char **tail);
int sqlite3_bind_int(sqlite3_stmt *statement, int index, int value);
int sqlite3_step(sqlite3_stmt *statement);
int sqlite3_column_int(sqlite3_stmt *statement, int column);
int sqlite3_finalize(sqlite3_stmt *statement);

int sqlite3_backup_step(sqlite3_backup *backup, int pages);
int sqlite3_blob_open(sqlite3 *db, const char *database, const char *table, const char *column,
                      sqlite3_int64 row, int flags, sqlite3_blob **blob);
int sqlite3_blob_read(sqlite3_blob *blob, void *to, int size, int offset);
int sqlite3_blob_write(sqlite3_blob *blob, const void *from, int size, int offset);
int sqlite3_wal_checkpoint(sqlite3 *db, const char *database);
int sqlite3_wal_checkpoint_v2(sqlite3 *db, const char *database, int mode, int *log, int *done);

int sqlite3_sleep(int milliseconds);
}
