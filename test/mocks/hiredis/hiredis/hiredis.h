// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdarg.h>
#include <stddef.h>

struct timeval;

extern "C" {

struct redisContext;

redisContext *redisConnect(const char *ip, int port);
redisContext *redisConnectWithTimeout(const char *ip, int port, const struct timeval timeout);
redisContext *redisConnectNonBlock(const char *ip, int port);
redisContext *redisConnectUnix(const char *path);
redisContext *redisConnectUnixWithTimeout(const char *path, const struct timeval timeout);
int redisReconnect(redisContext *context);
void redisFree(redisContext *context);

int redisGetReply(redisContext *context, void **reply);
int redisAppendCommand(redisContext *context, const char *format, ...);
void *redisvCommand(redisContext *context, const char *format, va_list arguments);
void *redisCommand(redisContext *context, const char *format, ...);
void *redisCommandArgv(redisContext *context, int count, const char **arguments,
                       const size_t *lengths);
}
