// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <zmq.hpp>

namespace zmq {

template <class OutputIt>
[[nodiscard]] recv_result_t recv_multipart(socket_ref socket, OutputIt out,
                                           recv_flags flags = recv_flags::none);
template <class OutputIt>
[[nodiscard]] recv_result_t recv_multipart_n(socket_ref socket, OutputIt out, size_t n,
                                             recv_flags flags = recv_flags::none);

class multipart_t {
public:
  bool recv(socket_ref socket, int flags = 0);
};

class active_poller_t {
public:
  size_t wait(std::chrono::milliseconds timeout);
};

} // namespace zmq
