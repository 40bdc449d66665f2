// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each call that waits for the server has a kin that is started and continued.
#include <mysql.h>

#include "../../mocks/job.h"

Job connected(MYSQL *mysql) {
  mysql_init(mysql);
  mysql_real_connect(mysql, "db", "u", "p", "shop", 0, nullptr, 0); // expect: async-blocking-call: 'mysql_real_connect' blocks
                                                                    // note: use mysql_real_connect_start() and its kin, or a thread instead
  mysql_change_user(mysql, "u", "p", "shop"); // expect: async-blocking-call: 'mysql_change_user' blocks
  mysql_reset_connection(mysql); // expect: async-blocking-call: 'mysql_reset_connection' blocks
  mysql_close(mysql);
  co_return;
}

Job asked(MYSQL *mysql) {
  mysql_query(mysql, "select 1"); // expect: async-blocking-call: 'mysql_query' blocks
  mysql_real_query(mysql, "select 1", 8); // expect: async-blocking-call: 'mysql_real_query' blocks
  int result;
  for (int status = mysql_real_query_start(&result, mysql, "select 1", 8); status;)
    status = mysql_real_query_cont(&result, mysql, status);
  mysql_send_query(mysql, "select 1", 8);
  mysql_read_query_result(mysql); // expect: async-blocking-call: 'mysql_read_query_result' blocks
  MYSQL_RES *rows = mysql_store_result(mysql); // expect: async-blocking-call: 'mysql_store_result' blocks
  mysql_fetch_row(rows);
  mysql_free_result(rows);
  mysql_next_result(mysql); // expect: async-blocking-call: 'mysql_next_result' blocks
  mysql_autocommit(mysql, 0); // expect: async-blocking-call: 'mysql_autocommit' blocks
  mysql_commit(mysql); // expect: async-blocking-call: 'mysql_commit' blocks
  mysql_rollback(mysql); // expect: async-blocking-call: 'mysql_rollback' blocks
  co_return;
}

Job prepared(MYSQL_STMT *statement) {
  mysql_stmt_prepare(statement, "select ?", 8); // expect: async-blocking-call: 'mysql_stmt_prepare' blocks
  mysql_stmt_execute(statement); // expect: async-blocking-call: 'mysql_stmt_execute' blocks
  mysql_stmt_store_result(statement); // expect: async-blocking-call: 'mysql_stmt_store_result' blocks
  mysql_stmt_fetch(statement);
  co_return;
}

Job administered(MYSQL *mysql) {
  mysql_ping(mysql); // expect: async-blocking-call: 'mysql_ping' blocks
  mysql_select_db(mysql, "shop"); // expect: async-blocking-call: 'mysql_select_db' blocks
  mysql_stat(mysql); // expect: async-blocking-call: 'mysql_stat' blocks
  mysql_refresh(mysql, 1); // expect: async-blocking-call: 'mysql_refresh' blocks
  mysql_kill(mysql, 42); // expect: async-blocking-call: 'mysql_kill' blocks
  mysql_set_character_set(mysql, "utf8mb4"); // expect: async-blocking-call: 'mysql_set_character_set' blocks
  mysql_list_dbs(mysql, "%"); // expect: async-blocking-call: 'mysql_list_dbs' blocks
  mysql_list_fields(mysql, "t", "%"); // expect: async-blocking-call: 'mysql_list_fields' blocks
  mysql_list_processes(mysql); // expect: async-blocking-call: 'mysql_list_processes' blocks
  mysql_list_tables(mysql, "%"); // expect: async-blocking-call: 'mysql_list_tables' blocks
  co_return;
}
