// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The easy interface does the whole transfer; the multi interface waits only where it says so.
#include <curl/curl.h>

#include "../../mocks/job.h"

Job whole(CURL *easy) {
  curl_easy_perform(easy); // expect: async-blocking-call: 'curl_easy_perform' blocks
                           // note: use curl_multi_socket_action() instead
  curl_easy_cleanup(easy);
  co_return;
}

Job several(CURLM *multi, CURL *easy) {
  int running = 0;
  curl_multi_add_handle(multi, easy);
  do {
    curl_multi_perform(multi, &running);
    curl_multi_poll(multi, nullptr, 0, 1000, nullptr); // expect: async-blocking-call: 'curl_multi_poll' blocks
    curl_multi_wait(multi, nullptr, 0, 1000, nullptr); // expect: async-blocking-call: 'curl_multi_wait' blocks
    curl_multi_poll(multi, nullptr, 0, 0, nullptr);
    curl_multi_wait(multi, nullptr, 0, 0, nullptr);
  } while (running);
  curl_multi_socket_action(multi, 3, 1, &running);
  co_return;
}
