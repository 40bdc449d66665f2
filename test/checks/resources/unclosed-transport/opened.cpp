// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Resources that are there before they are opened: from then on they must be closed.
#include <aio/aio.h>

class [[clang::annotate("asynctidy::must_close")]] Service {
public:
  [[clang::annotate("asynctidy::opens")]] aio::Coroutine<void> start(int port = 0);
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> stop();
  aio::Coroutine<int> ask();
};
aio::Coroutine<int> work();
void keep(Service &service);

aio::Coroutine<void> never_opened() {
  Service service;
  co_await work();
}

aio::Coroutine<void> never_closed() {
  Service service;
  co_await work();
  co_await service.start(); // expect: async-unclosed-transport: 'service' is never closed
  co_await service.ask();
}

aio::Coroutine<void> closed() {
  Service service;
  co_await service.start(); // what fails to open is not open
  co_await service.stop();
}

aio::Coroutine<void> failing() {
  Service service;
  co_await service.start(); // expect: async-unclosed-transport: when an exception leaves the function
  co_await service.ask();
  co_await service.stop();
}

aio::Coroutine<int> one_way(bool quick) {
  Service service;
  int result = co_await work();
  if (quick)
    co_return result;
  co_await service.start(co_await work());
  co_await service.stop();
  co_return result;
}

aio::Coroutine<void> handed_on() {
  Service service;
  co_await service.start();
  keep(service);
}

aio::Coroutine<void> again() {
  for (int i = 0; i < 3; ++i) {
    Service service;
    co_await service.start(); // expect: async-unclosed-transport: on every way
    if (i == 1)
      continue;
    co_await service.stop();
  }
}
