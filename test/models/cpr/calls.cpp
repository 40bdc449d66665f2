// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A transfer is done before the call returns, unless it is called Async.
#include <cpr/cpr.h>

#include <ostream>

#include "../../mocks/job.h"

Job functions(std::ostream &file) {
  cpr::Get(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Get' blocks
  cpr::Post(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Post' blocks
  cpr::Put(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Put' blocks
  cpr::Patch(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Patch' blocks
  cpr::Delete(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Delete' blocks
  cpr::Head(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Head' blocks
  cpr::Options(cpr::Url("a")); // expect: async-blocking-call: 'cpr::Options' blocks
  cpr::Download(file, cpr::Url("a")); // expect: async-blocking-call: 'cpr::Download' blocks
  co_return;
}

Job sessions(cpr::Session &session, std::ostream &file) {
  session.SetUrl("a");
  session.Get(); // expect: async-blocking-call: 'cpr::Session::Get' blocks
  session.Post(); // expect: async-blocking-call: 'cpr::Session::Post' blocks
  session.Put(); // expect: async-blocking-call: 'cpr::Session::Put' blocks
  session.Patch(); // expect: async-blocking-call: 'cpr::Session::Patch' blocks
  session.Delete(); // expect: async-blocking-call: 'cpr::Session::Delete' blocks
  session.Head(); // expect: async-blocking-call: 'cpr::Session::Head' blocks
  session.Options(); // expect: async-blocking-call: 'cpr::Session::Options' blocks
  session.Download(file); // expect: async-blocking-call: 'cpr::Session::Download' blocks
  co_return;
}

std::future<cpr::Response> elsewhere() { return cpr::GetAsync(cpr::Url("a")); }
