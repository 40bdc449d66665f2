// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// By ZeroMQ's C interface: receiving and polling wait, unless they are told not to.
#include <zmq.h>

#include "../../mocks/job.h"

Job received(void *socket, zmq_msg_t *message, int flags) {
  char bytes[8];
  zmq_recv(socket, bytes, 8, 0); // expect: async-blocking-call: 'zmq_recv' blocks
                                 // note: use ZMQ_DONTWAIT once the descriptor ZMQ_FD is readable instead
  zmq_recv(socket, bytes, 9, ZMQ_DONTWAIT);
  zmq_recv(socket, bytes, 8, flags);
  zmq_msg_recv(message, socket, 0); // expect: async-blocking-call: 'zmq_msg_recv' blocks
  zmq_msg_recv(message, socket, ZMQ_DONTWAIT);
  zmq_recvmsg(socket, message, 0); // expect: async-blocking-call: 'zmq_recvmsg' blocks
  zmq_recvmsg(socket, message, ZMQ_DONTWAIT);
  zmq_send(socket, bytes, 8, ZMQ_SNDMORE);
  co_return;
}

Job polled(zmq_pollitem_t *items, void *poller, zmq_poller_event_t *events) {
  zmq_poll(items, 1, -1); // expect: async-blocking-call: 'zmq_poll' blocks
  zmq_poll(items, 1, 0);
  zmq_poller_wait(poller, events, 100); // expect: async-blocking-call: 'zmq_poller_wait' blocks
  zmq_poller_wait(poller, events, 0);
  zmq_poller_wait_all(poller, events, 1, 100); // expect: async-blocking-call: 'zmq_poller_wait_all' blocks
  zmq_poller_wait_all(poller, events, 1, 0);
  co_return;
}

Job proxied(void *front, void *back) {
  zmq_proxy(front, back, nullptr); // expect: async-blocking-call: 'zmq_proxy' blocks
  zmq_proxy_steerable(front, back, nullptr, nullptr); // expect: async-blocking-call: 'zmq_proxy_steerable' blocks
  co_return;
}

Job ended(void *context) {
  zmq_sleep(1); // expect: async-blocking-call: 'zmq_sleep' blocks
  zmq_ctx_term(context); // expect: async-blocking-call: 'zmq_ctx_term' blocks
  zmq_ctx_destroy(context); // expect: async-blocking-call: 'zmq_ctx_destroy' blocks
  zmq_term(context); // expect: async-blocking-call: 'zmq_term' blocks
  co_return;
}
