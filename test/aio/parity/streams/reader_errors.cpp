// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::StreamReader reader_of(aio::BytesView data, bool eof = true) {
  aio::StreamReader reader(8);
  reader.feed_data(data);
  if (eof)
    reader.feed_eof();
  return reader;
}

aio::Coroutine<void> program() {
  auto reader = reader_of("abc");
  try {
    co_await reader.readexactly(5);
  } catch (const aio::IncompleteReadError &error) {
    trace(error.what(), error.partial(), error.expected());
  }
  reader = reader_of("no sepa");
  try {
    co_await reader.readuntil(";");
  } catch (const aio::IncompleteReadError &error) {
    trace(error.partial(), error.expected());
  }
  trace(co_await reader.read());
  reader = reader_of("no ne");
  trace(co_await reader.readline());
  reader = reader_of("0123456789\nnext\n");
  try {
    co_await reader.readuntil();
  } catch (const aio::LimitOverrunError &error) {
    trace(error.what(), error.consumed());
  }
  try {
    co_await reader.readline();
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
  trace(co_await reader.readline());
  reader = reader_of("0123456789", false);
  try {
    co_await reader.readuntil();
  } catch (const aio::LimitOverrunError &error) {
    trace(error.what(), error.consumed());
  }
  try {
    co_await reader.readline();
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
  reader.feed_eof();
  trace(co_await reader.read());
  try {
    co_await reader.readexactly(-1);
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
  try {
    co_await reader.readuntil("");
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
}

int main() { aio::run(program()); }
