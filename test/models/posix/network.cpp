// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Name servers, and descriptors in place of the loop.
#include <netdb.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "../../mocks/job.h"

Job names(addrinfo *&found, const sockaddr *address, char *text, hostent *&host, int *error) {
  getaddrinfo("a", "b", nullptr, &found); // expect: async-blocking-call: 'getaddrinfo' blocks
  getnameinfo(address, 1, text, 8, nullptr, 0, 0); // expect: async-blocking-call: 'getnameinfo' blocks
  gethostbyname("a"); // expect: async-blocking-call: 'gethostbyname' blocks
  gethostbyname2("a", AF_INET); // expect: async-blocking-call: 'gethostbyname2' blocks
  gethostbyname_r("a", host, text, 8, &host, error); // expect: async-blocking-call: 'gethostbyname_r' blocks
  gethostbyaddr(text, 4, AF_INET); // expect: async-blocking-call: 'gethostbyaddr' blocks
  gethostbyaddr_r(text, 4, AF_INET, host, text, 8, &host, error); // expect: async-blocking-call: 'gethostbyaddr_r' blocks
  co_return;
}

Job polled(pollfd *descriptors, epoll_event *events, int fd) {
  poll(descriptors, 1, 100); // expect: async-blocking-call: 'poll' blocks
  poll(descriptors, 1, 0);
  epoll_wait(fd, events, 1, -1); // expect: async-blocking-call: 'epoll_wait' blocks
  epoll_wait(fd, events, 1, 0);
  epoll_pwait(fd, events, 1, -1, nullptr); // expect: async-blocking-call: 'epoll_pwait' blocks
  epoll_pwait(fd, events, 1, 0, nullptr);
  co_return;
}

Job sockets(int fd, void *bytes) {
  (void)recv(fd, bytes, 8, 0);
  (void)send(fd, bytes, 8, 0);
  co_return;
}
