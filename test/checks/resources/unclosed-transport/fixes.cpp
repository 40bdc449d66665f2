// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

void log(const char *text);

struct [[clang::annotate("asynctidy::must_close")]] File {
  explicit File(const char *name);
  [[clang::annotate("asynctidy::closes")]] void close();
  int size() const;
};

struct [[clang::annotate("asynctidy::must_close")]] Stream {
  explicit Stream(int);
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> aclose();
  void write(const char *text) noexcept;
};

void atTheEnd() {
  File file("data"); // expect: async-unclosed-transport: 'file' is never closed
                     // fix: file.close();
                     // fix: }
  log("open");
  log("done");
}

int beforeTheReturn() {
  File file("data"); // expect: async-unclosed-transport: 'file' is never closed
                     // fix: file.close();
                     // fix: return size;
  const int size = file.size();
  return size;
}

int usedInTheReturn() {
  File file("data"); // expect: async-unclosed-transport: 'file' is never closed
  return file.size();
}

aio::Coroutine<void> awaited() {
  Stream stream(1); // expect: async-unclosed-transport: 'stream' is never closed
                    // fix: co_await stream.aclose();
                    // fix: co_return;
  stream.write("hello");
  co_return;
}

void notACoroutine() {
  Stream stream(1); // expect: async-unclosed-transport: 'stream' is never closed
  stream.write("hello");
}

int twoWaysOut(bool quick) {
  File file("data"); // expect: async-unclosed-transport: 'file' is
  if (quick)
    return 0;
  return 1;
}

void loop() {
  aio::EventLoop loop; // expect: async-unclosed-transport: 'loop' is never closed
                       // fix: loop.close();
                       // fix: }
  loop.call_soon([] {});
}
