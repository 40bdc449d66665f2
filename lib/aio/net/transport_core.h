// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/descriptor.h>
#include <aio/net/transport.h>
#include <aio/net/watcher.h>

namespace aio::detail {

/// What all transports have in common: one descriptor, its protocol, its life.
///
/// The life: start(), then the descriptor is open until finish() has called connection_lost().
/// A transport that is reading or has something to write is owned by the loop; any other one by
/// its handles, and its protocol by it. finish() lets go of the protocol, which is likely to
/// have a handle of the transport.
class TransportCore : public WatcherListener, public Resource {
public:
  TransportCore(LoopState &loop, Descriptor descriptor, ProtocolHandle protocol);
  ~TransportCore() override;

  /// Calls connection_made(), and in later callbacks begins to read and ends the waiter.
  void start(Future<void> waiter);

  virtual Text get_extra_info(const char *name) const = 0;
  bool is_closing() const noexcept { return closing_; }
  virtual void close() = 0;
  virtual void abort() = 0;
  void pause_reading();
  void resume_reading();
  virtual bool is_reading() const noexcept { return !paused_ && !closing_; }
  virtual void write(BytesView data);
  virtual void write_eof();
  virtual bool can_write_eof() const noexcept { return false; }
  virtual void set_write_buffer_limits(std::optional<std::size_t> high,
                                       std::optional<std::size_t> low);
  virtual WriteBufferLimits get_write_buffer_limits() const { return {0, 0}; }
  virtual std::size_t get_write_buffer_size() const noexcept { return 0; }
  /// Does nothing once the connection is lost. Throws TypeError for an empty handle.
  void set_protocol(ProtocolHandle protocol);
  ProtocolHandle get_protocol() const { return protocol_; }
  virtual Text repr() const = 0;
  /// Closes the descriptor at once and lets go of the protocol, without a word to anybody.
  void drop() noexcept;

  LoopState &loop() const noexcept { return *loop_; }

protected:
  int descriptor() const noexcept { return descriptor_.get(); }
  bool is_open() const noexcept { return static_cast<bool>(descriptor_); }
  Watcher &watcher() noexcept { return watcher_; }
  const Watcher &watcher() const noexcept { return watcher_; }
  bool is_debug() const noexcept { return loop_->debug; }

  virtual void begin_reading() { watcher_.watch_reading(is_reading()); }
  /// Calls connection_lost() in a later callback. Once only.
  void finish_soon(std::exception_ptr exception);
  /// Calls connection_lost() and closes the descriptor.
  virtual void finish(const std::exception_ptr &exception);
  /// An exception of the user's protocol, or of the system, that nobody can be given.
  void report_failure(const char *message, const std::exception_ptr &exception);
  /// In the destructor of the most derived class, as the report describes the whole object.
  void destroyed() noexcept;
  void set_closing() noexcept { closing_ = true; }
  Text describe_protocol() const;

  void loop_closing() noexcept override;

private:
  void report_unclosed() noexcept;

  Ref<LoopState> loop_;
  Descriptor descriptor_;
  Watcher watcher_;
  ProtocolHandle protocol_;
  bool closing_ = false;
  bool paused_ = false;
};

} // namespace aio::detail
