// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/bytes.h>

#include <exception>

namespace aio {

class Transport;

/// What a connection calls back, on its loop's thread: connection_made(), then any number of
/// data_received() and perhaps one eof_received(), then connection_lost(), once.
class Protocol {
public:
  Protocol() = default;
  virtual ~Protocol() = default;
  Protocol(const Protocol &) = delete;
  Protocol &operator=(const Protocol &) = delete;

  virtual void connection_made(Transport transport);
  /// Null after close(), abort() or the peer's end of the connection.
  virtual void connection_lost(std::exception_ptr exception);
  /// data is valid during the call. An exception ends the connection with it.
  virtual void data_received(BytesView data);
  /// The peer will send no more. False closes the transport; true keeps it open for writing.
  virtual bool eof_received();
  /// The transport holds more than its high water mark: what is written will wait in memory.
  virtual void pause_writing();
  /// It holds no more than its low water mark again.
  virtual void resume_writing();
};

/// A protocol, owned as what it was made from owns it: by a share, for a std::shared_ptr; not
/// at all, for a plain pointer, which must be good until connection_lost() has returned.
class ProtocolHandle {
public:
  ProtocolHandle() = default;
  template <class Pointer>
    requires requires(const Pointer &pointer) { static_cast<Protocol *>(&*pointer); }
  ProtocolHandle(Pointer pointer)
      : protocol_(&*pointer), owner_(new Owner<Pointer>(std::move(pointer))) {}

  Protocol *get() const noexcept { return protocol_; }
  Protocol *operator->() const noexcept { return protocol_; }
  Protocol &operator*() const noexcept { return *protocol_; }
  explicit operator bool() const noexcept { return protocol_ != nullptr; }

private:
  template <class Pointer> class Owner final : public detail::RefCounted {
  public:
    explicit Owner(Pointer pointer) : pointer_(std::move(pointer)) {}

  private:
    Pointer pointer_;
  };

  Protocol *protocol_ = nullptr;
  detail::Ref<detail::RefCounted> owner_;
};

} // namespace aio
