// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What blocks in Qt, in coroutines of whatever library.
#include <QtCore/QtCore>
#include <QtDBus/QtDBus>
#include <QtNetwork/QtNetwork>
#include <QtSql/QtSql>

#include "../../mocks/job.h"

Job sleeps() {
  QThread::sleep(1); // expect: async-blocking-call: 'QThread::sleep' blocks
  QThread::msleep(10); // expect: async-blocking-call: 'QThread::msleep' blocks
  QThread::usleep(10); // expect: async-blocking-call: 'QThread::usleep' blocks
  QThread::usleep(0);
  co_return;
}

Job files() {
  QFile file("a");
  file.open(QIODevice::ReadOnly); // expect: async-blocking-call: 'QFile::open' blocks
  file.readAll();
  file.close();
  QTemporaryFile temporary("b");
  temporary.open(); // expect: async-blocking-call: 'QTemporaryFile::open' blocks
  QFile::copy("a", "b"); // expect: async-blocking-call: 'QFile::copy' blocks
  QSaveFile save("c");
  save.open(QIODevice::WriteOnly); // expect: async-blocking-call: 'QSaveFile::open' blocks
  save.commit(); // expect: async-blocking-call: 'QSaveFile::commit' blocks
  QDir("d").removeRecursively(); // expect: async-blocking-call: 'QDir::removeRecursively' blocks
  co_return;
}

Job devices(QIODevice &device, QTcpSocket &socket, QSslSocket &secure, QLocalSocket &local) {
  device.waitForReadyRead(100); // expect: async-blocking-call: 'QIODevice::waitForReadyRead' blocks
  device.waitForReadyRead(0);
  socket.waitForReadyRead(); // expect: async-blocking-call: 'QTcpSocket::waitForReadyRead' blocks
  socket.waitForBytesWritten(); // expect: async-blocking-call: 'QTcpSocket::waitForBytesWritten' blocks
  socket.waitForConnected(); // expect: async-blocking-call: 'QTcpSocket::waitForConnected' blocks
  socket.waitForDisconnected(); // expect: async-blocking-call: 'QTcpSocket::waitForDisconnected' blocks
  secure.waitForConnected(); // expect: async-blocking-call: 'QSslSocket::waitForConnected' blocks
  secure.waitForEncrypted(); // expect: async-blocking-call: 'QSslSocket::waitForEncrypted' blocks
  local.waitForConnected(); // expect: async-blocking-call: 'QLocalSocket::waitForConnected' blocks
  local.waitForDisconnected(0);
  local.waitForDisconnected(); // expect: async-blocking-call: 'QLocalSocket::waitForDisconnected' blocks
  QHostInfo::fromName("qt.io"); // expect: async-blocking-call: 'QHostInfo::fromName' blocks
                                // note: use QHostInfo::lookupHost() instead
  co_return;
}

// Without an argument they only look whether there is a connection.
Job servers(QTcpServer &server, QLocalServer &local) {
  server.waitForNewConnection();
  server.waitForNewConnection(-1); // expect: async-blocking-call: 'QTcpServer::waitForNewConnection' blocks
  local.waitForNewConnection();
  local.waitForNewConnection(1000); // expect: async-blocking-call: 'QLocalServer::waitForNewConnection' blocks
  co_return;
}

Job processes(QProcess &process) {
  process.start("ls");
  process.waitForStarted(); // expect: async-blocking-call: 'QProcess::waitForStarted' blocks
  process.waitForReadyRead(); // expect: async-blocking-call: 'QProcess::waitForReadyRead' blocks
  process.waitForBytesWritten(); // expect: async-blocking-call: 'QProcess::waitForBytesWritten' blocks
  process.waitForFinished(); // expect: async-blocking-call: 'QProcess::waitForFinished' blocks
  process.waitForFinished(0);
  QProcess::execute("ls"); // expect: async-blocking-call: 'QProcess::execute' blocks
  co_return;
}

Job buses(QDBusAbstractInterface &interface, QDBusConnection &bus) {
  interface.call("Rows"); // expect: async-blocking-call: blocks the event loop
                          // note: use asyncCall() instead
  interface.call(QDBus::BlockWithGui, "Rows"); // expect: async-blocking-call: blocks the event loop
  interface.call(QDBus::NoBlock, "Rows");
  interface.callWithArgumentList(QDBus::Block, "Rows", {}); // expect: async-blocking-call: blocks the event loop
  bus.call(QDBusMessage()); // expect: async-blocking-call: 'QDBusConnection::call' blocks
  bus.call(QDBusMessage(), QDBus::NoBlock);
  QDBusPendingReply<int> reply = interface.asyncCall("Rows");
  reply.waitForFinished(); // expect: async-blocking-wait: blocks the event loop
                           // note: use co_await with QCoro, or a QDBusPendingCallWatcher instead
  reply.value();
  co_return;
}

Job asked(QDBusPendingCall call, QDBusPendingCallWatcher &watcher) {
  if (call.isFinished())
    call.waitForFinished();
  watcher.waitForFinished(); // expect: async-blocking-wait: 'QDBusPendingCallWatcher::waitForFinished' blocks
  co_return;
}

Job databases(QSqlTableModel &model) {
  QSqlDatabase db = QSqlDatabase::database();
  db.open(); // expect: async-blocking-call: 'QSqlDatabase::open' blocks
  db.transaction(); // expect: async-blocking-call: 'QSqlDatabase::transaction' blocks
  db.exec("select 1"); // expect: async-blocking-call: 'QSqlDatabase::exec' blocks
  db.commit(); // expect: async-blocking-call: 'QSqlDatabase::commit' blocks
  db.rollback(); // expect: async-blocking-call: 'QSqlDatabase::rollback' blocks
  QSqlQuery query;
  query.prepare("select 2");
  query.exec(); // expect: async-blocking-call: 'QSqlQuery::exec' blocks
  query.execBatch(); // expect: async-blocking-call: 'QSqlQuery::execBatch' blocks
  model.select(); // expect: async-blocking-call: 'QSqlTableModel::select' blocks
  model.submitAll(); // expect: async-blocking-call: 'QSqlTableModel::submitAll' blocks
  co_return;
}
