// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

extern "C" {

using my_bool = char;

using MYSQL = struct st_mysql;
using MYSQL_RES = struct st_mysql_res;
using MYSQL_ROW = char **;
using MYSQL_STMT = struct st_mysql_stmt;

MYSQL *mysql_init(MYSQL *mysql);
MYSQL *mysql_real_connect(MYSQL *mysql, const char *host, const char *user, const char *password,
                          const char *db, unsigned port, const char *socket, unsigned long flags);
my_bool mysql_change_user(MYSQL *mysql, const char *user, const char *password, const char *db);
int mysql_reset_connection(MYSQL *mysql);
void mysql_close(MYSQL *mysql);

int mysql_query(MYSQL *mysql, const char *query);
int mysql_real_query(MYSQL *mysql, const char *query, unsigned long length);
int mysql_real_query_start(int *result, MYSQL *mysql, const char *query, unsigned long length);
int mysql_real_query_cont(int *result, MYSQL *mysql, int status);
int mysql_send_query(MYSQL *mysql, const char *query, unsigned long length);
my_bool mysql_read_query_result(MYSQL *mysql);
int mysql_next_result(MYSQL *mysql);
MYSQL_RES *mysql_store_result(MYSQL *mysql);
MYSQL_RES *mysql_use_result(MYSQL *mysql);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *result);
void mysql_free_result(MYSQL_RES *result);
my_bool mysql_autocommit(MYSQL *mysql, my_bool mode);
my_bool mysql_commit(MYSQL *mysql);
my_bool mysql_rollback(MYSQL *mysql);

MYSQL_STMT *mysql_stmt_init(MYSQL *mysql);
int mysql_stmt_prepare(MYSQL_STMT *statement, const char *query, unsigned long length);
int mysql_stmt_execute(MYSQL_STMT *statement);
int mysql_stmt_store_result(MYSQL_STMT *statement);
int mysql_stmt_fetch(MYSQL_STMT *statement);

int mysql_ping(MYSQL *mysql);
int mysql_select_db(MYSQL *mysql, const char *db);
char *mysql_stat(MYSQL *mysql);
int mysql_refresh(MYSQL *mysql, unsigned options);
int mysql_kill(MYSQL *mysql, unsigned long pid);
int mysql_set_character_set(MYSQL *mysql, const char *name);
MYSQL_RES *mysql_list_dbs(MYSQL *mysql, const char *wild);
MYSQL_RES *mysql_list_fields(MYSQL *mysql, const char *table, const char *wild);
MYSQL_RES *mysql_list_processes(MYSQL *mysql);
MYSQL_RES *mysql_list_tables(MYSQL *mysql, const char *wild);
}
