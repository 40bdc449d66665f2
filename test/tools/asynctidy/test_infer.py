# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""asynctidy models infer: what is concluded about the types of a file, and why."""

import json
import unittest

from support import TASK, ProjectTest

# Started by a pool, as far as anybody can see.
JOB = """\
#pragma once
#include <coroutine>
#include <exception>

namespace app {
struct pool { void post(std::coroutine_handle<>); };
template <class T> struct Job {
  struct promise_type {
    struct starts_in_pool {
      pool *where;
      bool await_ready() { return false; }
      void await_suspend(std::coroutine_handle<> h) { where->post(h); }
      void await_resume() {}
    };
    Job get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    starts_in_pool initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T) {}
    void unhandled_exception() { error = std::current_exception(); }
    std::exception_ptr error;
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  std::coroutine_handle<promise_type> handle;
};
}
"""


class Infer(ProjectTest):
    def infer(self, *arguments: str, expect: int = 0):
        return self.asynctidy("models", "infer", *arguments, expect=expect)

    def types(self, code: str, *arguments: str) -> "dict[str, dict]":
        """The conclusions about a file with this code, by the name of the type."""
        self.write("use.cpp", code)
        done = self.infer("use.cpp", "--format=json", *arguments, "--", f"-I{self.root}")
        return {each["name"]: each for each in json.loads(done.stdout)["types"]}

    def property(self, of: dict, name: str) -> dict:
        return next(each for each in of["properties"] if each["name"] == name)

    def value(self, of: dict, name: str):
        return self.property(of, name)["value"]


class Text(Infer):
    def test_a_task(self) -> None:
        self.write("use.cpp", '#include "task.h"\nTask<void> f();\n')
        done = self.infer("use.cpp", "--")
        self.assertEqual(done.stdout, """\
task.h:6:34: Task<void>: a coroutine: dropped, it never runs
  role        coroutine  nothing runs until somebody awaits or resumes it
  start       lazy       initial_suspend returns 'std::suspend_always', which always suspends [task.h:9]
  dropped     destroys   its destructor destroys the coroutine: 'handle.destroy()' [task.h:17]
  errors      swallowed  unhandled_exception does nothing with the exception [task.h:12]
  awaitable   yes        it is an awaiter itself [task.h:19]

""")
        self.assertEqual(done.stderr, "asynctidy: 1 type\n")

    def test_what_cannot_be_proven(self) -> None:
        self.write("job.h", JOB)
        self.write("use.cpp", '#include "job.h"\napp::Job<int> f() { co_return 1; }\n')
        text = self.infer("use.cpp", "--").stdout
        self.assertIn("job.h:7:27: app::Job<T>: not known whether it starts by itself: "
                      "dropping it is not reported\n", text)
        self.assertIn("  start       not known  initial_suspend returns "
                      "'app::Job<int>::promise_type::starts_in_pool', whose await_suspend may have "
                      "the coroutine resumed: 'where->post(h)' [job.h:12]\n", text)
        self.assertIn("  not proven: role, start; say in a model which of these it is:\n", text)
        self.assertIn("  or on the class itself: [[clang::annotate(\"asynctidy::coroutine\")]], "
                      "asynctidy::task or asynctidy::value\n", text)

    def test_wrong_usage(self) -> None:
        for arguments, says in (([], "name one file"), (["a.cpp", "b.cpp"], "name one file"),
                                (["nowhere.cpp", "--"], "no such file or directory"),
                                ([".", "--"], "is a directory"),
                                (["task.h"], "no compile database")):
            done = self.infer(*arguments, expect=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(says, done.stderr)

    def test_broken_code(self) -> None:
        self.write("use.cpp", '#include "task.h"\nTask<void> f() { return 1 }\n')
        done = self.infer("use.cpp", "--", expect=3)
        self.assertEqual(done.stdout, "")
        self.assertIn("use.cpp could not be parsed: use.cpp:2:", done.stderr)

    def test_a_mistake_in_a_model_leaves_the_others(self) -> None:
        self.write("bad.json", "{")
        self.write("good.json", json.dumps({"schema": 1, "library": "a", "facts": [
            {"type": "Task", "role": "value", "why": "no work"}]}))
        self.write("use.cpp", '#include "task.h"\n')
        done = self.infer("use.cpp", "--models=bad.json;good.json", "--", expect=2)
        self.assertIn("  role        value      no work [good.json: /facts/0/role]\n", done.stdout)
        self.assertIn("asynctidy: error: invalid model: bad.json: ", done.stderr)

    def test_the_compile_database(self) -> None:
        self.write("src/use.cpp", '#include "task.h"\n')
        self.database("src/use.cpp", directory="build")
        self.assertIn("Task<void>: a coroutine", self.infer("src/use.cpp").stdout)
        self.assertIn("Task<void>: a coroutine", self.infer("-p", "build", "src/use.cpp").stdout)


class Types(Infer):
    def test_which_are_told(self) -> None:
        found = self.types("""\
            #include "task.h"
            #include <future>
            #include <string>
            #include <vector>
            struct plain {};
            struct operation {
              bool await_ready();
              void await_suspend(std::coroutine_handle<>);
              void await_resume();
            };
            struct timer {
              struct waiter { bool await_ready(); void await_suspend(std::coroutine_handle<>);
                              void await_resume(); };
              waiter operator co_await();
              void cancel();
            };
            Task<void> run(std::vector<std::string> names) { co_await timer(); }
            std::future<int> start();
            """)
        # Neither what only awaits others, nor what is of no interest.
        self.assertEqual(list(found), ["Task<void>", "std::future<_Res>", "operation", "timer"])
        self.assertEqual(self.value(found["operation"], "role"), "awaitable")
        self.assertEqual(self.value(found["timer"], "role"), None)
        self.assertEqual(self.property(found["timer"], "role")["because"],
                         "it has 'timer::cancel', too")
        self.assertEqual(found["timer"]["advice"]["entries"][0]["role"], "awaitable")

    def test_instantiations_that_differ(self) -> None:
        found = self.types("""\
            #include <coroutine>
            template <class T, bool lazy> struct task {
              struct promise_type {
                task get_return_object() { return {}; }
                auto initial_suspend() { if constexpr (lazy) return std::suspend_always();
                                         else return std::suspend_never(); }
                std::suspend_never final_suspend() noexcept { return {}; }
                void return_void() {}
                void unhandled_exception() {}
              };
            };
            task<int, true> a() { co_return; }
            task<char, true> b() { co_return; }
            task<int, false> c() { co_return; }
            """)
        self.assertEqual({name: self.value(each, "start") for name, each in found.items()},
                         {"task<char, true>, task<int, true>": "lazy", "task<int, false>": "eager"})

    def test_generators_and_values(self) -> None:
        found = self.types("""\
            #include <coroutine>
            template <class T> struct generator {
              struct promise_type {
                generator get_return_object() { return {}; }
                std::suspend_always initial_suspend() { return {}; }
                std::suspend_always final_suspend() noexcept { return {}; }
                std::suspend_always yield_value(T) { return {}; }
                void return_void() {}
                void unhandled_exception() { throw; }
              };
            };
            generator<int> one();
            """)
        self.assertEqual(self.value(found["generator<T>"], "role"), "value")
        self.assertEqual(self.value(found["generator<T>"], "generator"), True)
        self.assertEqual(self.property(found["generator<T>"], "generator")["line"], 7)


class Sources(Infer):
    CODE = """\
        #include "task.h"
        struct [[clang::annotate("asynctidy::task")]] Own : Task<void> { using Task::Task; };
        struct Derived : Task<void> { using Task::Task; };
        """

    def test_each_source(self) -> None:
        self.write("my.json", json.dumps({"schema": 1, "library": "my", "facts": [
            {"type": "Task", "errors": "terminates", "why": "logs and aborts"}]}))
        found = self.types(self.CODE, "--models=my.json")
        structure = self.property(found["Task<void>"], "start")
        self.assertEqual({**structure, "because": ""}, {
            "name": "start", "value": "lazy", "source": "structure", "because": "",
            "file": "task.h", "line": 9, "column": 25})
        stated = self.property(found["Task<void>"], "errors")
        self.assertEqual(stated, {
            "name": "errors", "value": "terminates", "source": "model", "model": "my.json",
            "pointer": "/facts/0/errors", "why": "logs and aborts"})
        self.assertEqual(self.property(found["Own"], "role"), {
            "name": "role", "value": "task", "source": "attribute", "attribute": "asynctidy::task"})
        # What an attribute says of a class hides the models of its bases.
        self.assertEqual(self.property(found["Own"], "errors")["source"], "structure")
        self.assertEqual(found["Derived"]["base"], "Task")
        self.assertEqual(self.property(found["Derived"], "errors")["pointer"], "/facts/0/errors")

    def test_a_shipped_model(self) -> None:
        found = self.types("#include <future>\nstd::future<int> f();\n")
        role = self.property(found["std::future<_Res>"], "role")
        self.assertEqual((role["value"], role["source"], role["model"]),
                         ("future", "shipped model", "<shipped>/std.json"))

    def test_every_advice_settles_it(self) -> None:
        self.write("job.h", JOB)
        code = '#include "job.h"\napp::Job<int> f() { co_return 1; }\n'
        advice = self.types(code)["app::Job<T>"]["advice"]
        self.assertEqual(advice["missing"], ["role", "start"])
        self.assertEqual([each["role"] for each in advice["entries"]],
                         ["coroutine", "task", "value"])
        for entry in advice["entries"]:
            self.write("my.json", json.dumps({"schema": 1, "library": "my", "facts": [entry]}))
            found = self.types(code, "--models=my.json")["app::Job<T>"]
            self.assertEqual(self.value(found, "role"), entry["role"])
            self.assertNotIn("role", found["advice"]["missing"])
        for word in advice["attributes"]:
            self.write("job.h", JOB.replace("struct Job", f'struct [[clang::annotate("{word}")]] Job'))
            found = self.types(code)["app::Job<T>"]
            self.assertEqual(self.property(found, "role")["attribute"], word)

    def test_advice_on_the_rest(self) -> None:
        self.write("job.h", JOB.replace("bool await_ready();", "~Job(); bool await_ready();")
                   .replace("starts_in_pool initial_suspend", "std::suspend_always initial_suspend"))
        code = '#include "job.h"\napp::Job<int> f() { co_return 1; }\n'
        advice = self.types(code)["app::Job<T>"]["advice"]
        self.assertEqual(advice["missing"], ["dropped"])
        self.assertEqual(advice["choices"], {"dropped": ["destroys", "detaches", "leaks", "blocks"]})
        self.write("my.json", json.dumps({"schema": 1, "library": "my",
                                          "facts": advice["entries"]}))
        found = self.types(code, "--models=my.json")["app::Job<T>"]
        self.assertEqual(self.value(found, "dropped"), "destroys")
        self.assertEqual(found["advice"]["missing"], [])


if __name__ == "__main__":
    unittest.main()
