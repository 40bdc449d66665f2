// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/ref.h>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace aio {

class BytesView;

namespace detail {
/// std::string, std::string_view, std::vector<char> and their like.
template <class T>
concept CharacterRange = !std::is_base_of_v<BytesView, T> && requires(const T &range) {
  { range.data() } -> std::convertible_to<const char *>;
  { range.size() } -> std::convertible_to<std::size_t>;
};
int compare_bytes(const char *a, std::size_t a_size, const char *b, std::size_t b_size) noexcept;
} // namespace detail

/// A reference to bytes that somebody else owns: how aio takes them. Made from a string literal
/// (up to its first null character), anything with data() and size(), or Bytes.
class BytesView {
public:
  constexpr BytesView() = default;
  constexpr BytesView(const char *data, std::size_t size) : data_(data), size_(size) {}
  constexpr BytesView(const char *characters) : data_(characters) {
    while (characters[size_])
      ++size_;
  }
  template <detail::CharacterRange T>
  constexpr BytesView(const T &range) : data_(range.data()), size_(range.size()) {}

  constexpr const char *data() const noexcept { return data_; }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr const char *begin() const noexcept { return data_; }
  constexpr const char *end() const noexcept { return data_ + size_; }
  /// index must be less than size().
  constexpr char operator[](std::size_t index) const noexcept { return data_[index]; }

  /// To std::string, std::string_view and what else is made from a pointer and a size.
  template <class T>
    requires std::is_constructible_v<T, const char *, std::size_t>
  operator T() const {
    return T(data_, size_);
  }

  friend bool operator==(BytesView a, BytesView b) noexcept {
    return detail::compare_bytes(a.data_, a.size_, b.data_, b.size_) == 0;
  }
  template <detail::CharacterRange T> friend bool operator==(BytesView a, const T &b) noexcept {
    return a == BytesView(b);
  }
  /// Writes the bytes as they are.
  template <class Stream>
    requires requires(Stream &stream) { stream.write("", 0).flush(); }
  friend Stream &operator<<(Stream &stream, BytesView bytes) {
    stream.write(bytes.data_, bytes.size_);
    return stream;
  }

private:
  const char *data_ = "";
  std::size_t size_ = 0;
};

/// Immutable bytes, shared by all copies: a view that keeps alive what it shows. Copying and
/// reading are safe on any thread.
class Bytes : public BytesView {
public:
  Bytes() = default;
  /// Copies the bytes.
  Bytes(BytesView bytes);
  template <class T>
    requires std::is_convertible_v<const T &, BytesView> && (!std::is_base_of_v<BytesView, T>)
  Bytes(const T &bytes) : Bytes(BytesView(bytes)) {}

private:
  detail::Ref<detail::RefCounted> buffer_;
};

namespace detail {

/// Makes one Bytes of many pieces.
class BytesJoiner {
public:
  BytesJoiner();
  ~BytesJoiner();
  BytesJoiner(const BytesJoiner &) = delete;
  BytesJoiner &operator=(const BytesJoiner &) = delete;
  void add(BytesView piece);
  /// All so far; valid until the next call.
  BytesView view() const noexcept;

private:
  struct Buffer;
  Buffer *buffer_;
};

} // namespace detail
} // namespace aio
