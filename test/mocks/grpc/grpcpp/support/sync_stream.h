// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <grpcpp/grpcpp.h>

namespace grpc {

namespace internal {

class ClientStreamingInterface {
public:
  virtual ~ClientStreamingInterface() {}
  virtual grpc::Status Finish() = 0;
};

template <class R> class ReaderInterface {
public:
  virtual ~ReaderInterface() {}
  virtual bool Read(R *message) = 0;
};

template <class W> class WriterInterface {
public:
  virtual ~WriterInterface() {}
  virtual bool Write(const W &message, grpc::WriteOptions options) = 0;
  inline bool Write(const W &message) { return Write(message, grpc::WriteOptions()); }
};

} // namespace internal

template <class R>
class ClientReaderInterface : public internal::ClientStreamingInterface,
                              public internal::ReaderInterface<R> {
public:
  virtual void WaitForInitialMetadata() = 0;
};

template <class R> class ClientReader final : public ClientReaderInterface<R> {
public:
  void WaitForInitialMetadata() override;
  bool Read(R *message) override;
  grpc::Status Finish() override;
};

template <class W>
class ClientWriterInterface : public internal::ClientStreamingInterface,
                              public internal::WriterInterface<W> {
public:
  virtual bool WritesDone() = 0;
};

template <class W> class ClientWriter : public ClientWriterInterface<W> {
public:
  using internal::WriterInterface<W>::Write;
  bool Write(const W &message, grpc::WriteOptions options) override;
  bool WritesDone() override;
  grpc::Status Finish() override;
};

template <class W, class R>
class ClientReaderWriterInterface : public internal::ClientStreamingInterface,
                                    public internal::WriterInterface<W>,
                                    public internal::ReaderInterface<R> {
public:
  virtual void WaitForInitialMetadata() = 0;
  virtual bool WritesDone() = 0;
};

template <class W, class R>
class ClientReaderWriter final : public ClientReaderWriterInterface<W, R> {
public:
  void WaitForInitialMetadata() override;
  bool Read(R *message) override;
  using internal::WriterInterface<W>::Write;
  bool Write(const W &message, grpc::WriteOptions options) override;
  bool WritesDone() override;
  grpc::Status Finish() override;
};

} // namespace grpc
