// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <type_traits>
#include <utility>

namespace aio::detail {

/// Base of all shared state. The count is atomic: handles may be copied and dropped on any
/// thread; what they refer to belongs to its event loop's thread.
class RefCounted {
public:
  RefCounted(const RefCounted &) = delete;
  RefCounted &operator=(const RefCounted &) = delete;

  void retain() const noexcept;
  void release() const noexcept;

protected:
  RefCounted() = default;
  virtual ~RefCounted();

private:
  mutable int count_ = 0;
};

/// An intrusive shared pointer: <memory> alone would double the cost of parsing <aio/aio.h>.
template <class T> class Ref {
public:
  Ref() = default;
  Ref(T *target) noexcept : target_(target) {
    if (target_)
      target_->retain();
  }
  Ref(const Ref &other) noexcept : Ref(other.target_) {}
  Ref(Ref &&other) noexcept : target_(std::exchange(other.target_, nullptr)) {}
  template <class U>
    requires std::is_convertible_v<U *, T *>
  Ref(const Ref<U> &other) noexcept : Ref(other.get()) {}
  Ref &operator=(Ref other) noexcept {
    std::swap(target_, other.target_);
    return *this;
  }
  ~Ref() {
    if (target_)
      target_->release();
  }

  T *get() const noexcept { return target_; }
  T &operator*() const noexcept { return *target_; }
  T *operator->() const noexcept { return target_; }
  explicit operator bool() const noexcept { return target_ != nullptr; }

private:
  T *target_ = nullptr;
};

} // namespace aio::detail
