// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/flow_control.h>
#include <aio/net/pipe_transport.h>
#include <aio/net/process.h>

namespace aio::detail {

/// A child and its pipes. The loop owns it until the child has ended.
///
/// It has finished, and wait() ends, once the child has ended and all pipes are closed. The
/// pipe to the child is closed with the end of the child and of the pipes from it.
class ProcessCore final : public RefCounted, public Resource {
public:
  explicit ProcessCore(LoopState &loop, std::size_t limit);
  ~ProcessCore() override;

  /// Starts the child. Throws OSError.
  void spawn(const Arguments &arguments, const SubprocessOptions &options);
  /// Starts the transports of its pipes.
  static Coroutine<void> connect_pipes(Ref<ProcessCore> self);

  int pid() const noexcept { return pid_; }
  std::optional<int> returncode() const noexcept { return returncode_; }
  StreamWriter stdin_stream() const { return stdin_stream_; }
  /// 1 or 2.
  StreamReader output_stream(int number) const { return streams_[number - 1]; }
  void close_output(int number);
  void send_signal(int signal);
  static Coroutine<int> wait(Ref<ProcessCore> self);

private:
  struct Uv;
  class InputProtocol;
  class OutputProtocol;

  void ended(int returncode);
  void pipe_closed();
  void loop_closing() noexcept override;
  void release_uv() noexcept;

  Ref<LoopState> loop_;
  Ref<FlowControl> flow_;
  Uv *uv_ = nullptr;
  int pid_ = 0;
  std::optional<int> returncode_;
  std::vector<Future<void>> exit_waiters_;
  bool finished_ = false;
  std::size_t limit_;
  /// The parent's ends, until there are transports for them.
  Descriptor pipes_[3];
  Ref<WritePipeTransport> input_;
  Ref<ReadPipeTransport> outputs_[2];
  StreamWriter stdin_stream_;
  StreamReader streams_[2];
  int open_outputs_ = 0;
  bool input_open_ = false;
  /// This, while the child runs.
  Ref<ProcessCore> keep_;
};

} // namespace aio::detail
