// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/process_core.h>

#include <aio/counters.h>
#include <aio/net/connect.h>
#include <aio/net/os_error.h>
#include <aio/net/stream_writer_core.h>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <uv.h>

namespace aio::detail {

/// Outlives the process until libuv has let go of it.
struct ProcessCore::Uv {
  uv_process_t process = {};
  ProcessCore *core = nullptr;
};

class ProcessCore::InputProtocol final : public RefCounted, public Protocol {
public:
  explicit InputProtocol(Ref<ProcessCore> process) : process_(std::move(process)) {}
  void connection_lost(std::exception_ptr exception) override {
    process_->flow_->lost(exception);
    process_->input_open_ = false;
    process_->pipe_closed();
  }
  void pause_writing() override { process_->flow_->pause(); }
  void resume_writing() override { process_->flow_->resume(); }

private:
  Ref<ProcessCore> process_;
};

class ProcessCore::OutputProtocol final : public RefCounted, public Protocol {
public:
  OutputProtocol(Ref<ProcessCore> process, StreamReader reader)
      : process_(std::move(process)), reader_(std::move(reader)) {}
  void data_received(BytesView data) override { reader_.feed_data(data); }
  void connection_lost(std::exception_ptr exception) override {
    if (exception)
      reader_.set_exception(exception);
    else
      reader_.feed_eof();
    --process_->open_outputs_;
    process_->pipe_closed();
  }

private:
  Ref<ProcessCore> process_;
  StreamReader reader_;
};

namespace {

std::vector<char *> c_strings(const Arguments &arguments) {
  std::vector<char *> strings;
  for (const Text &text : arguments.texts())
    strings.push_back(const_cast<char *>(text.c_str()));
  strings.push_back(nullptr);
  return strings;
}

[[noreturn]] void throw_spawn_error(int error, const char *program, const Text &cwd) {
  struct stat status = {};
  // The system does not tell which of the two it did not find.
  if (!cwd.empty() && stat(cwd.c_str(), &status) < 0)
    program = cwd.c_str();
  throw_os_error(error, (std::generic_category().message(error) + ": '" + program + "'").c_str());
}

} // namespace

ProcessCore::ProcessCore(LoopState &loop, std::size_t limit)
    : loop_(&loop), flow_(new FlowControl(loop)), limit_(limit) {
  count_transport(1);
}

ProcessCore::~ProcessCore() { count_transport(-1); }

void ProcessCore::spawn(const Arguments &arguments, const SubprocessOptions &options) {
  using Kind = subprocess::Redirect::Kind;
  loop_->check_closed();
  loop_->check_thread();
  // The child's ends, which are closed here in the end.
  Descriptor child_ends[3];
  uv_stdio_container_t stdio[3] = {};
  const subprocess::Redirect redirects[3] = {options.stdin_, options.stdout_, options.stderr_};
  for (int i = 0; i < 3; ++i) {
    stdio[i].flags = UV_INHERIT_FD;
    switch (redirects[i].kind()) {
    case Kind::inherit:
      stdio[i].data.fd = i;
      break;
    case Kind::descriptor:
      stdio[i].data.fd = redirects[i].descriptor();
      break;
    case Kind::devnull:
      stdio[i].flags = UV_IGNORE;
      break;
    case Kind::stdout_:
      if (i != 2)
        throw ValueError("STDOUT can only be used for stderr");
      stdio[i] = stdio[1];
      break;
    case Kind::pipe: {
      int ends[2];
      if (pipe2(ends, O_CLOEXEC) < 0)
        throw_os_error(errno);
      child_ends[i] = Descriptor(ends[i == 0 ? 0 : 1]);
      pipes_[i] = Descriptor(ends[i == 0 ? 1 : 0]);
      stdio[i].data.fd = child_ends[i].get();
      break;
    }
    }
  }
  std::vector<char *> argv = c_strings(arguments);
  std::vector<char *> env = c_strings(options.env);
  uv_process_options_t uv_options = {};
  uv_options.file = argv.front();
  uv_options.args = argv.data();
  uv_options.env = env.size() > 1 ? env.data() : nullptr;
  uv_options.cwd = options.cwd.empty() ? nullptr : options.cwd.c_str();
  uv_options.stdio = stdio;
  uv_options.stdio_count = 3;
  uv_options.exit_cb = [](uv_process_t *process, std::int64_t status, int signal) {
    const Ref<ProcessCore> core(static_cast<Uv *>(process->data)->core);
    if (core)
      core->loop_->enter(
          [core, code = signal ? -signal : static_cast<int>(status)] { core->ended(code); });
  };
  uv_ = new Uv;
  uv_->process.data = uv_;
  uv_->core = this;
  if (const int error = uv_spawn(loop_->uv(), &uv_->process, &uv_options)) {
    release_uv();
    throw_spawn_error(-error, argv.front(), options.cwd);
  }
  pid_ = uv_->process.pid;
  keep_ = this;
  loop_->resources.add(*this);
}

Coroutine<void> ProcessCore::connect_pipes(Ref<ProcessCore> self) {
  LoopState &loop = *self->loop_;
  if (self->pipes_[0]) {
    self->input_ = new WritePipeTransport(loop, std::move(self->pipes_[0]),
                                          ProtocolHandle(Ref(new InputProtocol(self))));
    self->input_open_ = true;
    self->stdin_stream_ =
        StreamWriter(new StreamWriterCore(Transport(*self->input_), self->flow_, StreamReader()));
  }
  for (int i = 0; i < 2; ++i) {
    if (!self->pipes_[i + 1])
      continue;
    const StreamReader reader(self->limit_);
    self->outputs_[i] =
        new ReadPipeTransport(loop, std::move(self->pipes_[i + 1]),
                              ProtocolHandle(Ref(new OutputProtocol(self, reader))));
    ++self->open_outputs_;
    reader.set_transport(Transport(*self->outputs_[i]));
    self->streams_[i] = reader;
  }
  if (self->input_)
    co_await start_transport(self->input_);
  for (const Ref<ReadPipeTransport> &output : self->outputs_) {
    if (output)
      co_await start_transport(output);
  }
}

void ProcessCore::ended(int returncode) {
  if (returncode_)
    return;
  returncode_ = returncode;
  loop_->resources.remove(*this);
  release_uv();
  pipe_closed();
  const Ref<ProcessCore> self = std::move(keep_);
}

void ProcessCore::pipe_closed() {
  if (!returncode_ || open_outputs_ > 0 || finished_)
    return;
  if (input_open_) {
    input_->close();
    return;
  }
  finished_ = true;
  for (const Future<void> &waiter : std::exchange(exit_waiters_, {}))
    wake_up(waiter);
}

void ProcessCore::close_output(int number) {
  if (const Ref<ReadPipeTransport> &output = outputs_[number - 1])
    output->close();
}

void ProcessCore::send_signal(int signal) {
  if (finished_)
    throw ProcessLookupError("");
  if (returncode_)
    return;
  const int error = uv_process_kill(&uv_->process, signal);
  if (error && error != UV_ESRCH)
    throw_os_error(-error);
}

Coroutine<int> ProcessCore::wait(Ref<ProcessCore> self) {
  if (!self->returncode_) {
    const Future<void> waiter = make_waiter(*self->loop_);
    self->exit_waiters_.push_back(waiter);
    co_await waiter;
  }
  co_return *self->returncode_;
}

void ProcessCore::release_uv() noexcept {
  if (!uv_)
    return;
  uv_->core = nullptr;
  uv_close(reinterpret_cast<uv_handle_t *>(&std::exchange(uv_, nullptr)->process),
           [](uv_handle_t *handle) { delete static_cast<Uv *>(handle->data); });
}

void ProcessCore::loop_closing() noexcept {
  const Ref<ProcessCore> self = std::move(keep_);
  if (loop_->debug) {
    const std::string message = "subprocess " + std::to_string(pid_) + " is still running";
    ExceptionContext context;
    context.message = message.c_str();
    context.kind = ReportKind::resource_warning;
    loop_->report(context);
  }
  ::kill(pid_, SIGKILL);
  release_uv();
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  returncode_ = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  finished_ = true;
  exit_waiters_.clear();
  if (input_)
    input_->drop();
  for (const Ref<ReadPipeTransport> &output : outputs_) {
    if (output)
      output->drop();
  }
}

} // namespace aio::detail
