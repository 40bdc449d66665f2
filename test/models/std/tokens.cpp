// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// checks: async-unforwarded-cancellation
// A stop token is there to be passed on.
#include <stop_token>

int load(int key);
int load(int key, std::stop_token token);

int forgets(std::stop_token token) {
  return load(1) + // expect: async-unforwarded-cancellation: without the token 'token'
         load(2, token);
}
