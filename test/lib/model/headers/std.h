// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/std.json talks about.
// missing: std::future::wait std::future::wait_for std::future::wait_until
// missing: std::shared_future::wait std::shared_future::wait_for std::shared_future::wait_until
#include <algorithm>
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <coroutine>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <mutex>
#include <numeric>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <tuple>
#include <variant>
#include <vector>
