// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Loader.h"

#include "model/Embedded.h"
#include "model/Fields.h"

#include <gtest/gtest.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::model {
namespace {

/// The messages that \p json gets as "my.json", one a line.
std::string errors(llvm::StringRef json) {
  Store store;
  std::vector<LoadError> errors;
  Loader(store).add(json, "my.json", errors);
  std::string text;
  for (const LoadError &error : errors)
    text += error.message() + "\n";
  return text;
}

/// A model with \p facts.
std::string model(llvm::StringRef facts) {
  return (R"({"schema": 1, "library": "my", "facts": [)" + facts + "]}").str();
}

struct Mistake {
  const char *name;
  std::string json;
  std::string message;
};

/// "one of \"a\", \"b\"", as errors enumerate \p words.
std::string oneOf(std::vector<llvm::StringRef> words) {
  return "one of \"" + llvm::join(words, "\", \"") + "\"";
}

/// The properties of an entry whose subject is under \p kind.
template <class T> std::string propertyOf(llvm::StringRef kind, llvm::ArrayRef<Field<T>> fields) {
  std::vector<llvm::StringRef> words{kind};
  for (const Field<T> &field : fields)
    words.push_back(field.key);
  return oneOf(words);
}

std::string roles() {
  std::vector<llvm::StringRef> words;
  for (const Enumerator<Role> &role : enumerators<Role>())
    words.push_back(role.name);
  return oneOf(words);
}

void PrintTo(const Mistake &mistake, std::ostream *stream) { *stream << mistake.json; }

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreToldPrecisely) {
  EXPECT_EQ(errors(GetParam().json), std::string("my.json: ") + GetParam().message + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Loader, Mistakes,
    testing::Values(
        Mistake{"Syntax", "{\"schema\": 1,\n  \"library\" \"my\"}",
                "not JSON at line 2, column 13: Expected : after object key"},
        Mistake{"NoObject", "[]", "expected an object, found an empty array"},
        Mistake{"Version", R"({"schema": 2, "whatever": {}})",
                "/schema: expected 1, the only version of the model format that this asynctidy "
                "understands, found 2"},
        Mistake{"VersionMissing", R"({"library": "my", "facts": []})",
                "expected a member \"schema\", found none"},
        Mistake{"UnknownKey", R"({"schema": 1, "library": "my", "facts": [], "fcts": 1})",
                "/fcts: unknown property; expected one of \"$schema\", \"schema\", \"library\", "
                "\"about\", \"language\", \"namespaces\", \"replacements\", \"facts\"; did you "
                "mean \"facts\"?"},
        Mistake{"RepeatedKey", R"({"schema": 1, "library": "a", "facts": [], "library": "b"})",
                "/library: appears twice in the same object"},
        Mistake{"Namespace", R"({"schema": 1, "library": "a", "facts": [], "namespaces": ["a::"]})",
                "/namespaces/0: expected the qualified name of a namespace, found \"a::\""},
        Mistake{"Language", R"({"schema": 1, "library": "a", "facts": [], "language": "C"})",
                "/language: expected one of \"c++\", \"c\", found \"C\"; did you mean \"c\"?"},
        Mistake{"ReplacementCategory",
                R"({"schema": 1, "library": "a", "facts": [],
                    "replacements": [{"for": ["sleep", "fille"], "use": "x"}]})",
                "/replacements/0/for/1: expected one of \"any\", \"sleep\", \"file\", \"dns\", "
                "\"socket\", \"process\", \"input\", \"database\", \"http\", \"lock\", "
                "\"condition\", \"queue\", \"other\", found \"fille\"; did you mean \"file\"?"},
        Mistake{"ReplacementUse",
                R"({"schema": 1, "library": "a", "facts": [], "replacements": [{"for": "any"}]})",
                "/replacements/0: expected a member \"use\", found none"},
        Mistake{"FactsNoArray", R"({"schema": 1, "library": "a", "facts": {}})",
                "/facts: expected an array, found an empty object"},
        Mistake{"FactNoObject", model("3"), "/facts/0: expected an object, found 3"},
        Mistake{"NoSubject", model(R"({"blocks": "sleep", "why": "x"})"),
                "/facts/0: expected a \"function\" or a \"type\", found neither"},
        Mistake{"TwoSubjects", model(R"({"function": "f", "type": "T", "why": "x"})"),
                "/facts/0: expected either a \"function\" or a \"type\", found both"},
        Mistake{"NoWhy", model(R"({"function": "f", "blocks": "sleep"})"),
                "/facts/0: expected a member \"why\", found none"},
        Mistake{"EmptyWhy", model(R"({"function": "f", "blocks": "sleep", "why": " "})"),
                "/facts/0/why: expected a text that is not empty, found \" \""},
        Mistake{"NoFact", model(R"({"type": "T", "why": "x", "proof": "x.h: y"})"),
                "/facts/0: expected a property besides \"why\" and \"proof\": the entry states no "
                "fact"},
        Mistake{"Enumerator", model(R"({"function": "f", "waits": "lop", "why": "x"})"),
                "/facts/0/waits: expected one of \"result\", \"thread\", \"loop\", found "
                "\"lop\"; did you mean \"loop\"?"},
        Mistake{"EnumeratorFar", model(R"({"function": "f", "waits": "database", "why": "x"})"),
                "/facts/0/waits: expected one of \"result\", \"thread\", \"loop\", found "
                "\"database\""},
        Mistake{"EnumeratorNoText", model(R"({"type": "T", "start": true, "why": "x"})"),
                "/facts/0/start: expected one of \"lazy\", \"eager\", found true"},
        Mistake{"Property",
                model(R"({"type": "T", "role": "task", "droped": "leaks", "why": "x"})"),
                "/facts/0/droped: unknown property; expected " + propertyOf("type", typeFields()) +
                    "; did you mean \"dropped\"?"},
        Mistake{"Boolean", model(R"({"function": "f", "hops": "yes", "why": "x"})"),
                "/facts/0/hops: expected true or false, found \"yes\""},
        Mistake{
            "Index", model(R"({"function": "f", "timeout": -1, "why": "x"})"),
            "/facts/0/timeout: expected the index of an argument, from 0, or \"last\", found -1"},
        Mistake{"Argument",
                model(R"({"function": "f", "callables": [{"argument": "all"}], "why": "x"})"),
                "/facts/0/callables/0/argument: expected the index of an argument, from 0, "
                "\"any\" or \"object\", found \"all\""},
        Mistake{"Executor",
                model(R"({"function": "f", "callables": [{"argument": 0, "executor": null}],
                          "why": "x"})"),
                "/facts/0/callables/0/executor: expected the index of an argument, from 0, or "
                "\"object\", found null"},
        Mistake{"SubjectWithArguments", model(R"({"type": "my::Task<int>", "role": "task",
                                                  "why": "x"})"),
                "/facts/0/type: expected the qualified name of a type without a leading \"::\", "
                "template arguments and parameters, found \"my::Task<int>\""},
        Mistake{"SubjectList", model(R"({"function": [], "hops": true, "why": "x"})"),
                "/facts/0/function: expected a text or an array of texts, found an empty array"},
        Mistake{"SubjectElement", model(R"({"function": ["f", 2], "hops": true, "why": "x"})"),
                "/facts/0/function/1: expected a text that is not empty, found 2"},
        Mistake{"StatedTwice", model(R"({"function": ["f", "g"], "blocks": "dns", "why": "x"},
                                        {"function": "g", "blocks": "dns", "hops": true,
                                         "why": "y"})"),
                "/facts/1/blocks: already stated for \"g\" at /facts/0"},
        Mistake{"StatedThroughNamespaces",
                R"({"schema": 1, "library": "my", "namespaces": ["a", "x::a"], "facts": [
                    {"function": "a::f", "blocks": "dns", "why": "x"},
                    {"function": "x::a::f", "blocks": "file", "why": "y"}]})",
                "/facts/1/blocks: already stated for \"x::a::f\" at /facts/0"},
        Mistake{"NamedTwice", model(R"({"function": ["f", "f"], "hops": true, "why": "x"})"),
                "/facts/0/function: names \"f\" twice"},
        Mistake{"Contradiction", model(R"({"function": "f", "waits": "result", "why": "x"},
                                          {"function": "f", "nonblocking": true, "why": "y"})"),
                "/facts/1/nonblocking: contradicts \"waits\" of \"f\" at /facts/0"},
        Mistake{"DoneAndPending",
                model(R"({"function": "f", "done": true, "pending": true, "why": "x"})"),
                "/facts/0/done: contradicts \"pending\" of \"f\" at /facts/0"},
        Mistake{"ContradictionInOneEntry",
                model(R"({"function": "f", "loop-bound": true, "thread-safe": true,
                          "why": "x"})"),
                "/facts/0/thread-safe: contradicts \"loop-bound\" of \"f\" at /facts/0"},
        Mistake{"NamespaceTwice",
                R"({"schema": 1, "library": "a", "facts": [], "namespaces": ["a", "b", "a"]})",
                "/namespaces/2: \"a\" stands at /namespaces/0 already"},
        Mistake{"NamespaceInside",
                R"({"schema": 1, "library": "a", "facts": [], "namespaces": ["a", "a::b"]})",
                "/namespaces/1: \"a::b\" and \"a\" (/namespaces/0) lie in each other; name the "
                "outer one alone"},
        Mistake{"PointerEscapes", model(R"({"function": "f", "a/b~c": 1, "hops": true,
                                            "why": "x"})"),
                "/facts/0/a~1b~0c: unknown property; expected " +
                    propertyOf("function", functionFields())}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(Loader, ReportsEveryMistake) {
  EXPECT_EQ(errors(model(R"({"function": "f", "hops": 1, "why": ""}, {"type": "T", "role": "tsk",
                             "why": "x"})")),
            "my.json: /facts/0/hops: expected true or false, found 1\n"
            "my.json: /facts/0/why: expected a text that is not empty, found \"\"\n"
            "my.json: /facts/1/role: expected " +
                roles() +
                ", found \"tsk\"; did you mean "
                "\"task\"?\n");
}

TEST(Loader, WhatIsStatedAsFalseContradictsNothing) {
  EXPECT_EQ(errors(model(R"({"function": "f", "blocks": "file", "nonblocking": false, "why": "x"},
                            {"function": "g", "loop-bound": false, "why": "x"},
                            {"function": "g", "thread-safe": true, "why": "y"})")),
            "");
}

TEST(Loader, SameKeyInDifferentObjectsIsNoRepetition) {
  EXPECT_EQ(errors(model(R"({"function": "f", "hops": true, "why": "a \"b\" {,"},
                            {"function": "g", "hops": true, "why": "\\"})")),
            "");
}

TEST(Loader, RepeatedKeyIsFoundDeepInside) {
  EXPECT_EQ(errors(model(R"({"function": "f", "hops": true, "why": "a", "why": "b"})")),
            "my.json: /facts/0/why: appears twice in the same object\n");
}

TEST(Loader, ShippedModelsHaveNoMistakes) {
  ASSERT_FALSE(embeddedModels().empty());
  for (const EmbeddedModel &model : embeddedModels()) {
    Store store;
    std::vector<LoadError> errors;
    Loader(store).add(model.json, model.name, errors);
    for (const LoadError &error : errors)
      ADD_FAILURE() << error.message();
    EXPECT_EQ(store.libraries().empty(), false) << model.name.str();
  }
}

} // namespace
} // namespace asynctidy::model
