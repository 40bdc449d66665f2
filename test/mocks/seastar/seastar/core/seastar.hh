// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/iostream.hh>

namespace seastar {

enum class open_flags { ro, wo };

class file {
public:
  file(file &&other) noexcept;
  future<int> size() const noexcept;
  future<> flush() noexcept;
  future<> close() noexcept;
};

future<file> open_file_dma(const char *name, open_flags flags) noexcept;
input_stream<char> make_file_input_stream(file file) noexcept;
future<output_stream<char>> make_file_output_stream(file file) noexcept;

} // namespace seastar
