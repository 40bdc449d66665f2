// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: eager eager-wait
#pragma once

#include <winrt/Windows.Foundation.h>

namespace lib {

template <class T> using Eager = winrt::Windows::Foundation::IAsyncOperation<T>;

} // namespace lib

#define LIB_EAGER_WAIT(...) (__VA_ARGS__).get()
