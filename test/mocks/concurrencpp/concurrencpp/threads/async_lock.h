// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/results/lazy_result.h>

namespace concurrencpp {

class async_lock;

class scoped_async_lock {
public:
  scoped_async_lock() noexcept = default;
  scoped_async_lock(scoped_async_lock &&other) noexcept;
  ~scoped_async_lock() noexcept;
  lazy_result<void> lock(std::shared_ptr<executor> resume_executor);
  lazy_result<bool> try_lock();
  void unlock();

private:
  async_lock *lock_ = nullptr;
};

class async_lock {
public:
  lazy_result<scoped_async_lock> lock(std::shared_ptr<executor> resume_executor);
  lazy_result<bool> try_lock();
  void unlock();
};

} // namespace concurrencpp
