// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <memory>

enum grpc_connectivity_state { GRPC_CHANNEL_IDLE, GRPC_CHANNEL_CONNECTING, GRPC_CHANNEL_READY };

namespace grpc {

class Status {
public:
  bool ok() const;
};

class ClientContext {};
class WriteOptions {};

class CompletionQueue {
public:
  enum NextStatus { SHUTDOWN, GOT_EVENT, TIMEOUT };
  bool Next(void **tag, bool *ok);
  template <typename T> NextStatus AsyncNext(void **tag, bool *ok, const T &deadline);
  void Shutdown();
};
class ServerCompletionQueue : public CompletionQueue {};

template <class R> class ClientAsyncResponseReader {};

class ChannelInterface {
public:
  virtual ~ChannelInterface() {}
  virtual grpc_connectivity_state GetState(bool connect) = 0;
  template <typename T>
  void NotifyOnStateChange(grpc_connectivity_state last, T deadline, grpc::CompletionQueue *queue,
                           void *tag);
  template <typename T> bool WaitForStateChange(grpc_connectivity_state last, T deadline);
  template <typename T> bool WaitForConnected(T deadline);
};
class Channel final : public ChannelInterface {
public:
  grpc_connectivity_state GetState(bool connect) override;
};

class ServerInterface {
public:
  virtual ~ServerInterface() {}
  template <class T> void Shutdown(const T &deadline);
  void Shutdown();
  virtual void Wait() = 0;
};
class Server : public ServerInterface {
public:
  void Wait() override;
};

} // namespace grpc
