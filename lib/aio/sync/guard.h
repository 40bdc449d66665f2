// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/ref.h>

namespace aio {

namespace detail {

/// What a Guard gives back.
class Releasable : public RefCounted {
public:
  /// Throws if there is nothing to give back.
  virtual void give_back() = 0;
};

} // namespace detail

/// Holds a Lock, a Condition's lock or one unit of a Semaphore until the end of its scope.
/// Made by their scoped().
class [[nodiscard]] Guard {
public:
  /// Takes over what the caller has acquired.
  explicit Guard(detail::Ref<detail::Releasable> held) noexcept : held_(std::move(held)) {}
  Guard(Guard &&) noexcept = default;
  Guard &operator=(Guard &&other) noexcept {
    Guard old(std::move(*this));
    held_ = std::move(other.held_);
    return *this;
  }
  /// A release that fails is reported to the running loop.
  ~Guard();

  /// Gives it back now; throws as the release() of what it holds. Nothing if it did already.
  void release();

private:
  detail::Ref<detail::Releasable> held_;
};

} // namespace aio
