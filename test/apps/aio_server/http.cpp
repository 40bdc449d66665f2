// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "http.h"

#include <cctype>
#include <charconv>
#include <cstdio>
#include <sstream>
#include <utility>

namespace http {
namespace {

constexpr std::size_t largest_body = 1 << 20;

const char *reason(int status) {
  switch (status) {
  case 200:
    return "OK";
  case 400:
    return "Bad Request";
  case 404:
    return "Not Found";
  case 408:
    return "Request Timeout";
  case 413:
    return "Content Too Large";
  case 431:
    return "Request Header Fields Too Large";
  case 503:
    return "Service Unavailable";
  case 504:
    return "Gateway Timeout";
  default:
    return "Internal Server Error";
  }
}

std::string lower(std::string text) {
  for (char &c : text)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// All of the text as a number.
template <class Number> bool parse_number(const std::string &text, Number &number) {
  const char *end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end && !text.empty();
}

std::map<std::string, std::string> parse_query(const std::string &text) {
  std::map<std::string, std::string> query;
  std::istringstream pairs(text);
  for (std::string pair; std::getline(pairs, pair, '&');) {
    const auto equals = pair.find('=');
    query[pair.substr(0, equals)] = equals == pair.npos ? "" : pair.substr(equals + 1);
  }
  return query;
}

Request parse(const std::string &head) {
  std::istringstream lines(head);
  std::string line;
  std::getline(lines, line);
  std::istringstream words(line);
  Request request;
  std::string target, version;
  if (!(words >> request.method >> target >> version) || version != "HTTP/1.1" || target[0] != '/')
    throw Error(400, "no request of HTTP/1.1");
  const auto mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != target.npos)
    request.query = parse_query(target.substr(mark + 1));
  while (std::getline(lines, line) && line != "\r") {
    const auto colon = line.find(':');
    if (colon == line.npos || line.back() != '\r')
      throw Error(400, "no header");
    line.pop_back();
    const auto value = line.find_first_not_of(' ', colon + 1);
    request.headers[lower(line.substr(0, colon))] = value == line.npos ? "" : line.substr(value);
  }
  return request;
}

} // namespace

bool Request::keep_alive() const {
  const auto found = headers.find("connection");
  return found == headers.end() || lower(found->second) != "close";
}

std::size_t Request::content_length() const {
  const auto found = headers.find("content-length");
  std::size_t length = 0;
  if (found != headers.end() && !parse_number(found->second, length))
    throw Error(400, "no length");
  if (length > largest_body)
    throw Error(413, "the body is too large");
  return length;
}

int Request::number(const std::string &name, int otherwise) const {
  const auto found = query.find(name);
  int value = otherwise;
  if (found != query.end() && !parse_number(found->second, value))
    throw Error(400, "no number");
  return value;
}

aio::Coroutine<std::optional<Request>> read_head(aio::StreamReader reader) {
  try {
    co_return parse(co_await reader.readuntil("\r\n\r\n"));
  } catch (const aio::IncompleteReadError &error) {
    if (!error.partial().empty())
      throw;
  } catch (const aio::LimitOverrunError &) {
    throw Error(431, "the head is too large");
  }
  co_return std::nullopt;
}

aio::Coroutine<void> write(aio::StreamWriter writer, Response response, bool keep_alive) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " " + reason(response.status) +
                     "\r\nConnection: " + (keep_alive ? "keep-alive" : "close") + "\r\n";
  if (!response.id.empty())
    head += "X-Request-Id: " + response.id + "\r\n";
  if (!response.chunks) {
    head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
    writer.write(head + response.body);
    co_return co_await writer.drain();
  }
  writer.write(head + "Transfer-Encoding: chunked\r\n\r\n");
  co_await aio::with(aio::aclosing(*response.chunks), [&](auto &chunks) -> aio::Coroutine<void> {
    while (const std::optional<std::string> chunk = co_await chunks.next()) {
      if (chunk->empty())
        continue;
      char size[24];
      std::snprintf(size, sizeof size, "%zx\r\n", chunk->size());
      writer.write(size + *chunk + "\r\n");
      co_await writer.drain();
    }
  });
  writer.write("0\r\n\r\n");
  co_await writer.drain();
}

} // namespace http
