// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/connect.h>
#include <aio/net/server.h>

namespace aio::detail {

class ServerCore;

/// One socket of a server. The loop owns it while it listens.
class ServerSocket final : public WatcherListener, public Resource {
public:
  ServerSocket(LoopState &loop, Descriptor socket);
  ~ServerSocket() override;

  /// Throws OSError.
  void listen(ServerCore &server, int backlog);
  void close() noexcept;
  int port() const { return local_address(socket_.get()).port(); }
  std::string repr() const { return describe_socket("asyncio.TransportSocket", socket_.get()); }

private:
  void read_ready() override;
  void loop_closing() noexcept override;
  void report_unclosed() noexcept;
  void retry_later(int error);

  Ref<LoopState> loop_;
  Descriptor socket_;
  Watcher watcher_;
  /// While it listens.
  Ref<ServerCore> server_;
  int backlog_ = 0;
};

/// Invariant: closed exactly if there are no sockets.
class ServerCore final : public ConnectionCounter {
public:
  ServerCore(LoopState &loop, std::vector<Ref<ServerSocket>> sockets, ProtocolFactory factory,
             int backlog);
  ~ServerCore() override;

  void start_serving();
  void close();
  /// A task for it makes the protocol and the transport.
  void accepted(Descriptor socket);
  void attach() override { ++connections_; }
  void detach() override;

  LoopState &loop() const noexcept { return *loop_; }
  bool is_closed() const noexcept { return sockets_.empty(); }
  bool is_serving() const noexcept { return serving_; }
  const std::vector<Ref<ServerSocket>> &sockets() const noexcept { return sockets_; }
  std::string repr() const;

  /// Null once they have been woken.
  std::vector<Future<void>> close_waiters;
  bool woken = false;
  /// Of serve_forever(), while somebody waits there.
  Future<void> serving_forever;

private:
  static Coroutine<void> accept_connection(Ref<ServerCore> self, Descriptor socket);
  void wake_waiters();

  Ref<LoopState> loop_;
  std::vector<Ref<ServerSocket>> sockets_;
  ProtocolFactory factory_;
  int backlog_;
  int connections_ = 0;
  bool serving_ = false;
};

} // namespace aio::detail
