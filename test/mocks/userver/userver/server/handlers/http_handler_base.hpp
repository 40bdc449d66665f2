// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace userver {
inline namespace v2_0 {
namespace server {

namespace http {
class HttpRequest;
} // namespace http
namespace request {
class RequestContext;
} // namespace request

namespace handlers {

class HttpHandlerBase {
public:
  virtual ~HttpHandlerBase();
  virtual std::string HandleRequestThrow(const http::HttpRequest &request,
                                         request::RequestContext &context) const;
};

class HttpHandlerJsonBase : public HttpHandlerBase {
public:
  std::string HandleRequestThrow(const http::HttpRequest &request,
                                 request::RequestContext &context) const final;
  virtual int HandleRequestJsonThrow(const http::HttpRequest &request, const int &json,
                                     request::RequestContext &context) const = 0;
};

} // namespace handlers
} // namespace server
} // namespace v2_0
} // namespace userver
