// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>
#include <type_traits>
#include <utility>

namespace unifex {

/// The traits by which a sender is known.
struct sender_traits_of_void {
  template <template <class...> class Variant, template <class...> class Tuple>
  using value_types = Variant<Tuple<>>;
  template <template <class...> class Variant> using error_types = Variant<std::exception_ptr>;
  static constexpr bool sends_done = true;
};

template <class T>
concept sender = requires { std::remove_cvref_t<T>::sends_done; };

namespace _just {
template <class... T> struct _sender {
  struct type {
    template <template <class...> class Variant, template <class...> class Tuple>
    using value_types = Variant<Tuple<T...>>;
    template <template <class...> class Variant> using error_types = Variant<std::exception_ptr>;
    static constexpr bool sends_done = false;
    template <class Receiver> auto connect(Receiver receiver) && { return 0; }
  };
};
struct _fn {
  template <class... T> auto operator()(T &&...values) const -> typename _sender<T...>::type {
    return {};
  }
};
} // namespace _just
inline constexpr _just::_fn just{};

namespace _then {
template <class Predecessor> struct _sender {
  struct type : sender_traits_of_void {};
};
namespace _cpo {
struct _fn {
  template <class Sender, class F>
  auto operator()(Sender &&predecessor, F &&function) const -> typename _sender<Sender>::type {
    return {};
  }
};
} // namespace _cpo
} // namespace _then
inline constexpr _then::_cpo::_fn then{};

namespace _when_all {
struct _fn {
  template <class... Senders>
  auto operator()(Senders &&...senders) const -> typename _then::_sender<void>::type {
    return {};
  }
};
} // namespace _when_all
inline constexpr _when_all::_fn when_all{};

} // namespace unifex
