// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

namespace boost::mqtt5 {

template <typename StreamType, typename TlsContext = int, typename LoggerType = int>
class mqtt_client {
public:
  template <typename Token> void async_run(Token &&token) {}
  template <typename Token> void async_publish(int message, Token &&token) {}
  template <typename Token> void async_subscribe(int topic, Token &&token) {}
  template <typename Token> void async_unsubscribe(int topic, Token &&token) {}
  template <typename Token> void async_receive(Token &&token) {}
  template <typename Token> void async_disconnect(Token &&token) {}
};

} // namespace boost::mqtt5
