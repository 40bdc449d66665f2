// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/grpc.json talks about.
#include <grpcpp/grpcpp.h>
#include <grpcpp/support/sync_stream.h>
