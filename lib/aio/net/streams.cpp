// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/streams.h>

#include <aio/net/stream_writer_core.h>

namespace aio {
namespace detail {
namespace {

/// Feeds a reader, and makes the writer on the side of the server.
class StreamProtocol final : public RefCounted, public Protocol {
public:
  StreamProtocol(StreamReader reader, Ref<FlowControl> flow, Ref<ClientConnected> callback)
      : reader_(std::move(reader)), flow_(std::move(flow)), callback_(std::move(callback)) {}

  void connection_made(Transport transport) override {
    reader_.set_transport(transport);
    const Ref<ClientConnected> callback = std::move(callback_);
    if (!callback)
      return;
    writer_ = StreamWriter(new StreamWriterCore(transport, flow_, reader_));
    if (std::optional<Coroutine<void>> coroutine = callback->call(reader_, writer_))
      run(std::move(*coroutine), callback, transport);
  }

  void connection_lost(std::exception_ptr exception) override {
    const StreamWriter writer = std::move(writer_);
    if (exception)
      reader_.set_exception(exception);
    else
      reader_.feed_eof();
    flow_->lost(exception);
  }

  void data_received(BytesView data) override { reader_.feed_data(data); }
  bool eof_received() override {
    reader_.feed_eof();
    return true;
  }
  void pause_writing() override { flow_->pause(); }
  void resume_writing() override { flow_->resume(); }

private:
  void run(Coroutine<void> coroutine, const Ref<ClientConnected> &callback,
           const Transport &transport) {
    LoopState &loop = flow_->loop();
    const Task<void> task = loop.owner->create_task(std::move(coroutine));
    // The coroutine refers to the callback, if that is a lambda.
    FutureAccess::state<void>(task)->add_done_callback(
        [callback, transport](FutureCore &done) { client_done(done, transport); },
        std::source_location::current());
  }

  static void client_done(FutureCore &task, const Transport &transport) {
    if (task.cancelled()) {
      transport.close();
      return;
    }
    const std::exception_ptr exception = task.exception();
    if (!exception)
      return;
    const Text description = transport.repr();
    ExceptionContext context;
    context.message = "Unhandled exception in client_connected_cb";
    context.exception = exception;
    context.transport = description.c_str();
    task.loop().report(context);
    transport.close();
  }

  StreamReader reader_;
  Ref<FlowControl> flow_;
  /// Until it has been called.
  Ref<ClientConnected> callback_;
  /// Of a server's connection, until that is lost: one that the callback drops stays open.
  StreamWriter writer_;
};

/// connect: a coroutine that takes the factory and gives the transport.
template <class F> Coroutine<Streams> open_streams(F connect, std::size_t limit) {
  const StreamReader reader(limit);
  const Ref flow(new FlowControl(running_loop_state()));
  const Ref protocol(new StreamProtocol(reader, flow, {}));
  const Transport transport = co_await connect([protocol] { return ProtocolHandle(protocol); });
  co_return {reader, StreamWriter(new StreamWriterCore(transport, flow, reader))};
}

} // namespace

ProtocolHandle make_server_protocol(Ref<ClientConnected> callback, std::size_t limit) {
  Ref flow(new FlowControl(running_loop_state()));
  return Ref(new StreamProtocol(StreamReader(limit), std::move(flow), std::move(callback)));
}

} // namespace detail

Coroutine<Streams> open_connection(Text host, int port, std::size_t limit) {
  const auto connect = [&](detail::ProtocolFactory factory) {
    return detail::connect_tcp(std::move(factory), host, port);
  };
  co_return co_await detail::open_streams(connect, limit);
}

Coroutine<Streams> open_unix_connection(Text path, std::size_t limit) {
  const auto connect = [&](detail::ProtocolFactory factory) {
    return detail::connect_unix(std::move(factory), path);
  };
  co_return co_await detail::open_streams(connect, limit);
}

} // namespace aio
