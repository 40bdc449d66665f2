// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types of which nothing is known but that the function itself gives them back at its end.
#include <aio/aio.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

void log(const char *text);

struct Session {
  explicit Session(int);
  Session(Session &&) noexcept;
  ~Session();
  aio::Coroutine<int> request(std::string what);
  aio::Coroutine<bool> connect();
  aio::Coroutine<void> stop();
  aio::Coroutine<void> close();
  void shutdown();
  bool usable() const;
};
struct Shared {
  aio::Coroutine<void> stop();
  aio::Coroutine<int> request();
};
aio::Coroutine<Session> acquire();
Session make();
void adopt(Session session);

aio::Coroutine<int> earlyReturn(Session session, int wanted) { // expect: async-unclosed-transport: 'session' is not closed on every way to its end
                                                               // note: if this holds
                                                               // note: on the way to here it is
  const int status = co_await session.request("head");
  if (status != wanted)
    co_return -1;
  const int body = co_await session.request("body");
  co_await session.stop();
  co_return body;
}

aio::Coroutine<int> acquired(int wanted) {
  auto session = co_await acquire(); // expect: async-unclosed-transport: 'session' is not closed on every way
  switch (co_await session.request("head")) {
  case 1:
    co_return -1;
  default:
    break;
  }
  co_await session.close();
  co_return wanted;
}

aio::Coroutine<void> inALoop() {
  for (int i = 0; i < 3; ++i) {
    Session session = make(); // expect: async-unclosed-transport: 'session' is not closed on every way
    const int status = co_await session.request("head");
    if (status < i)
      continue;
    co_await session.close();
  }
}

struct Reply {
  int error() const;
  void *data() const;
};
aio::Coroutine<Reply *> fetch();
void consume(Reply *reply);

aio::Coroutine<void> deleted() {
  Reply *reply = co_await fetch(); // expect: async-unclosed-transport: 'reply' is not closed on every way
  if (reply->error()) {
    log("failed");
    co_return;
  }
  consume(reply);
  delete reply;
}

aio::Coroutine<int> made(bool quick) {
  auto *reply = new Reply; // expect: async-unclosed-transport: 'reply' is not closed on every way
  if (quick)
    co_return 0;
  const int error = reply->error();
  co_await aio::sleep(0);
  delete reply;
  co_return error;
}

// What follows is right, or not known to be wrong.

aio::Coroutine<int> everyWay(Session session, int wanted) {
  if (co_await session.request("head") != wanted) {
    co_await session.stop();
    co_return -1;
  }
  co_await session.stop();
  co_return 0;
}

/// Nothing to close when it could not be opened.
aio::Coroutine<int> connected(Session session) {
  if (!co_await session.connect())
    co_return -1;
  co_await session.stop();
  co_return 0;
}

aio::Coroutine<int> asked(Session session) {
  if (!session.usable())
    co_return -1;
  co_await session.stop();
  co_return 0;
}

aio::Coroutine<int> otherWord(Session session, bool quick) {
  if (quick) {
    session.shutdown();
    co_return 0;
  }
  co_await session.stop();
  co_return 1;
}

aio::Coroutine<int> movedOn(Session session, bool quick) {
  if (quick) {
    adopt(std::move(session));
    co_return 0;
  }
  co_await session.stop();
  co_return 1;
}

aio::Coroutine<int> notItsOwn(Session &session, Shared shared, bool quick) {
  if (quick)
    co_return 0;
  co_await session.stop();
  co_await shared.stop();
  co_return 1;
}

aio::Coroutine<int> constructed(bool quick) {
  Session session(1);
  if (quick)
    co_return 0;
  co_await session.stop();
  co_return 1;
}

/// Closing is optional here: no way does it always.
aio::Coroutine<void> graceful(Session session, bool polite) {
  co_await session.request("head");
  if (polite)
    co_await session.stop();
}

aio::Coroutine<void> onlyThrown(Session session) {
  co_await session.request("head");
  co_await session.stop();
}

aio::Coroutine<void> maybeNull() {
  Reply *reply = co_await fetch();
  if (!reply)
    co_return;
  consume(reply);
  delete reply;
}

aio::Coroutine<void> conditional(bool owned) {
  Reply *reply = co_await fetch();
  co_await aio::sleep(0);
  if (owned)
    delete reply;
}

aio::Coroutine<void> kept(Reply *&out, bool quick) {
  Reply *reply = co_await fetch();
  if (quick) {
    out = reply;
    co_return;
  }
  delete reply;
}

aio::Coroutine<void> smart(bool quick) {
  std::unique_ptr<Reply> reply(co_await fetch());
  if (quick)
    co_return;
  log("slow");
}

int plain(bool quick) {
  auto *reply = new Reply;
  if (quick)
    return 0;
  delete reply;
  return 1;
}
