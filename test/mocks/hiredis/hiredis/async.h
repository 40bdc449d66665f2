// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <hiredis/hiredis.h>

extern "C" {

struct redisAsyncContext;
using redisCallbackFn = void(redisAsyncContext *context, void *reply, void *data);

redisAsyncContext *redisAsyncConnect(const char *ip, int port);
int redisAsyncCommand(redisAsyncContext *context, redisCallbackFn *callback, void *data,
                      const char *format, ...);
}
