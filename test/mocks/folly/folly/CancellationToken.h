// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace folly {

class CancellationToken {
public:
  CancellationToken() noexcept = default;
  CancellationToken(const CancellationToken &) noexcept;
  bool isCancellationRequested() const noexcept;
  bool canBeCancelled() const noexcept;
};

class CancellationSource {
public:
  CancellationSource();
  CancellationToken getToken() const noexcept;
  bool isCancellationRequested() const noexcept;
  bool requestCancellation() const noexcept;
};

} // namespace folly
