// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What Drogon's coroutines use in place of other libraries' clients.
#include "../../mocks/cpr/cpr/cpr.h"
#include "../../mocks/libpq/libpq-fe.h"

#include <drogon/drogon.h>

drogon::Task<> others(PGconn *connection) {
  PQexec(connection, "select 1"); // expect: async-blocking-call: 'PQexec' blocks
                                  // note: use co_await drogon::orm::DbClient::execSqlCoro(...) instead
  cpr::Get(cpr::Url("drogon.org")); // expect: async-blocking-call: 'cpr::Get' blocks
                                    // note: use co_await drogon::HttpClient::sendRequestCoro(...) instead
  co_return;
}
