// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/aio.json talks about.
#include <aio/aio.h>
#include <aio/net.h>
