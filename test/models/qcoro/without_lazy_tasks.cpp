// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// flags: -DQCORO_WITHOUT_LAZY_TASKS
// Before QCoro 0.11, tasks declared then() themselves.
#include <qcoro/qcorotask.h>

QCoro::Task<int> rows();

void chained() {
  rows().then([] {});
  rows().then([] {}, [](const std::exception &) {});
  rows(); // expect: async-discarded-task: its error is lost
}
