// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/process.h>

#include <aio/gather.h>
#include <aio/net/os_error.h>
#include <aio/net/process_core.h>

#include <csignal>
#include <string>

namespace aio {
namespace {

using detail::ProcessCore;
using detail::Ref;

Coroutine<Process> start_process(Arguments arguments, SubprocessOptions options) {
  const Ref process(new ProcessCore(detail::running_loop_state(), options.limit));
  process->spawn(arguments, options);
  std::exception_ptr exception;
  try {
    co_await ProcessCore::connect_pipes(process);
  } catch (...) {
    exception = std::current_exception();
  }
  if (exception) {
    if (!process->returncode())
      process->send_signal(SIGKILL);
    co_await ProcessCore::wait(process);
    std::rethrow_exception(exception);
  }
  co_return Process(*process);
}

/// A child that does not want its input is no error.
Coroutine<void> feed(StreamWriter writer, std::optional<Bytes> input) {
  if (!input)
    co_return;
  try {
    writer.write(*input);
    co_await writer.drain();
  } catch (const BrokenPipeError &) {
  } catch (const ConnectionResetError &) {
  }
  writer.close();
}

Coroutine<Bytes> read_all(Ref<ProcessCore> process, int number) {
  const StreamReader reader = process->output_stream(number);
  if (!reader)
    co_return Bytes();
  Bytes output = co_await reader.read();
  process->close_output(number);
  co_return output;
}

} // namespace

Coroutine<Process> create_subprocess_exec(Arguments arguments, SubprocessOptions options) {
  if (arguments.texts().empty())
    throw ValueError("a program is needed");
  co_return co_await start_process(std::move(arguments), std::move(options));
}

Coroutine<Process> create_subprocess_shell(Text command, SubprocessOptions options) {
  co_return co_await start_process({"/bin/sh", "-c", std::move(command)}, std::move(options));
}

Process::Process(ProcessCore &core) : core_(&core) {}

ProcessCore &Process::core() const {
  if (!core_)
    throw InvalidStateError("empty Process");
  return static_cast<ProcessCore &>(*core_);
}

int Process::pid() const { return core().pid(); }
std::optional<int> Process::returncode() const { return core().returncode(); }
StreamWriter Process::stdin_stream() const { return core().stdin_stream(); }
StreamReader Process::stdout_stream() const { return core().output_stream(1); }
StreamReader Process::stderr_stream() const { return core().output_stream(2); }
void Process::send_signal(int signal) const { core().send_signal(signal); }
void Process::terminate() const { send_signal(SIGTERM); }
void Process::kill() const { send_signal(SIGKILL); }
Text Process::repr() const { return ("<Process " + std::to_string(pid()) + ">").c_str(); }

Coroutine<int> Process::wait() const { return wait(*this); }
Coroutine<ProcessOutput> Process::communicate(std::optional<Bytes> input) const {
  return communicate(*this, std::move(input));
}

Coroutine<int> Process::wait(Process self) { co_return co_await ProcessCore::wait(&self.core()); }

Coroutine<ProcessOutput> Process::communicate(Process self, std::optional<Bytes> input) {
  const Ref<ProcessCore> core(&self.core());
  auto [fed, out, err] = co_await gather(feed(core->stdin_stream(), std::move(input)),
                                         read_all(core, 1), read_all(core, 2));
  co_await ProcessCore::wait(core);
  co_return {std::move(out), std::move(err)};
}

} // namespace aio
