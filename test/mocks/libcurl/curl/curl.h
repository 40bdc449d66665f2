// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

extern "C" {

using CURL = void;
using CURLM = void;
using curl_socket_t = int;

enum CURLcode { CURLE_OK };
enum CURLMcode { CURLM_OK };

struct curl_waitfd {
  curl_socket_t fd;
  short events;
  short revents;
};

CURL *curl_easy_init();
CURLcode curl_easy_perform(CURL *easy);
void curl_easy_cleanup(CURL *easy);

CURLM *curl_multi_init();
CURLMcode curl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode curl_multi_perform(CURLM *multi, int *running);
CURLMcode curl_multi_poll(CURLM *multi, curl_waitfd *fds, unsigned count, int timeout, int *ready);
CURLMcode curl_multi_wait(CURLM *multi, curl_waitfd *fds, unsigned count, int timeout, int *ready);
CURLMcode curl_multi_socket_action(CURLM *multi, curl_socket_t socket, int events, int *running);
}
