// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// hiredis' synchronous half waits for the server.
#include <sys/time.h>

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include "../../mocks/job.h"

Job connected(redisContext *&redis) {
  redis = redisConnect("127.0.0.1", 6379); // expect: async-blocking-call: 'redisConnect' blocks
                                           // note: use redisAsyncConnect() instead
  redis = redisConnectWithTimeout("127.0.0.1", 6379, timeval{1, 0}); // expect: async-blocking-call: 'redisConnectWithTimeout'
  redis = redisConnectUnix("/run/redis"); // expect: async-blocking-call: 'redisConnectUnix' blocks
  redis = redisConnectUnixWithTimeout("/run/redis", timeval{1, 0}); // expect: async-blocking-call: 'redisConnectUnixWithTimeout'
  redis = redisConnectNonBlock("127.0.0.1", 6379);
  redisReconnect(redis); // expect: async-blocking-call: 'redisReconnect' blocks
  redisFree(redis);
  co_return;
}

Job asked(redisContext *redis, va_list rest, const char **words, void *reply) {
  redisCommand(redis, "GET %s", "a"); // expect: async-blocking-call: 'redisCommand' blocks
                                      // note: use redisAsyncCommand() instead
  redisvCommand(redis, "GET %s", rest); // expect: async-blocking-call: 'redisvCommand' blocks
  redisCommandArgv(redis, 2, words, nullptr); // expect: async-blocking-call: 'redisCommandArgv' blocks
  redisAppendCommand(redis, "GET a");
  redisGetReply(redis, &reply); // expect: async-blocking-call: 'redisGetReply' blocks
  co_return;
}

Job asynchronous() {
  redisAsyncContext *redis = redisAsyncConnect("127.0.0.1", 6379);
  redisAsyncCommand(redis, nullptr, nullptr, "GET a");
  co_return;
}
