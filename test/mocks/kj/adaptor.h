// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// offers: eager eager-wait
#pragma once

#include <kj/async.h>

namespace lib {

template <class T> using Eager = kj::Promise<T>;
kj::WaitScope &scope();

} // namespace lib

#define LIB_EAGER_WAIT(...) (__VA_ARGS__).wait(lib::scope())
