// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/linked_list.h>
#include <aio/loop_state.h>

#include <cstddef>
#include <string>

namespace aio::detail {

/// The coroutines that wait for something, first come first.
class Waiters {
public:
  /// A place in the line; lives in the frame of the coroutine that waits, and gives the place
  /// up with it. The line must outlive it, so the frame shares what the line belongs to.
  class Entry : public Linked<Entry> {
  public:
    Entry(Waiters &line, Future<void> future);
    ~Entry();

    const Future<void> future;

  private:
    Waiters &line_;
  };

  bool empty() const { return !entries_.first(); }
  std::size_t size() const;
  bool all_cancelled() const;
  /// The first n in line that are not done. Returns how many there were.
  std::size_t wake(std::size_t n);
  std::size_t wake_all() { return wake(static_cast<std::size_t>(-1)); }
  /// The first in line, unless it is done: then it comes round by itself.
  void wake_front();

private:
  LinkedList<Entry> entries_;
};

/// Ties an object to the loop that first had to wait for it.
class LoopBinding {
public:
  /// A future of the running loop. Throws RuntimeError if that is another one.
  template <class Owner> Future<void> create_future(const Owner &owner) {
    if (!bind())
      throw RuntimeError(
          (std::string(owner.repr().c_str()) + " is bound to a different event loop").c_str());
    return get_running_loop().create_future<void>();
  }

private:
  bool bind();
  Ref<LoopState> loop_;
};

/// "<aio::Lock object at 0x... [locked, waiters:2]>"
Text describe_primitive(const char *type, const void *object, std::string state,
                        const Waiters &waiters);

} // namespace aio::detail
