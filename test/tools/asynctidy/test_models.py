# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""asynctidy models list, show and check."""

import json
import unittest

from support import SOURCE_DIR, TASK, ProjectTest

SHOP = {
    "schema": 1,
    "library": "shop",
    "about": "What the shop's database does.",
    "namespaces": ["shop"],
    "replacements": [{"for": "database", "use": "co_await shop::query(...)"}],
    "facts": [
        {"function": ["shop::Database::query", "shop::Database::commit"], "blocks": "database",
         "why": "waits for the server's answer", "proof": "shop/db.h: calls poll()"},
        {"type": "shop::Job", "role": "task", "dropped": "detaches",
         "why": "started work"},
    ],
}


def model(*facts: dict, library: str = "my", **more: object) -> dict:
    return {"schema": 1, "library": library, **more, "facts": list(facts)}


class ModelsTest(ProjectTest):
    def write_model(self, name: str, content: "dict | str") -> str:
        self.write(name, content if isinstance(content, str) else json.dumps(content))
        return name

    def models(self, *arguments: str, expect: int = 0):
        return self.asynctidy("models", *arguments, expect=expect)

    def rejected(self, *arguments: str, says: str) -> None:
        done = self.models(*arguments, expect=2)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertTrue(done.stderr.startswith("asynctidy: error: "), done.stderr)
        self.assertIn(says, done.stderr)
        self.assertEqual(done.stdout, "")


class List(ModelsTest):
    def shipped(self) -> "dict[str, dict]":
        return {path.name: json.loads(path.read_text())
                for path in (SOURCE_DIR / "lib" / "model" / "libraries").glob("*.json")}

    def test_shipped(self) -> None:
        listed = json.loads(self.models("list", "--format=json").stdout)["models"]
        expected = self.shipped()
        self.assertEqual({each["file"] for each in listed},
                         {f"<shipped>/{name}" for name in expected})
        for each in listed:
            written = expected[each["file"].removeprefix("<shipped>/")]
            subjects = [entry.get("function", entry.get("type")) for entry in written["facts"]]
            count = sum(1 if isinstance(each, str) else len(each) for each in subjects)
            self.assertEqual(each["library"], written["library"])
            self.assertEqual(each["about"], written.get("about", ""))
            self.assertEqual(each["facts"], count, each["library"])
            self.assertTrue(each["shipped"])

    def test_text(self) -> None:
        lines = self.models("list").stdout.splitlines()
        self.assertEqual(len(lines), len(self.shipped()))
        std = next(line for line in lines if line.startswith("std "))
        self.assertRegex(std, r"^std +\d+  \S")

    def test_the_users_own(self) -> None:
        self.write_model("shop.json", SHOP)
        for arguments in (["--models", "shop.json"],
                          ["--config={CheckOptions: {async.Models: shop.json}}"]):
            last = self.models("list", *arguments).stdout.splitlines()[-1]
            self.assertRegex(last, r"^shop +3  \[shop.json\] What the shop's database does.$")
        self.write(".clang-tidy", "CheckOptions: {async.Models: shop.json}\n")
        self.assertIn("[shop.json]", self.models("list").stdout)

    def test_a_mistake_leaves_the_others(self) -> None:
        self.write_model("bad.json", "{")
        self.write_model("shop.json", SHOP)
        done = self.models("list", "--models=bad.json;shop.json", expect=2)
        self.assertIn("[shop.json]", done.stdout)
        self.assertNotIn("bad.json", done.stdout)
        self.assertRegex(done.stderr, "^asynctidy: error: invalid model: bad.json: not JSON at line")

    def test_wrong_usage(self) -> None:
        self.rejected("list", "std", says="'asynctidy models show NAME' shows one")
        self.rejected("list", "--format=xml", says="choose text or json")
        self.rejected("lst", says="unknown command 'models lst'; did you mean 'list'?")
        self.rejected("frobnicate", says="'asynctidy models --help' lists the commands")
        self.rejected(says="wants list, show, check or infer")

    def test_help(self) -> None:
        text = self.models("--help").stdout
        self.assertTrue(text.startswith("usage: asynctidy models list"))
        self.assertIn("exit codes:", text)
        self.assertTrue(all(len(line) <= 100 for line in text.splitlines()))


class Show(ModelsTest):
    def test_a_function(self) -> None:
        text = self.models("show", "std::this_thread::sleep_for").stdout
        self.assertRegex(text.splitlines()[0], "^<shipped>/std.json: /facts/\\d+: "
                                               "std::this_thread::sleep_for, function: \\S")
        self.assertRegex(text, r"\n  blocks +sleep\n")

    def test_all_spellings(self) -> None:
        once = self.models("show", "boost::asio::io_context").stdout
        for name in ("::boost::asio::io_context", "boost::asio::io_context<int>"):
            self.assertEqual(self.models("show", name).stdout, once)
        self.assertEqual(self.models("show", "asio::io_context").stdout,
                         once.replace("boost::asio", "asio"))

    def test_the_strongest_comes_first(self) -> None:
        self.write_model("shop.json", SHOP)
        self.write_model("more.json", model(
            {"function": "shop::Database::query", "blocks": "http", "hops": True, "why": "REST"}))
        text = self.models("show", "shop::Database::query", "--models=shop.json;more.json").stdout
        self.assertEqual(text, (
            "more.json: /facts/0: shop::Database::query, function: REST\n"
            "  blocks       http\n"
            "  hops         yes\n"
            "shop.json: /facts/0: shop::Database::query, function: waits for the server's answer\n"
            "  blocks       database (overridden by more.json: /facts/0/blocks)\n"
            "  proof        shop/db.h: calls poll()\n"))

    def test_what_contradicts_overrides(self) -> None:
        self.write_model("a.json", model({"function": "f", "blocks": "file", "why": "reads"},
                                         {"function": "g", "loop-bound": True, "why": "reads"}))
        self.write_model("b.json", model({"function": "f", "nonblocking": True, "why": "cached"},
                                         {"function": "g", "thread-safe": True, "why": "locks"}))
        show = lambda name: self.models("show", name, "--models=a.json;b.json").stdout
        self.assertIn("blocks       file (overridden by b.json: /facts/0/nonblocking)", show("f"))
        self.assertIn("loop-bound   yes (overridden by b.json: /facts/1/thread-safe)", show("g"))

    def test_json(self) -> None:
        self.write_model("shop.json", SHOP)
        shown = json.loads(self.models("show", "shop::Job", "--models=shop.json",
                                       "--format=json").stdout)
        self.assertEqual(shown["name"], "shop::Job")
        self.assertEqual(shown["types"], [])
        statement = {"kind": "type", "why": "started work", "model": "shop.json", "shipped": False}
        self.assertEqual(shown["statements"], [
            {**statement, "property": "dropped", "value": "detaches",
             "pointer": "/facts/1/dropped"},
            {**statement, "property": "role", "value": "task", "pointer": "/facts/1/role"}])

    def test_a_library(self) -> None:
        self.write_model("shop.json", SHOP)
        text = self.models("show", "shop", "--models=shop.json").stdout
        self.assertEqual(text, (
            "shop (shop.json)\n"
            "  What the shop's database does.\n"
            "  namespaces: shop\n"
            "  instead of database: co_await shop::query(...)\n"
            "  shop::Database::query   blocks database\n"
            "  shop::Database::commit  blocks database\n"
            "  shop::Job               role task, dropped detaches\n"))
        shown = json.loads(self.models("show", "shop", "--models=shop.json",
                                       "--format=json").stdout)
        self.assertEqual(shown["library"], "shop")
        self.assertEqual([each["name"] for each in shown["names"]],
                         ["shop::Database::query", "shop::Database::commit", "shop::Job"])

    def test_unknown(self) -> None:
        self.rejected("show", "std::this_thread::slep_for",
                      says="no model has the name 'std::this_thread::slep_for'; did you mean "
                           "'std::this_thread::sleep_for'?")
        self.rejected("show", "sleep_for", says="'std::this_thread::sleep_for'?")
        self.rejected("show", "zzzzzzzzzzzz", says="'asynctidy models list' shows the libraries")
        self.rejected("show", says="wants a name")
        self.rejected("show", "std", "a.cpp", "b.cpp", says="wants a name")
        self.rejected("show", "std", "--", "-std=c++20", says="need the file that they are for")
        self.write("use.cpp", "")
        self.rejected("show", "nowhere::T", "use.cpp", "--",
                      says="no model and no declaration in the file has the name 'nowhere::T'")

    def test_what_the_code_says(self) -> None:
        self.write_model("shop.json", SHOP)
        self.write("use.cpp", """\
            namespace shop {
            struct Database {
              [[clang::annotate("asynctidy::nonblocking")]] void query();
            };
            struct [[clang::annotate("asynctidy::value")]] Job {};
            }
            """)
        show = lambda name: self.models("show", name, "use.cpp", "--models=shop.json", "--").stdout
        self.assertTrue(show("shop::Database::query").startswith(
            "use.cpp:3:66: shop::Database::query: asynctidy::nonblocking\nshop.json: /facts/0: "))
        self.assertTrue(show("shop::Job").startswith(
            "use.cpp:5:60: shop::Job: no asynchronous work\n"
            "  role        value      [[clang::annotate(\"asynctidy::value\")]] in the code\n"))
        self.assertIn("\n  dropped     detaches   started work [shop.json: /facts/1/dropped]\n",
                      show("shop::Job"))


class Check(ModelsTest):
    def test_fine(self) -> None:
        self.write_model("shop.json", SHOP)
        done = self.models("check", "shop.json")
        self.assertEqual((done.stdout, done.stderr), ("", "asynctidy: 0 mistakes in 1 model\n"))

    def test_every_mistake_in_every_model(self) -> None:
        self.write_model("shop.json", SHOP)
        self.write_model("a.json", model({"function": "f", "blocks": "slep", "why": ""}))
        self.write_model("b.json", {"schema": 2, "library": "b", "facts": []})
        done = self.models("check", "a.json", "shop.json", "b.json", expect=1)
        self.assertEqual([line.split(": ")[:2] for line in done.stdout.splitlines()],
                         [["a.json", "/facts/0/blocks"], ["a.json", "/facts/0/why"],
                          ["b.json", "/schema"]])
        self.assertIn('found "slep"; did you mean "sleep"?', done.stdout)
        self.assertEqual(done.stderr, "asynctidy: 3 mistakes in 3 models\n")

    def test_contradictions_within_a_model(self) -> None:
        self.write_model("a.json", model(
            {"function": "f", "blocks": "file", "why": "x"},
            {"function": ["g", "f"], "nonblocking": True, "why": "x"},
            {"function": "f", "blocks": "file", "why": "x"},
            {"type": ["T", "T"], "role": "task", "why": "x"}))
        done = self.models("check", "a.json", expect=1)
        self.assertEqual(done.stdout.splitlines(), [
            'a.json: /facts/1/nonblocking: contradicts "blocks" of "f" at /facts/0',
            'a.json: /facts/2/blocks: already stated for "f" at /facts/0',
            'a.json: /facts/3/type: names "T" twice'])

    def test_contradicting_models(self) -> None:
        self.write_model("a.json", model({"function": "f", "blocks": "file", "why": "x"}))
        self.write_model("b.json", model({"function": "f", "blocks": "dns", "why": "x"},
                                         {"function": "sleep", "blocks": "other", "why": "x"}))
        done = self.models("check", "a.json", "b.json")
        self.assertEqual(done.stdout, "b.json: /facts/0/blocks: note: overrides \"blocks\" of 'f' "
                                      "at a.json: /facts/0/blocks\n")
        self.write_model("b.json", model({"function": "f", "blocks": "file", "why": "y"}))
        self.assertEqual(self.models("check", "a.json", "b.json").stdout, "")

    def test_namespaces_in_each_other(self) -> None:
        for names, says in ((["a", "a::b"], '"a::b" and "a" (/namespaces/0) lie in each other'),
                            (["a::b", "a"], '"a" and "a::b" (/namespaces/0) lie in each other'),
                            (["a", "b", "a"], '"a" stands at /namespaces/0 already')):
            self.write_model("a.json", model(namespaces=names))
            self.assertIn(says, self.models("check", "a.json", expect=1).stdout)
        # Two libraries that each take the other's names for their own.
        self.write_model("a.json", model({"function": "a::f", "blocks": "file", "why": "x"},
                                         namespaces=["a", "b"]))
        self.write_model("b.json", model({"function": "b::f", "blocks": "dns", "why": "x"},
                                         namespaces=["b", "a"]))
        self.assertEqual(
            [line.split("'")[1] for line in
             self.models("check", "a.json", "b.json").stdout.splitlines()], ["a::f", "b::f"])

    def test_wrong_usage(self) -> None:
        self.rejected("check", says="wants at least one model")
        self.rejected("check", "nowhere.json", says="cannot read the model 'nowhere.json': No such")
        self.write_model("shop.json", SHOP)
        self.rejected("check", "shop.json", "--format=json", says="prints text only")


class VerifyModels(ModelsTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("shop.h", """\
            #pragma once
            namespace shop {
            inline namespace v1 { struct Job {}; }
            struct Connection { void query(); };
            struct Database : Connection { Database(); void commit(); bool operator==(int); };
            template <class T> struct basic_stream { template <class U> void read(U); };
            using stream = basic_stream<char>;
            namespace { void hidden(); }
            }
            extern "C" int shop_wait(int);
            """)
        self.write("use.cpp", '#include "shop.h"\n')
        self.write("other.cpp", "namespace shop { void elsewhere(); }\n")
        self.database("use.cpp", "other.cpp")

    def notes(self, *facts: dict, arguments: "tuple[str, ...]" = (), **more: object) -> "list[str]":
        self.write_model("shop.json", model(*facts, **more))
        done = self.models("check", "shop.json", "--verify-models", *arguments)
        return done.stdout.splitlines()

    def test_what_is_declared(self) -> None:
        self.assertEqual(self.notes(
            {"type": ["shop::Job", "shop::basic_stream"], "role": "task", "why": "x"},
            {"function": ["shop::Connection::query", "shop::Database::Database", "shop::hidden",
                          "shop::Database::operator==", "shop::basic_stream::read",
                          "shop::elsewhere", "boost::shop::Database::commit"],
             "hops": True, "why": "x"}, namespaces=["boost::shop", "shop"]), [])
        self.assertEqual(self.notes({"function": "shop_wait", "blocks": "other", "why": "x"},
                                    language="c"), [])

    def test_what_is_not(self) -> None:
        self.assertEqual(self.notes(
            {"function": ["shop::Database::commit", "shop::Databse::commit"], "hops": True,
             "why": "x"},
            {"type": "shop::commit", "role": "task", "why": "x"}),
            ["shop.json: /facts/0/function/1: note: no function 'shop::Databse::commit' is declared "
             "in 2 translation units",
             "shop.json: /facts/1/type: note: no type 'shop::commit' is declared in 2 translation "
             "units"])
        self.assertEqual(self.notes({"function": "hidden", "blocks": "other", "why": "x"},
                                    language="c"),
                         ["shop.json: /facts/0/function: note: no C function 'hidden' is declared "
                          "in 2 translation units"])

    def test_hints(self) -> None:
        self.assertEqual(
            [line.split("; ")[1] for line in self.notes(
                {"type": "shop::stream", "role": "task", "why": "x"},
                {"function": "shop::Database::query", "hops": True, "why": "x"})],
            ["it is a name for 'shop::basic_stream'",
             "its class inherits it: name 'shop::Connection::query'"])

    def test_where_to_look(self) -> None:
        fact = {"function": "shop::elsewhere", "hops": True, "why": "x"}
        self.assertEqual(len(self.notes(fact, arguments=("use.cpp",))), 1)
        self.assertEqual(self.notes(fact, arguments=("other.cpp",)), [])
        self.assertEqual(self.notes(fact, arguments=("other.cpp", "--", "-std=c++20")), [])

    def test_files_that_cannot_be_parsed(self) -> None:
        self.write("other.cpp", "int x = ;\n")
        self.write_model("shop.json", model({"type": "shop::Job", "role": "task", "why": "x"}))
        done = self.models("check", "shop.json", "--verify-models", expect=3)
        self.assertIn("other.cpp could not be parsed: other.cpp:1:9: expected expression",
                      done.stderr)

    def test_with_the_checks(self) -> None:
        self.write_model("shop.json", model({"type": ["shop::Job", "shop::Jb"], "role": "task",
                                             "why": "x"}))
        self.write(".clang-tidy", "CheckOptions: {async.Models: shop.json}\n")
        done = self.check("--verify-models", expect=0)
        self.assertEqual(done.stderr.splitlines(), [
            "asynctidy: 0 findings; looked at 2 translation units",
            "shop.json: /facts/0/type/1: note: no type 'shop::Jb' is declared in 2 translation "
            "units"])
        self.assertNotIn("note", self.check(expect=0).stderr)


if __name__ == "__main__":
    unittest.main()
