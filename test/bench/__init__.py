# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `tools/dev bench` measures: the front ends, the compiler and clang-tidy on one machine."""
