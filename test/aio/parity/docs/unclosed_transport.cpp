// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

// differs: Each open socket has one report
// debug: - ! ResourceWarning: unclosed <socket>

aio::Coroutine<void> program(int port) {
  auto [transport, client] = co_await aio::create_connection(
      [] { return std::make_shared<aio::Protocol>(); }, "127.0.0.1", port);
  trace("closing", transport.is_closing());
}

int main() {
  const int listening = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  socklen_t size = sizeof address;
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(listening, reinterpret_cast<sockaddr *>(&address), size);
  listen(listening, 1);
  getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size);
  {
    aio::EventLoop loop;
    loop.run_until_complete(program(ntohs(address.sin_port)));
    trace("close");
    loop.close();
    trace("end");
  }
  close(listening);
}
