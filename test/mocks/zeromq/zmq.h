// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stddef.h>

#define ZMQ_DONTWAIT 1
#define ZMQ_SNDMORE 2
#define ZMQ_POLLIN 1

extern "C" {

struct zmq_msg_t {
  unsigned char _[64];
};

struct zmq_pollitem_t {
  void *socket;
  int fd;
  short events;
  short revents;
};

struct zmq_poller_event_t {
  void *socket;
  int fd;
  void *user_data;
  short events;
};

int zmq_ctx_term(void *context);
int zmq_ctx_destroy(void *context);
int zmq_term(void *context);
int zmq_connect(void *socket, const char *address);
int zmq_send(void *socket, const void *buffer, size_t length, int flags);
int zmq_recv(void *socket, void *buffer, size_t length, int flags);
int zmq_recvmsg(void *socket, zmq_msg_t *message, int flags);
int zmq_msg_recv(zmq_msg_t *message, void *socket, int flags);
int zmq_poll(zmq_pollitem_t *items, int count, long timeout);
int zmq_proxy(void *frontend, void *backend, void *capture);
int zmq_proxy_steerable(void *frontend, void *backend, void *capture, void *control);
int zmq_poller_wait(void *poller, zmq_poller_event_t *event, long timeout);
int zmq_poller_wait_all(void *poller, zmq_poller_event_t *events, int count, long timeout);
void zmq_sleep(int seconds);
}
