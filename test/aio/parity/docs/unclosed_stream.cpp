// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

aio::Coroutine<void> program(int port) {
  auto streams = co_await aio::open_connection("127.0.0.1", port);
  trace("drop");
  streams.writer = {};
  trace("dropped");
  co_await aio::sleep(0);
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
  aio::run(program(ntohs(address.sin_port)));
  close(listening);
}
