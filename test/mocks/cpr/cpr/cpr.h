// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <future>
#include <ostream>

namespace cpr {

class Url {
public:
  Url(const char *url);
};
class Response {};

class Session {
public:
  void SetUrl(const Url &url);
  Response Get();
  Response Post();
  Response Put();
  Response Patch();
  Response Delete();
  Response Head();
  Response Options();
  Response Download(std::ostream &file);
};

template <typename... Ts> Response Get(Ts &&...ts);
template <typename... Ts> Response Post(Ts &&...ts);
template <typename... Ts> Response Put(Ts &&...ts);
template <typename... Ts> Response Patch(Ts &&...ts);
template <typename... Ts> Response Delete(Ts &&...ts);
template <typename... Ts> Response Head(Ts &&...ts);
template <typename... Ts> Response Options(Ts &&...ts);
template <typename... Ts> Response Download(std::ostream &file, Ts &&...ts);
template <typename... Ts> std::future<Response> GetAsync(Ts... ts);

} // namespace cpr
