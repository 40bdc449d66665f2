// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/array.h>
#include <aio/net/stream_writer.h>

#include <initializer_list>
#include <optional>

namespace aio {

namespace detail {
class ProcessCore;
}

namespace subprocess {

/// What a standard stream of a child is. A number: that file descriptor.
class Redirect {
public:
  enum class Kind : unsigned char { inherit, pipe, devnull, stdout_, descriptor };
  constexpr Redirect(Kind kind) : kind_(kind) {}
  constexpr Redirect(int descriptor) : kind_(Kind::descriptor), descriptor_(descriptor) {}
  constexpr Kind kind() const noexcept { return kind_; }
  constexpr int descriptor() const noexcept { return descriptor_; }
  friend constexpr bool operator==(Redirect, Redirect) = default;

private:
  Kind kind_;
  int descriptor_ = -1;
};

/// The parent's own.
inline constexpr Redirect inherit = Redirect::Kind::inherit;
/// A stream of the Process.
inline constexpr Redirect pipe = Redirect::Kind::pipe;
inline constexpr Redirect devnull = Redirect::Kind::devnull;
/// Where standard output goes; for standard error.
inline constexpr Redirect stdout_ = Redirect::Kind::stdout_;

} // namespace subprocess

/// A list of strings: a program and its arguments.
class Arguments {
public:
  Arguments() = default;
  Arguments(std::initializer_list<Text> texts) : texts_(texts.begin(), texts.end()) {}
  /// Of std::strings, for instance.
  template <class List>
    requires requires(const List &list) { list.begin()->c_str(); }
  Arguments(const List &list) {
    for (const auto &text : list)
      texts_.push_back(text.c_str());
  }
  const Array<Text> &texts() const noexcept { return texts_; }

private:
  Array<Text> texts_;
};

struct SubprocessOptions {
  subprocess::Redirect stdin_ = subprocess::inherit;
  subprocess::Redirect stdout_ = subprocess::inherit;
  subprocess::Redirect stderr_ = subprocess::inherit;
  /// Of its readers, in bytes.
  std::size_t limit = StreamReader::default_limit;
  /// Where it runs; empty: where the parent does.
  Text cwd = {};
  /// "NAME=value" each; empty: the parent's.
  Arguments env = {};
};

/// What a process wrote; empty for what is not piped.
struct ProcessOutput {
  Bytes stdout_;
  Bytes stderr_;
};

/// A child process. A handle: copies refer to the same process. One that runs when its loop
/// closes is killed, and reported in debug mode. Belongs to its loop's thread.
class Process {
public:
  /// An empty handle, good for assigning to only.
  Process() = default;
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }

  int pid() const;
  /// None while it runs; -N if signal N ended it.
  std::optional<int> returncode() const;
  /// Empty for what is not piped.
  StreamWriter stdin_stream() const;
  StreamReader stdout_stream() const;
  StreamReader stderr_stream() const;

  /// Until it has ended and its pipes are closed; the return code. A child that waits for
  /// somebody to read its pipe never ends: communicate() reads.
  Coroutine<int> wait() const;
  /// Writes the input, if any, and closes standard input then; reads all; waits.
  Coroutine<ProcessOutput> communicate(std::optional<Bytes> input = {}) const;
  /// Throws ProcessLookupError for one whose end wait() has told.
  void send_signal(int signal) const;
  /// SIGTERM.
  void terminate() const;
  /// SIGKILL.
  void kill() const;
  Text repr() const;

  explicit Process(detail::ProcessCore &core);

private:
  static Coroutine<int> wait(Process self);
  static Coroutine<ProcessOutput> communicate(Process self, std::optional<Bytes> input);
  detail::ProcessCore &core() const;

  detail::Ref<detail::RefCounted> core_;
};

/// Runs a program, found by PATH. Throws OSError, such as FileNotFoundError; ValueError without
/// a program.
Coroutine<Process> create_subprocess_exec(Arguments arguments, SubprocessOptions options = {});
/// Runs a command of /bin/sh.
Coroutine<Process> create_subprocess_shell(Text command, SubprocessOptions options = {});

} // namespace aio
