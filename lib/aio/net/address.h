// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/loop_state.h>

#include <string>
#include <sys/socket.h>
#include <vector>

namespace aio::detail {

struct SocketAddress {
  sockaddr_storage storage = {};
  socklen_t size = 0;

  static SocketAddress of_path(const char *path);
  const sockaddr *get() const noexcept { return reinterpret_cast<const sockaddr *>(&storage); }
  sockaddr *get() noexcept { return reinterpret_cast<sockaddr *>(&storage); }
  int family() const noexcept { return storage.ss_family; }
  /// Of TCP; 0 otherwise.
  int port() const noexcept;
  /// As Python has it: "('127.0.0.1', 80)", "('::1', 80, 0, 0)", a path.
  std::string repr() const;
};

/// The own end of a socket, and the other; empty if there is none.
SocketAddress local_address(int socket);
SocketAddress peer_address(int socket);
/// "<socket.socket fd=6, family=2, ...>", for another word in front likewise.
std::string describe_socket(const char *kind, int socket);

/// What a host and a port stand for, at least one. An empty host: this machine, or for a
/// server all of its addresses. What is no number is looked up in the thread pool.
/// Throws GaiError.
Coroutine<std::vector<SocketAddress>> resolve(Ref<LoopState> loop, Text host, int port,
                                              bool for_server);

} // namespace aio::detail
