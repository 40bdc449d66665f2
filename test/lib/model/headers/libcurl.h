// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libraries/libcurl.json talks about.
#include <curl/curl.h>
