// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/handle_state.h>

#include <deque>
#include <optional>

namespace aio::detail {

/// The callbacks that run next, first in first out.
///
/// Shuffled, for tests: what is ready at the begin of a turn is permuted, but not all of it, as
/// programs may rely on these orders. What one callback (or one step of a task) scheduled stays
/// in its order, so do timers of different times, and so does what came in from outside:
/// input, signals, other threads. Nothing moves to another turn.
class ReadyQueue {
public:
  /// Which order among the entries stays: of those with the same source.
  enum class Source : unsigned long long { outside, timers, program, first_callback };

  bool empty() const noexcept { return handles_.empty(); }
  std::size_t size() const noexcept { return handles_.size(); }
  void push(Ref<HandleState> handle, Source source);
  Ref<HandleState> pop();
  /// How many run in this turn. What they schedule waits for the next one, so that nobody
  /// starves timers and input.
  std::size_t begin_turn();
  std::deque<Ref<HandleState>> take_all();

  void shuffle(unsigned long long seed);
  /// For timers of the same time.
  unsigned long long shuffled_number(unsigned long long number, Source source) const noexcept;

private:
  void permute();

  std::deque<Ref<HandleState>> handles_;
  /// Of each handle, if they are shuffled.
  std::deque<Source> sources_;
  std::optional<unsigned long long> seed_;
  unsigned long long turn_ = 0;
};

/// Of the environment variable AIO_SHUFFLE: a number, or "random" for one that is chosen at its
/// first use and printed to stderr. Nothing if it is not set or empty.
std::optional<unsigned long long> shuffle_seed_of_environment();

} // namespace aio::detail
