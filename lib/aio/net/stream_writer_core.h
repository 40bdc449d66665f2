// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/flow_control.h>
#include <aio/net/stream_writer.h>

namespace aio::detail {

/// What all handles of a writer share. Its end is the end of the transport.
class StreamWriterCore final : public RefCounted {
public:
  /// reader is empty if the transport does not read.
  StreamWriterCore(Transport transport, Ref<FlowControl> flow, StreamReader reader)
      : transport(std::move(transport)), flow(std::move(flow)), reader(std::move(reader)) {}
  ~StreamWriterCore() override;
  std::string repr() const;

  const Transport transport;
  const Ref<FlowControl> flow;
  const StreamReader reader;
};

} // namespace aio::detail
