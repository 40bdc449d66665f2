// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Words in names, for code that no model describes and whose structure says nothing.
///
/// Models and attributes come first, then what C++ says of a type. These words are what is left:
/// the code is the user's own or a library's that nobody has modelled, its body is elsewhere, and
/// the word is all the evidence there is. They are kept here so that they can be seen at once, each
/// with the side on which it errs. Nothing else in lib/flow goes by a name, names of the standard
/// library and of its requirements (Locks.h) apart.
#pragma once

#include <clang/AST/Decl.h>

#include <string>

namespace asynctidy::flow {

/// The first word of a function's name and the others: "async_open_file" and "openFileAsync" are
/// "open" and "file". What only says that it is a coroutine does not count.
struct Name {
  std::string verb;
  std::string rest;
};
Name nameOf(const clang::FunctionDecl &function);

/// It makes usable what others use: steps that depend on it need an order. Few words, since reports
/// rest on them.
bool saysThatItOpens(const Name &name);
/// It makes unusable what others use. Few words, for the same reason; a model's `closes` says more.
bool saysThatItCloses(const Name &name);

/// Awaiting it without arguments gives its object back: whoever does so at the end of a scope means
/// to do so on every way. Few words, since reports rest on them.
bool saysThatItGivesBack(const clang::FunctionDecl &function);
/// It may have given its object back. Many words: they only keep checks silent.
bool mayGiveBack(const clang::FunctionDecl &function);
/// Before it has succeeded there may be nothing to give back. Many words: they only keep checks
/// silent.
bool mayOpen(const clang::FunctionDecl &function);

/// A class with threads of its own, which its declaration need not show: most pools hide them
/// behind a pointer. Reports rest on it.
bool saysThatItIsAThreadPool(const clang::CXXRecordDecl &record);
/// A class that owns the work which is started by its methods. This only keeps checks silent.
bool saysThatItIsAScope(const clang::CXXRecordDecl &record);
/// Awaiting the call goes on at the executor that it is given; other functions that are given one
/// may come back. Reports rest on it.
bool saysThatItMoves(const clang::FunctionDecl &callee);

/// A class that runs callables: the words of the executor and scheduler concepts, and of the thread
/// pools before them. Awaiting something that is given one may go on elsewhere: this only keeps
/// checks silent.
bool mayRunCallables(const clang::CXXRecordDecl *record);
/// Awaiting what it returns is how schedulers are awaited. This only keeps checks silent.
bool saysThatItSchedules(const clang::FunctionDecl &function);

/// A macro that makes a test fail when something does not hold, by its name: ASSERT_EQ, EXPECT_EQ,
/// QVERIFY. This only keeps checks silent.
bool saysThatItAsserts(llvm::StringRef macro);
/// The same, or one that may also stand in other code: CHECK. This only keeps checks silent.
bool saysThatItChecks(llvm::StringRef macro);
/// A macro that logs: LOG_INFO, QLOG. This only keeps checks silent.
bool saysThatItLogs(llvm::StringRef macro);
/// A macro for a part of a test, of which each run takes one: SECTION, SUBCASE. This only keeps
/// checks silent.
bool saysThatItIsASection(llvm::StringRef macro);
/// A macro or function of a test, by its name, which is given what has to throw: EXPECT_THROW,
/// assert_throws, REQUIRE_THROWS_AS; EXPECT_NO_THROW is none. This only keeps checks silent.
bool saysThatItExpectsAThrow(llvm::StringRef name);

} // namespace asynctidy::flow
