// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/boost-thread.json talks about.
// sample: boost::lock_guard<boost::mutex>
// sample: boost::unique_lock<boost::mutex>
// sample: boost::shared_lock<boost::shared_mutex>
// sample: boost::scoped_thread<>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
