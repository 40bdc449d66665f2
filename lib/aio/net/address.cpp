// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/address.h>

#include <aio/net/os_error.h>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <sys/un.h>

namespace aio::detail {
namespace {

template <class T> const T &as(const SocketAddress &address) {
  return reinterpret_cast<const T &>(address.storage);
}

std::string describe(int family, const void *host, int port) {
  char text[INET6_ADDRSTRLEN] = "";
  inet_ntop(family, host, text, sizeof text);
  return std::string("('") + text + "', " + std::to_string(port);
}

std::optional<SocketAddress> numeric_address(const char *host, int port) {
  SocketAddress address;
  auto &v4 = reinterpret_cast<sockaddr_in &>(address.storage);
  if (inet_pton(AF_INET, host, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(static_cast<std::uint16_t>(port));
    address.size = sizeof v4;
    return address;
  }
  auto &v6 = reinterpret_cast<sockaddr_in6 &>(address.storage);
  if (inet_pton(AF_INET6, host, &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(static_cast<std::uint16_t>(port));
    address.size = sizeof v6;
    return address;
  }
  return std::nullopt;
}

/// Blocks.
std::vector<SocketAddress> look_up(const Text &host, int port, bool for_server) {
  addrinfo hints = {};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = for_server ? AI_PASSIVE : 0;
  addrinfo *first = nullptr;
  const std::string service = std::to_string(port);
  const int error =
      getaddrinfo(host.empty() ? nullptr : host.c_str(), service.c_str(), &hints, &first);
  if (error == EAI_SYSTEM)
    throw_os_error(errno);
  if (error)
    throw GaiError(error, gai_strerror(error));
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(first, &freeaddrinfo);
  std::vector<SocketAddress> addresses;
  for (const addrinfo *info = first; info; info = info->ai_next) {
    SocketAddress address;
    address.size = info->ai_addrlen;
    std::memcpy(&address.storage, info->ai_addr, info->ai_addrlen);
    const auto same = [&](const SocketAddress &other) {
      return other.size == address.size &&
             std::memcmp(&other.storage, &address.storage, address.size) == 0;
    };
    if (std::none_of(addresses.begin(), addresses.end(), same))
      addresses.push_back(address);
  }
  return addresses;
}

} // namespace

SocketAddress SocketAddress::of_path(const char *path) {
  SocketAddress address;
  auto &un = reinterpret_cast<sockaddr_un &>(address.storage);
  un.sun_family = AF_UNIX;
  if (std::strlen(path) >= sizeof un.sun_path)
    throw OSError("AF_UNIX path too long");
  std::strcpy(un.sun_path, path);
  address.size = sizeof un;
  return address;
}

int SocketAddress::port() const noexcept {
  if (family() == AF_INET)
    return ntohs(as<sockaddr_in>(*this).sin_port);
  if (family() == AF_INET6)
    return ntohs(as<sockaddr_in6>(*this).sin6_port);
  return 0;
}

std::string SocketAddress::repr() const {
  if (size == 0)
    return "";
  if (family() == AF_INET)
    return describe(AF_INET, &as<sockaddr_in>(*this).sin_addr, port()) + ")";
  if (family() == AF_INET6) {
    const auto &v6 = as<sockaddr_in6>(*this);
    return describe(AF_INET6, &v6.sin6_addr, port()) + ", " +
           std::to_string(ntohl(v6.sin6_flowinfo)) + ", " + std::to_string(v6.sin6_scope_id) + ")";
  }
  if (family() == AF_UNIX && size > offsetof(sockaddr_un, sun_path))
    return as<sockaddr_un>(*this).sun_path;
  return "";
}

SocketAddress local_address(int socket) {
  SocketAddress address;
  address.size = sizeof address.storage;
  return getsockname(socket, address.get(), &address.size) == 0 ? address : SocketAddress();
}

SocketAddress peer_address(int socket) {
  SocketAddress address;
  address.size = sizeof address.storage;
  return getpeername(socket, address.get(), &address.size) == 0 ? address : SocketAddress();
}

std::string describe_socket(const char *kind, int socket) {
  const SocketAddress local = local_address(socket);
  int protocol = 0;
  socklen_t size = sizeof protocol;
  getsockopt(socket, SOL_SOCKET, SO_PROTOCOL, &protocol, &size);
  std::string text = std::string("<") + kind + " fd=" + std::to_string(socket) +
                     ", family=" + std::to_string(local.family()) +
                     ", type=" + std::to_string(SOCK_STREAM) +
                     ", proto=" + std::to_string(protocol);
  if (const std::string name = local.repr(); !name.empty())
    text += ", laddr=" + name;
  if (const std::string name = peer_address(socket).repr(); !name.empty())
    text += ", raddr=" + name;
  return text + ">";
}

Coroutine<std::vector<SocketAddress>> resolve(Ref<LoopState> loop, Text host, int port,
                                              bool for_server) {
  if (const auto address = numeric_address(host.c_str(), port))
    co_return std::vector<SocketAddress>{*address};
  co_return co_await loop->owner->run_in_executor(
      [host, port, for_server] { return look_up(host, port, for_server); });
}

} // namespace aio::detail
