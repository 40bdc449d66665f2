// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/sqlite.json talks about.
#include <sqlite3.h>
