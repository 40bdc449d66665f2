// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace cppcoro {

class cancellation_token {
public:
  cancellation_token() noexcept;
  cancellation_token(const cancellation_token &) noexcept;
  ~cancellation_token();
  cancellation_token &operator=(const cancellation_token &) noexcept;

  bool can_be_cancelled() const noexcept;
  bool is_cancellation_requested() const noexcept;
  void throw_if_cancellation_requested() const;

private:
  void *state_;
};

class cancellation_source {
public:
  cancellation_source();
  ~cancellation_source();

  [[nodiscard]] cancellation_token token() const noexcept;
  void request_cancellation();
  [[nodiscard]] bool is_cancellation_requested() const noexcept;

private:
  void *state_;
};

} // namespace cppcoro
