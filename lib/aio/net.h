// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

/// The network, apart from <aio/aio.h>.

#include <aio/net/connection.h>
#include <aio/net/os_error.h>
#include <aio/net/server.h>
#include <aio/net/stream_reader.h>
#include <aio/net/transport.h>
