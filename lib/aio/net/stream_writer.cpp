// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/stream_writer.h>

#include <aio/net/stream_writer_core.h>
#include <aio/sleep.h>

namespace aio {

namespace detail {

StreamWriterCore::~StreamWriterCore() {
  if (transport.is_closing())
    return;
  transport.close();
  LoopState &loop = flow->loop();
  if (!loop.debug)
    return;
  const std::string message = "unclosed " + repr();
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::resource_warning;
  loop.report(context);
}

std::string StreamWriterCore::repr() const {
  std::string text = std::string("<StreamWriter transport=") + transport.repr().c_str();
  if (reader)
    text += std::string(" reader=") + reader.repr().c_str();
  return text + ">";
}

} // namespace detail

StreamWriter::StreamWriter(detail::Ref<detail::StreamWriterCore> core) : core_(core) {}

detail::StreamWriterCore &StreamWriter::core() const {
  if (!core_)
    throw InvalidStateError("empty StreamWriter");
  return static_cast<detail::StreamWriterCore &>(*core_);
}

Transport StreamWriter::transport() const { return core().transport; }
Text StreamWriter::repr() const { return core().repr().c_str(); }
Coroutine<void> StreamWriter::drain() const { return drain(*this); }
Coroutine<void> StreamWriter::wait_closed() const { return wait_closed(*this); }

Coroutine<void> StreamWriter::drain(StreamWriter self) {
  const detail::StreamWriterCore &core = self.core();
  if (core.reader) {
    if (const std::exception_ptr exception = core.reader.exception())
      std::rethrow_exception(exception);
  }
  // So that who writes and drains in a circle hears of the end.
  if (core.transport.is_closing())
    co_await sleep(0);
  co_await detail::FlowControl::drain(core.flow);
}

Coroutine<void> StreamWriter::wait_closed(StreamWriter self) {
  co_await self.core().flow->closed();
}

} // namespace aio
