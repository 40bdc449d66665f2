// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/cancellation_token.hpp>
