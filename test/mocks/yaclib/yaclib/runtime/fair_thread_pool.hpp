// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/exe/executor.hpp>

namespace yaclib {

class FairThreadPool final : public IExecutor {
public:
  explicit FairThreadPool(std::size_t threads);
  bool Alive() const noexcept final;
  void Submit(Job &job) noexcept final;
  void Stop() noexcept;
  void Wait() noexcept;
};
IntrusivePtr<FairThreadPool> MakeFairThreadPool(std::size_t threads = 4);

} // namespace yaclib
