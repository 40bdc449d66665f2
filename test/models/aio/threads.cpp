// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What belongs to a loop, called on another thread.
#include <aio/aio.h>
#include <aio/net.h>

#include <thread>
#include <vector>

void tick();
void report(aio::EventLoop &loop, const aio::ExceptionContext &context);

aio::Coroutine<void> of_the_loop(aio::ThreadPoolExecutor pool, aio::Coroutine<void> work) {
  auto &loop = aio::get_running_loop();
  std::thread([&, pool] {
    loop.call_soon(tick);                   // expect: async-cross-thread-call: 'aio::EventLoop::call_soon'
                                            // fix: loop.call_soon_threadsafe(tick);
    (void)loop.call_later(1, tick);         // expect: async-cross-thread-call: 'aio::EventLoop::call_later'
    (void)loop.call_at(1, tick);            // expect: async-cross-thread-call: 'aio::EventLoop::call_at'
                                            // note: use loop.call_soon_threadsafe([...] { ... }) instead
    (void)loop.create_future<int>();        // expect: async-cross-thread-call: 'aio::EventLoop::create_future'
    (void)loop.run_in_executor(tick);       // expect: async-cross-thread-call: 'aio::EventLoop::run_in_executor'
    loop.set_default_executor(pool);        // expect: async-cross-thread-call: 'aio::EventLoop::set_default_executor'
    loop.remove_signal_handler(1);          // expect: async-cross-thread-call: 'aio::EventLoop::remove_signal_handler'
    loop.set_exception_handler(report);     // expect: async-cross-thread-call: 'aio::EventLoop::set_exception_handler'
    loop.stop();                            // expect: async-cross-thread-call: 'aio::EventLoop::stop'
  }).detach();
  co_await std::move(work);
}

aio::Coroutine<int> count();
void keep(aio::Task<int> one, aio::Task<int> two, aio::Task<int> three);

aio::Coroutine<void> tasks() {
  auto &loop = aio::get_running_loop();
  std::thread([&] {
    auto one = loop.create_task(count());   // expect: async-cross-thread-call: 'aio::EventLoop::create_task'
                                            // note: use aio::run_coroutine_threadsafe(..., loop) instead
    auto two = aio::create_task(count());   // expect: async-cross-thread-call: 'aio::create_task'
    auto three = aio::ensure_future(count());  // expect: async-cross-thread-call: 'aio::ensure_future'
    keep(one, two, three);
  }).detach();
  co_await aio::sleep(1);
}

aio::Coroutine<void> of_futures(aio::Future<int> future, aio::Task<int> task, aio::Handle handle) {
  std::thread([=] {
    auto id = future.add_done_callback([](const aio::Future<int> &) {});  // expect: async-cross-thread-call: 'aio::Future::add_done_callback'
    future.remove_done_callback(id);        // expect: async-cross-thread-call: 'aio::Future::remove_done_callback'
    task.uncancel();                        // expect: async-cross-thread-call: 'aio::Task::uncancel'
    task.add_done_callback([](const aio::Task<int> &) {});  // expect: async-cross-thread-call: 'aio::Task::add_done_callback'
    handle.cancel();                        // expect: async-cross-thread-call: 'aio::Handle::cancel'
    if (!future.done())
      future.set_result(1);                 // expect: async-cross-thread-call: 'aio::Future::set_result'
    if (!future.done())
      future.set_exception(aio::ValueError("no"));  // expect: async-cross-thread-call: 'aio::Future::set_exception'
    future.cancel();                        // expect: async-cross-thread-call: 'aio::Future::cancel'
  }).detach();
  co_await task;
}

aio::Coroutine<void> of_queues(aio::Queue<int> queue, aio::Event event) {
  std::thread([=] {
    queue.put_nowait(1);                    // expect: async-cross-thread-call: 'aio::Queue::put_nowait'
    (void)queue.get_nowait();               // expect: async-cross-thread-call: 'aio::Queue::get_nowait'
    queue.task_done();                      // expect: async-cross-thread-call: 'aio::QueueBase::task_done'
    event.set();                            // expect: async-cross-thread-call: 'aio::Event::set'
  }).detach();
  co_await event.wait();
}

aio::Coroutine<void> of_transports(aio::Transport transport, std::vector<aio::Bytes> lines) {
  std::thread([=] {
    transport.pause_reading();              // expect: async-cross-thread-call: 'aio::Transport::pause_reading'
    transport.resume_reading();             // expect: async-cross-thread-call: 'aio::Transport::resume_reading'
    transport.write("a");                   // expect: async-cross-thread-call: 'aio::Transport::write'
    transport.writelines(lines);            // expect: async-cross-thread-call: 'aio::Transport::writelines'
    transport.write_eof();                  // expect: async-cross-thread-call: 'aio::Transport::write_eof'
    transport.close();                      // expect: async-cross-thread-call: 'aio::Transport::close'
    transport.abort();                      // expect: async-cross-thread-call: 'aio::Transport::abort'
  }).detach();
  co_await aio::sleep(1);
}

aio::Coroutine<void> of_streams(aio::StreamReader reader, aio::StreamWriter writer,
                                std::vector<aio::Bytes> lines) {
  std::thread([=] {
    writer.write("a");                      // expect: async-cross-thread-call: 'aio::StreamWriter::write'
    writer.writelines(lines);               // expect: async-cross-thread-call: 'aio::StreamWriter::writelines'
    writer.write_eof();                     // expect: async-cross-thread-call: 'aio::StreamWriter::write_eof'
    writer.close();                         // expect: async-cross-thread-call: 'aio::StreamWriter::close'
    reader.feed_data("a");                  // expect: async-cross-thread-call: 'aio::StreamReader::feed_data'
    reader.feed_eof();                      // expect: async-cross-thread-call: 'aio::StreamReader::feed_eof'
  }).detach();
  co_await aio::sleep(1);
}

aio::Coroutine<void> of_servers(aio::Server server, aio::Process process) {
  std::thread([=] {
    server.close();                         // expect: async-cross-thread-call: 'aio::Server::close'
    process.send_signal(1);                 // expect: async-cross-thread-call: 'aio::Process::send_signal'
    process.terminate();                    // expect: async-cross-thread-call: 'aio::Process::terminate'
    process.kill();                         // expect: async-cross-thread-call: 'aio::Process::kill'
  }).detach();
  co_await aio::sleep(1);
}
