// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <zmq.h>

#include <chrono>
#include <optional>
#include <vector>

namespace zmq {

using pollitem_t = zmq_pollitem_t;

int poll(zmq_pollitem_t *items, size_t count,
         std::chrono::milliseconds timeout = std::chrono::milliseconds{-1});
int poll(zmq_pollitem_t *items, size_t count, long timeout);
int poll(std::vector<zmq_pollitem_t> &items,
         std::chrono::milliseconds timeout = std::chrono::milliseconds{-1});

class message_t {};
class mutable_buffer {};

enum class send_flags : int { none = 0, dontwait = ZMQ_DONTWAIT, sndmore = ZMQ_SNDMORE };
enum class recv_flags : int { none = 0, dontwait = ZMQ_DONTWAIT };

struct recv_buffer_size {};
using send_result_t = std::optional<size_t>;
using recv_result_t = std::optional<size_t>;
using recv_buffer_result_t = std::optional<recv_buffer_size>;

namespace detail {

class socket_base {
public:
  void connect(const char *address);
  send_result_t send(message_t &&message, send_flags flags);
  size_t recv(void *buffer, size_t length, int flags = 0);
  [[nodiscard]] recv_buffer_result_t recv(mutable_buffer buffer,
                                          recv_flags flags = recv_flags::none);
  [[nodiscard]] recv_result_t recv(message_t &message, recv_flags flags = recv_flags::none);
};

} // namespace detail

class socket_ref : public detail::socket_base {};
class socket_t : public detail::socket_base {
public:
  operator socket_ref() noexcept;
};

class context_t {
public:
  void close() noexcept;
};

void proxy(socket_ref frontend, socket_ref backend, socket_ref capture = socket_ref());
void proxy_steerable(socket_ref frontend, socket_ref backend, socket_ref capture,
                     socket_ref control);

struct no_user_data;
template <class T = no_user_data> struct poller_event {};

template <typename T = no_user_data> class poller_t {
public:
  using event_type = poller_event<T>;
  size_t wait_all(std::vector<event_type> &events, const std::chrono::milliseconds timeout);
};

} // namespace zmq
