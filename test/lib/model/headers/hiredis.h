// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/hiredis.json talks about.
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
