// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace httplib {

struct Request {};
class Result {
public:
  explicit operator bool() const;
};

class ClientImpl {
public:
  explicit ClientImpl(const char *host);
  virtual ~ClientImpl();
  Result Get(const char *path);
  Result Post(const char *path);
  Result Put(const char *path);
  Result Patch(const char *path);
  Result Delete(const char *path);
  Result Head(const char *path);
  Result Options(const char *path);
  Result send(const Request &request);
  void stop();
};

class Client {
public:
  explicit Client(const char *host);
  ~Client();
  Result Get(const char *path);
  Result Post(const char *path);
  Result Put(const char *path);
  Result Patch(const char *path);
  Result Delete(const char *path);
  Result Head(const char *path);
  Result Options(const char *path);
  Result send(const Request &request);
  void stop();
};

class SSLClient final : public ClientImpl {
public:
  explicit SSLClient(const char *host);
};

class Server {
public:
  bool bind_to_port(const char *host, int port);
  bool listen(const char *host, int port);
  bool listen_after_bind();
  void stop();
};

} // namespace httplib
