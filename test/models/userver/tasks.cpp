// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks without coroutines: what blocks the thread of a task processor stalls its other tasks.
// options: async-blocking-call.Mutexes=true
#include <userver/concurrent/background_task_storage.hpp>
#include <userver/engine/async.hpp>
#include <userver/engine/mutex.hpp>
#include <userver/engine/run_standalone.hpp>
#include <userver/engine/shared_mutex.hpp>
#include <userver/engine/sleep.hpp>
#include <userver/fs/blocking/read.hpp>
#include <userver/fs/blocking/write.hpp>
#include <userver/fs/read.hpp>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/utils/async.hpp>
#include <userver/utils/periodic_task.hpp>

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <shared_mutex>
#include <thread>

using namespace userver;

int slow() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  return 1;
}

void everywhere(engine::TaskProcessor &fs, concurrent::BackgroundTaskStorage &background) {
  auto a = utils::Async("a", [] { return slow(); });                 // expect: async-blocking-call: 'slow' blocks
  auto b = utils::SharedAsync("b", [] { return slow(); });           // expect: async-blocking-call: 'slow' blocks
  auto c = utils::CriticalAsync("c", [] { return slow(); });         // expect: async-blocking-call: 'slow' blocks
  auto d = utils::SharedCriticalAsync("d", [] { return slow(); });   // expect: async-blocking-call: 'slow' blocks
  auto e = engine::AsyncNoSpan([] { return slow(); });               // expect: async-blocking-call: 'slow' blocks
  auto f = engine::SharedAsyncNoSpan([] { return slow(); });         // expect: async-blocking-call: 'slow' blocks
  auto g = engine::CriticalAsyncNoSpan([] { return slow(); });       // expect: async-blocking-call: 'slow' blocks
  auto h = engine::SharedCriticalAsyncNoSpan([] { return slow(); }); // expect: async-blocking-call: 'slow' blocks
  background.AsyncDetach("i", [] { slow(); });                       // expect: async-blocking-call: 'slow' blocks
  background.CriticalAsyncDetach("j", [] { slow(); });               // expect: async-blocking-call: 'slow' blocks
  utils::PeriodicTask periodic("k", {}, [] { slow(); });             // expect: async-blocking-call: 'slow' blocks
  periodic.Start("l", {}, [] { slow(); });                           // expect: async-blocking-call: 'slow' blocks
  auto m = utils::Async(fs, "m", [] { return slow(); }); // a processor that may be there for that
  auto n = engine::AsyncNoSpan(fs, [] { return slow(); });
  e.Get();
}

int main() {
  engine::RunStandalone([] { slow(); }); // expect: async-blocking-call: 'slow' blocks
}

class Handler : public server::handlers::HttpHandlerBase {
  std::string HandleRequestThrow(const server::http::HttpRequest &, server::request::RequestContext &) const override {
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
                                                          // note: use userver::engine::SleepFor(...) instead
    engine::SleepFor(std::chrono::seconds(1));
    std::system("ls"); // expect: async-blocking-call: blocks the event loop
                       // note: use userver::utils::Async(fs_task_processor, ...) instead
    return fs::blocking::ReadFileContents("a"); // expect: async-blocking-call: ReadFileContents' blocks
                                                // note: use userver::fs::ReadFileContents(fs_task_processor, ...)
  }
};

class JsonHandler : public server::handlers::HttpHandlerJsonBase {
  int HandleRequestJsonThrow(const server::http::HttpRequest &, const int &, server::request::RequestContext &) const override {
    return slow(); // expect: async-blocking-call: 'slow' blocks
  }
};

void files(engine::TaskProcessor &processor) {
  auto task = utils::Async("files", [&] {
    fs::blocking::FileExists("a");                         // expect: async-blocking-call: FileExists' blocks
    fs::blocking::GetFileType("a");                        // expect: async-blocking-call: GetFileType' blocks
    fs::blocking::CreateDirectories("a");                  // expect: async-blocking-call: CreateDirectories' blocks
    fs::blocking::RewriteFileContents("a", "");            // expect: async-blocking-call: RewriteFileContents' blocks
    fs::blocking::RewriteFileContentsFSync("a", "");       // expect: async-blocking-call: FSync' blocks
    fs::blocking::SyncDirectoryContents("a");              // expect: async-blocking-call: SyncDirectoryContents' blocks
    fs::blocking::Rename("a", "b");                        // expect: async-blocking-call: Rename' blocks
    fs::blocking::RewriteFileContentsAtomically("a", "", 0); // expect: async-blocking-call: Atomically' blocks
    fs::blocking::Chmod("a", 0);                           // expect: async-blocking-call: Chmod' blocks
    fs::blocking::RemoveSingleFile("a");                   // expect: async-blocking-call: RemoveSingleFile' blocks
    fs::ReadFileContents(processor, "a");
    return 1;
  });
  task.Get();
}

void locks(std::mutex &mutex, std::condition_variable &condition, engine::Mutex &own, engine::SharedMutex &shared) {
  auto task = utils::Async("locks", [&] {
    std::unique_lock lock(mutex); // expect: async-blocking-call: 'std::unique_lock' blocks
                                  // note: use userver::engine::Mutex
    condition.wait(lock);         // expect: async-blocking-call: blocks the event loop
                                  // note: userver::engine::ConditionVariable
    std::lock_guard guard(own);
    std::shared_lock reader(shared);
    return 1;
  });
  task.Get();
}

void handles(bool early) {
  utils::Async("dropped", [] { return 1; }); // expect: async-discarded-task: is dropped
  auto kept = utils::Async("kept", [] { return 1; });
  if (early)
    return; // cancelled and waited for
  kept.Get();
  auto other = utils::Async("waits", [] {
    engine::Task task = engine::AsyncNoSpan([] { return 1; });
    task.BlockingWait(); // expect: async-blocking-wait: BlockingWait' blocks
    return 1;
  });
}
