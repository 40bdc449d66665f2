// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests are done before the call returns, and servers are when they have been stopped.
#include <httplib.h>

#include "../../mocks/job.h"

Job requests(httplib::Client &client, const httplib::Request &request) {
  client.Get("/"); // expect: async-blocking-call: 'httplib::Client::Get' blocks
  client.Post("/"); // expect: async-blocking-call: 'httplib::Client::Post' blocks
  client.Put("/"); // expect: async-blocking-call: 'httplib::Client::Put' blocks
  client.Patch("/"); // expect: async-blocking-call: 'httplib::Client::Patch' blocks
  client.Delete("/"); // expect: async-blocking-call: 'httplib::Client::Delete' blocks
  client.Head("/"); // expect: async-blocking-call: 'httplib::Client::Head' blocks
  client.Options("/"); // expect: async-blocking-call: 'httplib::Client::Options' blocks
  client.send(request); // expect: async-blocking-call: 'httplib::Client::send' blocks
  client.stop();
  co_return;
}

Job secure(httplib::SSLClient &client, const httplib::Request &request) {
  client.Get("/"); // expect: async-blocking-call: blocks the event loop
  client.Post("/"); // expect: async-blocking-call: blocks the event loop
  client.Put("/"); // expect: async-blocking-call: blocks the event loop
  client.Patch("/"); // expect: async-blocking-call: blocks the event loop
  client.Delete("/"); // expect: async-blocking-call: blocks the event loop
  client.Head("/"); // expect: async-blocking-call: blocks the event loop
  client.Options("/"); // expect: async-blocking-call: blocks the event loop
  client.send(request); // expect: async-blocking-call: blocks the event loop
  co_return;
}

Job serves(httplib::Server &one, httplib::Server &other) {
  one.listen("localhost", 80); // expect: async-blocking-wait: runs an event loop inside this coroutine
  other.bind_to_port("localhost", 80);
  other.listen_after_bind(); // expect: async-blocking-wait: runs an event loop inside this coroutine
  co_return;
}
