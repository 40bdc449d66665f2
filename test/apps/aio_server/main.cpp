// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An HTTP/1.1 server on aio: keep-alive connections up to a limit, deadlines for all that clients
// and programs do, a work queue before the thread pool, subprocesses, streamed replies, and an end
// in which requests in flight are answered.
//
//   aio_server [--port N] [--connections N] [--idle S] [--request S] [--command S] [--grace S]
//              [--linger S] [--journal FILE]

#include "server.h"

#include <aio/testing.h>

#include <cstdio>
#include <cstdlib>

namespace {

bool parse(int argc, char **argv, Options &options) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i], value = argv[i + 1];
    if (name == "--port")
      options.port = std::atoi(value.c_str());
    else if (name == "--connections")
      options.connections = std::atoi(value.c_str());
    else if (name == "--idle")
      options.idle_timeout = std::atof(value.c_str());
    else if (name == "--request")
      options.request_timeout = std::atof(value.c_str());
    else if (name == "--command")
      options.command_timeout = std::atof(value.c_str());
    else if (name == "--grace")
      options.grace = std::atof(value.c_str());
    else if (name == "--linger")
      options.linger = std::atof(value.c_str());
    else if (name == "--journal")
      options.journal = value;
    else
      return false;
  }
  return argc % 2 == 1;
}

} // namespace

int main(int argc, char **argv) {
  Options options;
  if (!parse(argc, argv, options)) {
    std::fputs("aio_server: unknown or incomplete option\n", stderr);
    return 2;
  }
  int status = 0;
  {
    Server server(options);
    try {
      aio::run(server.run());
    } catch (const std::exception &error) {
      std::fprintf(stderr, "aio_server: %s\n", error.what());
      status = 1;
    }
    std::puts(server.summary().c_str());
  }
  std::printf("live coroutines=%ld futures=%ld handles=%ld transports=%ld\n",
              aio::testing::live_coroutines(), aio::testing::live_futures(),
              aio::testing::live_handles(), aio::testing::live_transports());
  return status;
}
