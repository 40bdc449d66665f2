// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/boost-thread.json talks about.
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
