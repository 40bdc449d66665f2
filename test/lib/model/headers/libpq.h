// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/libpq.json talks about.
// flags: -I/usr/include/postgresql
#include <libpq-fe.h>
