// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/zeromq.json talks about.
// flags: -DZMQ_BUILD_DRAFT_API
#include <zmq.h>
#include <zmq.hpp>
#include <zmq_addon.hpp>
