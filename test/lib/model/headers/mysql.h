// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/mysql.json talks about.
// flags: -I/usr/include/mariadb
#include <mysql.h>
