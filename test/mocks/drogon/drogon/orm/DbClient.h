// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <drogon/utils/coroutine.h>

#include <memory>
#include <string>
#include <vector>

namespace drogon::orm {

class Result {
public:
  size_t size() const;
};
class DrogonDbException {};
class Criteria {};
class Transaction;

namespace internal {
struct [[nodiscard]] SqlAwaiter : public CallbackAwaiter<Result> {
  void await_suspend(std::coroutine_handle<> handle);
};
struct [[nodiscard]] TransactionAwaiter : public CallbackAwaiter<std::shared_ptr<Transaction>> {
  void await_suspend(std::coroutine_handle<> handle);
};
template <typename T> struct [[nodiscard]] MapperAwaiter : public CallbackAwaiter<T> {
  void await_suspend(std::coroutine_handle<> handle);
};
} // namespace internal

class DbClient : public trantor::NonCopyable {
public:
  virtual ~DbClient();
  template <typename F1, typename F2, typename... Args>
  void execSqlAsync(const std::string &sql, F1 &&result, F2 &&failed, Args &&...args) noexcept {}
  template <typename... Args> Result execSqlSync(const std::string &sql, Args &&...args);
  template <typename... Args>
  internal::SqlAwaiter execSqlCoro(const std::string &sql, Args &&...args);
  virtual std::shared_ptr<Transaction>
  newTransaction(const std::function<void(bool)> &committed = std::function<void(bool)>()) = 0;
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<Transaction> &)> &callback) = 0;
  internal::TransactionAwaiter newTransactionCoro();
};
using DbClientPtr = std::shared_ptr<DbClient>;

class Transaction : public DbClient {
public:
  virtual void rollback() = 0;
};

template <typename T> class Mapper {
public:
  using SingleRowCallback = std::function<void(T)>;
  using MultipleRowsCallback = std::function<void(std::vector<T>)>;
  using CountCallback = std::function<void(const size_t)>;
  using ExceptionCallback = std::function<void(const DrogonDbException &)>;

  explicit Mapper(DbClientPtr client);
  T findByPrimaryKey(const int &key);
  void findByPrimaryKey(const int &key, const SingleRowCallback &, const ExceptionCallback &);
  std::vector<T> findAll();
  void findAll(const MultipleRowsCallback &, const ExceptionCallback &);
  T findOne(const Criteria &criteria);
  std::vector<T> findBy(const Criteria &criteria);
  size_t count(const Criteria &criteria = Criteria());
  void insert(T &obj);
  void insert(const T &obj, const SingleRowCallback &, const ExceptionCallback &);
  size_t update(const T &obj);
  template <typename... Args>
  size_t updateBy(const std::vector<std::string> &columns, const Criteria &criteria,
                  Args &&...args);
  template <typename... Args>
  size_t increment(const std::vector<std::string> &columns, const Criteria &criteria, Args... args);
  size_t deleteOne(const T &obj);
  size_t deleteBy(const Criteria &criteria);
  size_t deleteByPrimaryKey(const int &key);
};

template <typename T> class CoroMapper : public Mapper<T> {
public:
  using Mapper<T>::Mapper;
  internal::MapperAwaiter<T> findByPrimaryKey(const int &key);
};

} // namespace drogon::orm
