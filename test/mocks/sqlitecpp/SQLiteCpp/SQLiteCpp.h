// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace SQLite {

class Column {};

class Database {
public:
  Database(const char *name, int flags = 1);
  int exec(const char *queries);
  int tryExec(const char *queries) noexcept;
  Column execAndGet(const char *query);
};

class Statement {
public:
  Statement(const Database &database, const char *query);
  void bind(int index, int value);
  bool executeStep();
  int tryExecuteStep() noexcept;
  int exec();
  void reset();
};

class Transaction {
public:
  explicit Transaction(Database &database);
  void commit();
};

} // namespace SQLite
