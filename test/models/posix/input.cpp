// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Standard input waits for whoever types.
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>
#include <wchar.h>

#include "../../mocks/job.h"

Job typed(char *text, va_list rest) {
  getchar(); // expect: async-blocking-call: 'getchar' blocks
  getwchar(); // expect: async-blocking-call: 'getwchar' blocks
  (void)scanf("%s", text); // expect: async-blocking-call: 'scanf' blocks
  (void)vscanf("%s", rest); // expect: async-blocking-call: 'vscanf' blocks
  (void)wscanf(L"%s", text); // expect: async-blocking-call: 'wscanf' blocks
  getpass("password: "); // expect: async-blocking-call: 'getpass' blocks
  co_return;
}
