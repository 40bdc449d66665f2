// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/ready_queue.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string_view>

namespace aio::detail {
namespace {

/// The finalizer of splitmix64: a good hash of a number.
unsigned long long mix(unsigned long long value) noexcept {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

std::optional<unsigned long long> read_seed() {
  const char *value = std::getenv("AIO_SHUFFLE");
  if (!value || !*value)
    return std::nullopt;
  if (std::string_view(value) != "random")
    return std::strtoull(value, nullptr, 10);
  const unsigned long long seed = std::random_device()();
  std::fprintf(stderr, "aio: what is ready runs in a random order, repeat with AIO_SHUFFLE=%llu\n",
               seed);
  return seed;
}

} // namespace

void ReadyQueue::push(Ref<HandleState> handle, Source source) {
  handles_.push_back(std::move(handle));
  if (seed_)
    sources_.push_back(source);
}

Ref<HandleState> ReadyQueue::pop() {
  Ref<HandleState> handle = std::move(handles_.front());
  handles_.pop_front();
  if (seed_)
    sources_.pop_front();
  return handle;
}

std::size_t ReadyQueue::begin_turn() {
  if (seed_)
    permute();
  return handles_.size();
}

std::deque<Ref<HandleState>> ReadyQueue::take_all() {
  sources_.clear();
  return std::exchange(handles_, {});
}

void ReadyQueue::shuffle(unsigned long long seed) {
  seed_ = seed;
  sources_.assign(handles_.size(), Source::program);
}

unsigned long long ReadyQueue::shuffled_number(unsigned long long number,
                                               Source source) const noexcept {
  if (!seed_)
    return number;
  const unsigned long long high = mix(*seed_ + static_cast<unsigned long long>(source)) << 32;
  return high | (number & 0xffffffff);
}

/// Permutes the sources, then deals each one's handles out in their order.
void ReadyQueue::permute() {
  std::map<Source, std::deque<Ref<HandleState>>> by_source;
  for (std::size_t i = 0; i < handles_.size(); ++i)
    by_source[sources_[i]].push_back(std::move(handles_[i]));
  // std::shuffle's result differs between libraries; a seed should mean the same everywhere.
  unsigned long long random = mix(*seed_ ^ ++turn_);
  for (std::size_t left = sources_.size(); left > 1; --left) {
    random = mix(random);
    std::swap(sources_[left - 1], sources_[random % left]);
  }
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    std::deque<Ref<HandleState>> &handles = by_source[sources_[i]];
    handles_[i] = std::move(handles.front());
    handles.pop_front();
  }
}

std::optional<unsigned long long> shuffle_seed_of_environment() {
  static const std::optional<unsigned long long> seed = read_seed();
  return seed;
}

} // namespace aio::detail
