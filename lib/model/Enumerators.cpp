// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Enumerators.h"

#include <algorithm>

namespace asynctidy::model {

template <> llvm::ArrayRef<Enumerator<Role>> enumerators() {
  static constexpr Enumerator<Role> all[] = {
      {"coroutine", Role::Coroutine},
      {"task", Role::Task},
      {"future", Role::Future},
      {"promise", Role::Promise},
      {"awaitable", Role::Awaitable},
      {"event-loop", Role::EventLoop},
      {"thread-pool", Role::ThreadPool},
      {"thread", Role::Thread},
      {"scope", Role::Scope},
      {"lock", Role::Lock},
      {"resource", Role::Resource},
      {"cancellation", Role::Cancellation},
      {"cancellation-token", Role::CancellationToken},
      {"timeout", Role::Timeout},
      {"executor-tag", Role::ExecutorTag},
      {"value", Role::Value},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<Blocking>> enumerators() {
  static constexpr Enumerator<Blocking> all[] = {
      {"sleep", Blocking::Sleep},       {"file", Blocking::File},
      {"dns", Blocking::Dns},           {"socket", Blocking::Socket},
      {"process", Blocking::Process},   {"input", Blocking::Input},
      {"database", Blocking::Database}, {"http", Blocking::Http},
      {"lock", Blocking::Lock},         {"condition", Blocking::Condition},
      {"queue", Blocking::Queue},       {"other", Blocking::Other},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<Waits>> enumerators() {
  static constexpr Enumerator<Waits> all[] = {
      {"result", Waits::Result},
      {"thread", Waits::Thread},
      {"loop", Waits::Loop},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<Does>> enumerators() {
  static constexpr Enumerator<Does> all[] = {
      {"completes", Does::Completes}, {"cancels", Does::Cancels},   {"closes", Does::Closes},
      {"opens", Does::Opens},         {"consumes", Does::Consumes}, {"advances", Does::Advances},
      {"acquires", Does::Acquires},   {"releases", Does::Releases}, {"unblocks", Does::Unblocks},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<Runs>> enumerators() {
  static constexpr Enumerator<Runs> all[] = {
      {"on-loop", Runs::OnLoop}, {"off-loop", Runs::OffLoop}, {"other-loop", Runs::OtherLoop},
      {"inline", Runs::Inline},  {"fiber", Runs::Fiber},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<Returned>> enumerators() {
  static constexpr Enumerator<Returned> all[] = {
      {"dropped", Returned::Dropped},
      {"detached", Returned::Detached},
      {"wrapped", Returned::Wrapped},
      {"awaited", Returned::Awaited},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<coro::Start>> enumerators() {
  static constexpr Enumerator<coro::Start> all[] = {
      {"lazy", coro::Start::Lazy},
      {"eager", coro::Start::Eager},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<coro::Drop>> enumerators() {
  static constexpr Enumerator<coro::Drop> all[] = {
      {"destroys", coro::Drop::Destroys}, {"detaches", coro::Drop::Detaches},
      {"leaks", coro::Drop::Leaks},       {"blocks", coro::Drop::Blocks},
      {"fails", coro::Drop::Fails},
  };
  return all;
}

template <> llvm::ArrayRef<Enumerator<coro::Errors>> enumerators() {
  static constexpr Enumerator<coro::Errors> all[] = {
      {"stored", coro::Errors::Stored},
      {"rethrown", coro::Errors::Rethrown},
      {"terminates", coro::Errors::Terminates},
      {"swallowed", coro::Errors::Swallowed},
  };
  return all;
}

llvm::StringRef nearest(llvm::StringRef written, llvm::ArrayRef<llvm::StringRef> known) {
  // A third of the letters may be wrong: "colour" is near "color", "file" is not near "dns".
  unsigned best = std::max<unsigned>(1, written.size() / 3) + 1;
  llvm::StringRef found;
  for (llvm::StringRef name : known) {
    unsigned distance = written.edit_distance(name, /*AllowReplacements=*/true, best);
    if (distance < best) {
      best = distance;
      found = name;
    }
  }
  return found;
}

} // namespace asynctidy::model
