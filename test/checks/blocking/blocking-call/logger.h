// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What logger.cpp uses.
#pragma once

#include <cstdio>

inline void rotate() { std::remove("log.1"); }

inline void logLine(const char *line) { rotate(); }

inline void waitForInput(char *buffer) { std::fread(buffer, 1, 1, stdin); }
