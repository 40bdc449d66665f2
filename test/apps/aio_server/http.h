// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/aio.h>
#include <aio/net.h>

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

/// As much of HTTP/1.1 as the server needs.
namespace http {

struct Request {
  std::string method;
  /// Without the query.
  std::string path;
  std::map<std::string, std::string> query;
  /// Names in lower case.
  std::map<std::string, std::string> headers;
  std::string body;

  bool keep_alive() const;
  /// Of the body; throws Error for one that is no number or too large.
  std::size_t content_length() const;
  /// A number in the query, or the default.
  int number(const std::string &name, int otherwise) const;
};

struct Response {
  int status = 200;
  std::string body = {};
  /// Instead of a body: what it yields is sent as it comes.
  std::optional<aio::AsyncGenerator<std::string>> chunks = {};
  /// That of the request, so that clients can tell what is answered.
  std::string id = {};
};

/// Answered with its status.
struct Error : std::runtime_error {
  Error(int status, const char *what) : std::runtime_error(what), status(status) {}
  int status;
};

/// A request without its body; none at the end of the stream. Throws Error for what is no request,
/// aio::IncompleteReadError if the stream ends in the middle of it.
aio::Coroutine<std::optional<Request>> read_head(aio::StreamReader reader);

/// The response in full. Throws aio::OSError if the client has gone.
aio::Coroutine<void> write(aio::StreamWriter writer, Response response, bool keep_alive);

} // namespace http
