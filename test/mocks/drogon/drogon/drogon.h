// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <drogon/orm/DbClient.h>
#include <drogon/utils/coroutine.h>

namespace drogon {

class HttpRequest {};
class HttpResponse {};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
enum class ReqResult { Ok, Timeout };
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;

namespace internal {
struct [[nodiscard]] HttpRespAwaiter : public CallbackAwaiter<HttpResponsePtr> {
  void await_suspend(std::coroutine_handle<> handle);
};
} // namespace internal

class HttpClient : public trantor::NonCopyable {
public:
  virtual void sendRequest(const HttpRequestPtr &request, const HttpReqCallback &callback,
                           double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &request,
                                                    double timeout = 0);
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr request, double timeout = 0);
};

class HttpAppFramework : public trantor::NonCopyable {
public:
  virtual void run() = 0;
  virtual void quit() = 0;
  virtual trantor::EventLoop *getLoop() const = 0;
  template <typename FUNCTION>
  HttpAppFramework &registerHandler(const std::string &path, FUNCTION &&function) {
    return *this;
  }
};
HttpAppFramework &app();

} // namespace drogon
