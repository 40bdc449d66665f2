// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
// runtime: coroutine 'Client::get' was never awaited
// runtime: coroutine 'Client::close' was never awaited
// runtime: coroutine 'methods(Client &, Client *)::<lambda>' was never awaited
#include <aio/aio.h>

#include <initializer_list>

aio::Coroutine<int> fetch() { co_return 1; }
bool ready() { return true; }
void use(int) {}

aio::Coroutine<void> positions(int kind) {
  fetch(), use(1);  // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
                    // fix: co_await fetch(), use(1);
  ready() ? fetch() : aio::sleep(1, 2);  // expect: async-unawaited-coroutine: coroutine 'fetch'
                                         // expect: async-unawaited-coroutine: coroutine 'aio::sleep'
  for (fetch(); int each : {1, 2})  // expect: async-unawaited-coroutine: coroutine 'fetch'
                                    // fix: for (co_await fetch(); int each : {1, 2})
    use(each);
  for (int i = 0; i < 2; fetch(), ++i)  // expect: async-unawaited-coroutine: coroutine 'fetch'
                                        // fix: for (int i = 0; i < 2; co_await fetch(), ++i)
    use(i);
  if (fetch(); ready())  // expect: async-unawaited-coroutine: coroutine 'fetch'
                         // fix: if (co_await fetch(); ready())
    use(1);
  switch (kind) {
  case 1:
    fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch'
              // fix: co_await fetch();
    break;
  default:
    co_await fetch();
  }
  co_await fetch(), use(2);
  use(ready() ? co_await fetch() : co_await aio::sleep(1, 2));
}

struct Client {
  aio::Coroutine<int> get() { co_return 1; }
  virtual aio::Coroutine<void> close() { co_return; }
  Client &self() { return *this; }
};

aio::Coroutine<void> methods(Client &client, Client *pointer) {
  client.get();            // expect: async-unawaited-coroutine: coroutine 'Client::get'
                           // fix: co_await client.get();
  pointer->self().close();  // expect: async-unawaited-coroutine: coroutine 'Client::close'
                            // fix: co_await pointer->self().close();
  auto work = [&]() -> aio::Coroutine<int> { co_return co_await client.get(); };
  work();  // expect: async-unawaited-coroutine: the coroutine from this lambda is never awaited
           // fix: co_await work();
  co_await work();
}

// Only instantiations say what a dependent call returns; each place is reported once.
template <class T> aio::Coroutine<void> twice(T source) {
  source.get();  // expect: async-unawaited-coroutine: coroutine 'Client::get'
                 // fix: co_await source.get();
  co_await source.get();
}
struct Plain {
  int get() { return 1; }
};
template <class T> void other(T source) { source.get(); }

aio::Coroutine<void> instances(Client client) {
  co_await twice(client);
  co_await twice<Client &>(client);
  other(Plain());
}

#define START(call) call
aio::Coroutine<void> macros() {
  START(fetch());  // expect: async-unawaited-coroutine: coroutine 'fetch'
  co_await START(fetch());
}

// No co_await is allowed in a handler, and none in a function that is no coroutine: no fix.
aio::Coroutine<void> handler() {
  try {
    co_await fetch();
  } catch (...) { // expect: async-swallowed-cancellation: the coroutine ends as if it had finished
                  // fix: } catch (const aio::CancelledError &) { throw; } catch (...) {
    fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch'
  }
}
void plain() {
  fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch'
            // note: await it in a coroutine, or hand it to something that runs it
}

int main() {
  Client client;
  aio::run(positions(1));
  aio::run(methods(client, &client));
  aio::run(instances(client));
  aio::run(macros());
  aio::run(handler());
  plain();
}
