# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The Python part of tools/dev: one module for each idea, standard library only."""
