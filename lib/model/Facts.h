// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The vocabulary of the models: what a library's types and functions mean to asynchronous code.
/// docs: lib/model/README.md; the JSON form: lib/model/asynctidy-model.schema.json.
#pragma once

#include "coro/CoroutineType.h"

#include <llvm/ADT/SmallVector.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::model {

/// What a type is for.
enum class Role {
  None,
  Coroutine,         ///< a coroutine object: lazy work, nothing runs until awaited or scheduled
  Task,              ///< a handle on started work
  Future,            ///< a result to come; no work of its own
  Promise,           ///< the end that fulfils a future
  Awaitable,         ///< something to await that is no coroutine: an operation, a lock request
  EventLoop,         ///< runs callbacks and coroutines on one logical thread
  ThreadPool,        ///< runs callables on threads of its own, where blocking is fine
  Thread,            ///< one thread of its own
  Scope,             ///< owns tasks and waits for them: task group, nursery, gate
  Lock,              ///< a blocking lock or its guard
  Resource,          ///< must be closed
  Cancellation,      ///< the exception by which cancellation arrives
  CancellationToken, ///< tells whoever works that he shall stop
  Timeout,           ///< a deadline for what is awaited in its scope or under it
  ExecutorTag,       ///< a coroutine with a parameter of it starts on the executor in the next one
  Value, ///< what C++ takes for a coroutine, yet is no asynchronous work (expected, generator)
};

/// What a blocking function waits for; also the names of the option that switches them off.
enum class Blocking {
  Sleep,
  File,
  Dns,
  Socket,
  Process,
  Input,
  Database,
  Http,
  Lock,
  Condition,
  Queue,
  Other, ///< said to block by somebody who did not say on what (an attribute)
};

/// What a waiting function waits for, blocking the thread until it is there.
enum class Waits {
  Result, ///< the result of a task or future: get(), wait(), sync_wait()
  Thread, ///< the end of a thread: join()
  Loop,   ///< runs an event loop: run_until_complete()
};

/// What a method does to the object it is called on.
enum class Does {
  Completes, ///< gives a future or promise its result or exception
  Cancels,   ///< asks for, or makes, its cancellation
  Closes,    ///< gives back what must be closed, or begins to
  Opens,     ///< makes it something that must be closed, or joined, from then on
  Consumes,  ///< takes out what is in it: nobody can await or read it afterwards
  Advances,  ///< gets the next of its items: before the first there is nothing to close, nor after
             ///< an answer without one
  Acquires,  ///< takes, once awaited, what somebody must give back to it: a unit, a place
  Releases,  ///< gives that back
  Unblocks,  ///< with a first argument that holds: what blocks on it returns at once from then on
};

/// Where a callable that is handed over runs.
enum class Runs {
  Unknown,
  OnLoop,    ///< on the event loop's thread: may not block
  OffLoop,   ///< on a thread where blocking is fine
  OtherLoop, ///< on the thread of another event loop, which shares no memory with the caller's
  Inline,    ///< during the call, in the caller's context
  Fiber,     ///< on the loop, in a stackful coroutine: waits of its library suspend only that
};

/// What becomes of the value that a handed-over callable returns.
enum class Returned {
  Unknown,
  Dropped,  ///< ignored: a coroutine returned there is dropped
  Detached, ///< ignored, which is fine for work that has been started: it goes on by itself
  Wrapped,  ///< becomes the result of a future or task: a coroutine returned there is nested
  Awaited,  ///< a coroutine returned there is run to its end
};

/// A callable parameter of a function.
struct Callable {
  /// Index of the argument; -1 for every argument that is callable, -2 for the object that the
  /// method is called on.
  int argument = -1;
  Runs runs = Runs::Unknown;
  Returned returned = Returned::Unknown;
  /// Index of the argument whose role decides where it runs (a Role::ThreadPool: off the loop);
  /// -1 for none, -2 for the object the method is called on.
  int executor = -1;
  /// Indexes of the callable's own parameters that are its from then on, to close and to answer
  /// for: nobody else has them.
  llvm::SmallVector<unsigned, 1> gives;
  /// It is not called when the work before it has failed, or what it is to enter is closed.
  bool skipped = false;
};

/// Which declarations of a name the facts are about; Knowledge applies it.
struct Overloads {
  /// Only those with at least this many parameters.
  unsigned parameters = 0;
  /// None that has a parameter of one of these types ("std::defer_lock_t").
  std::vector<std::string> without;
  /// Only those that are called on an rvalue: get() &&.
  bool rvalue = false;
};

/// An argument that makes a call return at once: WNOHANG, LOCK_NB.
struct NoWait {
  /// Index of the argument; -1 for the last one.
  int argument = 0;
  /// Any of these bits does it.
  unsigned flags = 0;
};

/// What a model says about a function. Unset fields say nothing.
struct FunctionFacts {
  std::optional<Blocking> blocks;
  std::optional<Waits> waits;
  /// Index of a timeout argument, -1 for the last one; a constant zero there means: does not wait.
  std::optional<int> timeout;
  /// What to use instead, as prose or code without back-quotes: "co_await aio::sleep(...)".
  std::string instead;
  llvm::SmallVector<Callable, 2> callables;
  /// Awaiting the result continues on another thread (resume_on, schedule).
  bool hops = false;
  std::optional<Does> does;
  /// What it returns is a future that nobody completes but whoever gets hold of it.
  bool openFuture = false;
  /// Cancelling whoever awaits its result does not cancel the work.
  bool shields = false;
  /// Index of the argument, a coroutine or a callable that returns one, whose awaiting it ends when
  /// a time is over.
  std::optional<unsigned> bounds;
  /// Tells without waiting whether the object is finished: done(), ready(), wait_for(0).
  bool queries = false;
  /// Works only on an object that is finished; it does not wait for that.
  bool needsDone = false;
  /// What it returns is not finished before its caller suspends.
  bool pending = false;
  /// Index of the argument, a scope, that owns the work which it starts; the caller still has to
  /// join it.
  std::optional<unsigned> enters;
  /// Tells whether the object holds an exception: if not, none is lost with it.
  bool asksError = false;
  /// Dropping the result is what this function is called for (a named detach, fire-and-forget).
  bool detaches = false;
  /// The result may be dropped although its type is asynchronous, because somebody else owns the
  /// work (a task group's start) or deals with its error.
  bool owned = false;
  /// What it returns is finished and has no error (make_ready_future): waiting for it takes no
  /// time, and dropping it loses nothing.
  bool done = false;
  /// Asserted: neither blocks nor waits, whatever is below it.
  bool nonblocking = false;
  /// May be called only on the thread of the loop that its object belongs to.
  bool loopBound = false;
  /// May be called on any thread, although its object or its kin is bound to a loop.
  bool threadSafe = false;
  /// Works on the main thread of the process only.
  bool mainThread = false;
  /// An event loop calls it, and what overrides it: its body may not block.
  bool onLoop = false;
  /// Which overloads all of this is about.
  Overloads overloads;
  /// Only calls on, or with as their first argument, one of these global variables ("std::cin").
  std::vector<std::string> on;
  /// Only calls without these flags.
  std::optional<NoWait> nowait;
  /// The reason, from the model entry or the attribute.
  std::string why;
  /// Where the library itself says so; empty when nobody wrote it down.
  std::string proof;

  /// Whether nobody has to look at the result.
  bool needsNobody() const { return owned || done; }
  /// Whether they hold for some calls only: Knowledge::call can tell, Knowledge::function stays
  /// silent.
  bool dependOnCall() const { return !on.empty() || nowait; }
};

/// What a function does that is given an object of a type: code that a generator wrote has no names
/// that a model could list.
struct Given {
  /// Only functions that return this type.
  std::string returning;
  Blocking blocks = Blocking::Other;
  /// What to use in their place.
  std::string instead;
};

/// What a model says about a type.
struct TypeFacts {
  Role role = Role::None;
  coro::Start start = coro::Start::Unknown;
  coro::Drop drop = coro::Drop::Unknown;
  coro::Errors errors = coro::Errors::Unknown;
  /// Dropping the handle is normal in this library: nothing is lost that anybody would look for.
  bool droppable = false;
  /// Must be closed before it is destroyed; its destructor does not do it.
  bool mustClose = false;
  /// Functions that return it run on its event loop, coroutines or not.
  bool onLoop = false;
  /// Whether awaiting it takes its result out, so that there is no second time.
  std::optional<bool> singleUse;
  /// This cancellation arrives only at work that was given a token.
  bool byToken = false;
  std::optional<Given> given;
  std::string why;
  std::string proof;
};

/// How a library does what the standard library does by blocking; `for` is a category or "any".
struct Replacement {
  std::optional<Blocking> category;
  std::string use;
};

/// One library's model.
struct Library {
  std::string name;
  /// Where the model came from: a path, or "<shipped>/name.json".
  std::string origin;
  std::vector<std::string> namespaces;
  std::vector<Replacement> replacements;
};

} // namespace asynctidy::model
