// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/coro/Lazy.h>

#include <string>
#include <system_error>
#include <type_traits>

namespace asio::ip {

struct tcp {
  class acceptor;
  class socket;
};

} // namespace asio::ip

namespace coro_io {

class ExecutorWrapper : public async_simple::Executor {
public:
  bool schedule(Func func) override;
};
ExecutorWrapper *get_global_block_executor();

class io_context_pool {
public:
  explicit io_context_pool(std::size_t pool_size);
  void run();
  void stop(bool force = false);
};
class multithread_context_pool {
public:
  explicit multithread_context_pool(std::size_t threads);
  void run();
  void stop();
};

namespace detail {
template <typename Result> async_simple::coro::Lazy<async_simple::Try<Result>> begun();
} // namespace detail

template <typename Func>
async_simple::coro::Lazy<async_simple::Try<std::invoke_result_t<Func>>>
post(Func func, ExecutorWrapper *executor = get_global_block_executor()) {
  return detail::begun<std::invoke_result_t<Func>>();
}
template <typename Executor>
async_simple::coro::Lazy<async_simple::Try<void>> dispatch(Executor executor);

template <typename Executor>
std::error_code connect(Executor &executor, asio::ip::tcp::socket &socket, const std::string &host,
                        const std::string &port);
std::error_code accept(asio::ip::tcp::acceptor &acceptor, asio::ip::tcp::socket &socket);
template <typename Socket, typename AsioBuffer>
std::pair<std::error_code, std::size_t> read_some(Socket &socket, AsioBuffer &&buffer);
template <typename Socket, typename AsioBuffer>
std::pair<std::error_code, std::size_t> read(Socket &socket, AsioBuffer &&buffer);
template <typename Socket, typename AsioBuffer>
std::pair<std::error_code, std::size_t> write(Socket &socket, AsioBuffer &&buffer);

} // namespace coro_io
