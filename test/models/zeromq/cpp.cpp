// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The same by cppzmq. The last argument says whether they wait, whichever overload it is.
#include <iterator>

#include <zmq.hpp>
#include <zmq_addon.hpp>

#include "../../mocks/job.h"

using zmq::recv_flags;

Job received(zmq::socket_t &socket, zmq::message_t &message, std::vector<zmq::message_t> &parts) {
  (void)socket.recv(message); // expect: async-blocking-call: blocks the event loop
                              // note: use zmq::recv_flags::dontwait
  (void)socket.recv(message, recv_flags::none); // expect: async-blocking-call: blocks the event loop
  (void)socket.recv(message, recv_flags::dontwait);
  (void)socket.recv(zmq::mutable_buffer()); // expect: async-blocking-call: blocks the event loop
  (void)socket.recv(zmq::mutable_buffer(), recv_flags::dontwait);
  char bytes[9];
  socket.recv(bytes, 9); // expect: async-blocking-call: blocks the event loop
  socket.recv(bytes, 8, ZMQ_DONTWAIT);
  socket.send(zmq::message_t(), zmq::send_flags::none);
  (void)zmq::recv_multipart(socket, std::back_inserter(parts)); // expect: async-blocking-call: 'zmq::recv_multipart' blocks
  (void)zmq::recv_multipart(socket, std::back_inserter(parts), recv_flags::dontwait);
  (void)zmq::recv_multipart_n(socket, std::back_inserter(parts), 2); // expect: async-blocking-call: 'zmq::recv_multipart_n' blocks
  zmq::multipart_t whole;
  whole.recv(socket); // expect: async-blocking-call: blocks the event loop
  whole.recv(socket, ZMQ_DONTWAIT);
  co_return;
}

Job polled(std::vector<zmq::pollitem_t> &items, zmq::poller_t<> &poller, zmq::active_poller_t &active) {
  zmq::poll(items); // expect: async-blocking-call: 'zmq::poll' blocks
  zmq::poll(items, std::chrono::milliseconds(0));
  zmq::poll(items.data(), items.size(), 100); // expect: async-blocking-call: 'zmq::poll' blocks
  zmq::poll(items.data(), items.size(), 0);
  std::vector<zmq::poller_event<>> events(2);
  poller.wait_all(events, std::chrono::milliseconds(-1)); // expect: async-blocking-call: blocks the event loop
  poller.wait_all(events, std::chrono::milliseconds(0));
  active.wait(std::chrono::milliseconds(100)); // expect: async-blocking-call: blocks the event loop
  active.wait(std::chrono::milliseconds(0));
  co_return;
}

Job proxied(zmq::socket_t &front, zmq::socket_t &back, zmq::context_t &context) {
  zmq::proxy(front, back); // expect: async-blocking-call: 'zmq::proxy' blocks
  zmq::proxy_steerable(front, back, {}, {}); // expect: async-blocking-call: 'zmq::proxy_steerable' blocks
  context.close(); // expect: async-blocking-call: blocks the event loop
  co_return;
}
