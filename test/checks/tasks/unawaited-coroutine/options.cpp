// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-unawaited-coroutine.AllowedTypes=lab::Probe
// options: async-unawaited-coroutine.AllowedFunctions=warm_up;lab::Client::prefetch
#include <aio/aio.h>

namespace lab {
struct Probe : aio::Coroutine<void> {
  using aio::Coroutine<void>::Coroutine;
};
struct Client {
  aio::Coroutine<void> prefetch();
  aio::Coroutine<void> fetch();
};
Probe probe();
} // namespace lab

aio::Coroutine<void> warm_up();

void callers(lab::Client &client) {
  lab::probe();
  warm_up();
  client.prefetch();
  client.fetch();  // expect: async-unawaited-coroutine: coroutine 'lab::Client::fetch'
  client.fetch();  // NOLINT(async-unawaited-coroutine)
}
