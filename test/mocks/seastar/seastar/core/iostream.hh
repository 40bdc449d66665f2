// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

template <class CharType> class input_stream final {
public:
  input_stream(input_stream &&) = default;
  bool eof() const noexcept;
  future<int> read() noexcept;
  future<> close() noexcept;
};

template <class CharType> class output_stream final {
public:
  output_stream(output_stream &&other) noexcept;
  ~output_stream();
  future<> write(const CharType *text) noexcept;
  future<> flush() noexcept;
  future<> close() noexcept;
};

} // namespace seastar
