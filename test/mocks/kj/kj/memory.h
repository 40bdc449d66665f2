// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace kj {

template <typename T> constexpr std::remove_reference_t<T> &&mv(T &&t) noexcept {
  return static_cast<std::remove_reference_t<T> &&>(t);
}

template <typename T> class Own {
public:
  Own() = default;
  Own(const Own &) = delete;
  Own(Own &&other) noexcept;
  Own &operator=(Own &&other);
  ~Own() noexcept(false);
  T *operator->() const;
  T &operator*() const;
};

template <typename T, typename... Params> Own<T> heap(Params &&...params);

class StringPtr {
public:
  StringPtr(const char *text);
};

class Exception {
public:
  StringPtr getDescription() const;
};

template <typename T> class Array {};
template <typename T> class Function;
template <typename Return, typename... Params> class Function<Return(Params...)> {
public:
  template <typename F> Function(F &&f) {}
};

} // namespace kj
