# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Bad models in clang-tidy: each has a clear error, and the others are in force."""

import json
import os
import subprocess
import tempfile
import unittest

import setting

# What the model `good` says is needed for the finding.
CODE = """\
#include <coroutine>
namespace my {
struct Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
int fetch();
namespace inner { namespace outer = ::my; }
using inner::outer::fetch;
}
my::Job run() {
  my::inner::outer::fetch();
  co_await run();
}
"""
FINDING = "use.cpp:20:3: warning: 'my::fetch' blocks the event loop"


def model(*facts, **more):
    return json.dumps({"schema": 1, "library": "my", **more, "facts": list(facts)})


GOOD = model({"function": "my::fetch", "blocks": "http", "why": "waits for the server"})


class BadModels(unittest.TestCase):

    def run_clang_tidy(self, *missing, **models):
        """What clang-tidy prints with these models, the last one the strongest."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**models, "use.cpp": CODE}.items():
                path = os.path.join(folder, name if "." in name else f"{name}.json")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            paths = [*missing, *(f"{name}.json" for name in models)]
            config = {"CheckOptions": {"async.Models": ";".join(paths)}}
            command = [setting.CLANG_TIDY, f"--load={setting.PLUGIN}", "--quiet",
                       "--checks=-*,async-*", f"--config={json.dumps(config)}", "use.cpp", "--",
                       "-std=c++20"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            return done.stdout

    def assert_left_out(self, text, says):
        """The model `text` has this mistake, and a good one beside it is in force."""
        for models in ({"bad": text, "good": GOOD}, {"good": GOOD, "bad": text}):
            with self.subTest(list(models)):
                printed = self.run_clang_tidy(**models)
                self.assertIn(f"error: invalid model: bad.json: {says}", printed)
                self.assertIn(FINDING, printed)

    def test_none_is_bad(self):
        printed = self.run_clang_tidy(good=GOOD)
        self.assertIn(FINDING, printed)
        self.assertNotIn("error", printed)

    def test_syntax(self):
        self.assert_left_out("{", "not JSON at line 1, column 1: ")

    def test_version(self):
        self.assert_left_out('{"schema": 7}', "/schema: expected 1, the only version of the model "
                                              "format that this asynctidy understands, found 7")

    def test_a_file_that_is_not_there(self):
        printed = self.run_clang_tidy("nowhere.json", good=GOOD)
        self.assertIn("error: invalid model: nowhere.json: cannot be read: No such file", printed)
        self.assertIn(FINDING, printed)

    def test_duplicates(self):
        entry = {"function": "my::fetch", "blocks": "file", "why": "x"}
        self.assert_left_out(model(entry, entry),
                             '/facts/1/blocks: already stated for "my::fetch" at /facts/0')
        self.assert_left_out(model({**entry, "function": ["my::fetch", "my::fetch"]}),
                             '/facts/0/function: names "my::fetch" twice')

    def test_contradictions(self):
        self.assert_left_out(
            model({"function": "my::fetch", "blocks": "file", "why": "x"},
                  {"function": "my::fetch", "nonblocking": True, "why": "x"}),
            '/facts/1/nonblocking: contradicts "blocks" of "my::fetch" at /facts/0')

    def test_namespaces_in_each_other(self):
        self.assert_left_out(model(namespaces=["my", "my::my"]),
                             '/namespaces/1: "my::my" and "my" (/namespaces/0) lie in each other')

    def test_the_last_of_two_models_holds(self):
        quiet = model({"function": "my::fetch", "nonblocking": True, "why": "cached"})
        self.assertNotIn("warning", self.run_clang_tidy(good=GOOD, quiet=quiet))
        self.assertIn(FINDING, self.run_clang_tidy(quiet=quiet, good=GOOD))

    def test_models_that_take_each_others_names(self):
        one = model({"function": "a::fetch", "blocks": "file", "why": "x"}, namespaces=["a", "my"])
        other = model({"function": "my::fetch", "blocks": "file", "why": "x"},
                      namespaces=["my", "a"])
        self.assertIn(FINDING, self.run_clang_tidy(one=one, other=other))

    def test_a_name_that_is_nowhere_is_no_mistake(self):
        nowhere = model({"function": "my::nowhere", "blocks": "file", "why": "x"})
        printed = self.run_clang_tidy(nowhere=nowhere, good=GOOD)
        self.assertIn(FINDING, printed)
        self.assertNotIn("nowhere", printed)


if __name__ == "__main__":
    unittest.main()
