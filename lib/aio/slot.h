// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

/// The result of something that has none, where a value is needed: gather()'s tuple.
struct None {
  friend bool operator==(None, None) = default;
};

namespace detail {

/// Storage for a result that comes later.
template <class T> struct Slot {
  template <class U> void set(U &&result) { value.emplace(std::forward<U>(result)); }
  const T &get() const { return *value; }
  /// For an owner that nobody else reads after.
  T take() { return std::move(*value); }
  /// For one of several owners: only a result that cannot be copied is moved out.
  T share() {
    if constexpr (std::is_copy_constructible_v<T>)
      return *value;
    else
      return std::move(*value);
  }
  std::optional<T> value;
};

template <class T> struct Slot<T &> {
  void set(T &result) { value = &result; }
  T &get() const { return *value; }
  T &take() { return *value; }
  T &share() { return *value; }
  T *value = nullptr;
};

template <> struct Slot<void> {
  void get() const {}
  void take() {}
  void share() {}
};

template <class T> struct SlotTypes {
  using Read = const T &;
  using NotVoid = T;
};
template <class T> struct SlotTypes<T &> {
  using Read = T &;
  using NotVoid = T &;
};
template <> struct SlotTypes<void> {
  using Read = void;
  using NotVoid = None;
};

} // namespace detail
} // namespace aio
