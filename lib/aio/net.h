// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// The network, apart from <aio/aio.h>.

#include <aio/net/os_error.h>
#include <aio/net/process.h>
#include <aio/net/streams.h>
