// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What ends with deleteLater(), and is left on some ways.
#include <QtCore/QtCore>
#include <QtNetwork/QtNetwork>

#include "../../mocks/job.h"

Job next();

Job fetched(QNetworkAccessManager &manager, bool cached) {
  QNetworkReply *reply = manager.get(QNetworkRequest("qt.io")); // expect: async-unclosed-transport: 'reply' is not
  if (cached)
    co_return;
  co_await next();
  reply->deleteLater();
}

Job ended(QNetworkAccessManager &manager, bool cached) {
  QNetworkReply *reply = manager.get(QNetworkRequest("qt.io"));
  if (cached) {
    reply->deleteLater();
    co_return;
  }
  co_await next();
  reply->deleteLater();
}
