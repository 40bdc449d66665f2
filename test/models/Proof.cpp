// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Proof.h"

#include "harness/Catalog.h"
#include "harness/ModelFixtures.h"
#include "tidy/Session.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::test {
namespace {

bool isPartOfName(char c) { return llvm::isAlnum(c) || c == '_'; }

/// The fixtures that were written for \p library.
std::vector<Witness> ownWitnesses(llvm::StringRef library) {
  std::vector<Witness> witnesses;
  for (const ModelEntry &entry : modelFixtures())
    if (entry.library == library)
      witnesses.emplace_back(entry.path, readFile(entry.path),
                             [entry] { return parseFixture(entry); });
  for (const SharedEntry &entry : sharedFixtures())
    if (entry.library == library)
      witnesses.emplace_back(entry.adaptor,
                             parseFixture(entry).source.text() + readFile(entry.adaptor),
                             [entry] { return parseFixture(entry); });
  return witnesses;
}

std::vector<Witness> witnessesOfChecks() {
  std::vector<Witness> witnesses;
  for (const Entry &entry : fixtures()) {
    std::string text = readFile(entry.path);
    Fixture fixture = parseFixture(entry.path, text);
    bool hasModels = llvm::any_of(fixture.options, [](const auto &option) {
      return option.first == tidy::SharedOptions::modelsKey;
    });
    if (!hasModels && !fixture.errorsAllowed)
      witnesses.emplace_back(entry.path, text, [fixture] { return fixture; });
  }
  return witnesses;
}

/// The outermost namespace of \p model's names; empty where they have none.
std::string firstNamespace(llvm::StringRef model) {
  for (const ShippedModel &shipped : shippedModels())
    if (shipped.name == model && !shipped.document.namespaces.empty())
      return llvm::StringRef(shipped.document.namespaces.front()).split("::").first.str();
  return "";
}

/// Takes the claims that fixtures need away, one fixture at a time.
class Prover {
public:
  explicit Prover(std::vector<Claim> claims) : claims_(std::move(claims)) {}

  /// Tries \p witness on the claims that \p wanted is true for.
  void tryOn(Witness &witness, llvm::function_ref<bool(const Claim &)> wanted) {
    if (llvm::none_of(claims_, wanted))
      return;
    if (std::string problem = witness.problem(); !problem.empty()) {
      problems_ += witness.path() + ":\n" + problem + "\n";
      return;
    }
    llvm::erase_if(claims_, [&](const Claim &claim) {
      return wanted(claim) && witness.failsWith(claim.without());
    });
  }

  Verdict verdict() const {
    Verdict verdict{{}, problems_};
    for (const Claim &claim : claims_)
      verdict.unproven.push_back(claim.text);
    return verdict;
  }

private:
  std::vector<Claim> claims_;
  std::string problems_;
};

} // namespace

bool Witness::mentions(llvm::StringRef word) const {
  for (std::size_t at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if ((at == 0 || !isPartOfName(text_[at - 1])) &&
        (end == text_.size() || !isPartOfName(text_[end])))
      return true;
  }
  return false;
}

ParsedFixture &Witness::parsed() {
  if (!parsed_)
    parsed_ = std::make_unique<ParsedFixture>(read_());
  return *parsed_;
}

std::string Witness::problem() { return parsed().check(model::Store::shipped()); }

bool Witness::failsWith(std::shared_ptr<const model::Store> store) {
  return !parsed().check(std::move(store)).empty();
}

Verdict prove(llvm::StringRef model) {
  Prover prover(claimsOf(model));
  std::vector<Witness> own = ownWitnesses(model);
  for (bool mentioned : {true, false})
    for (Witness &witness : own)
      prover.tryOn(witness,
                   [&](const Claim &claim) { return witness.mentions(claim.word) == mentioned; });
  own.clear();
  std::string space = firstNamespace(model);
  for (Witness &witness : witnessesOfChecks()) {
    if (!space.empty() && !witness.mentions(space))
      continue;
    prover.tryOn(witness, [&](const Claim &claim) { return witness.mentions(claim.word); });
    witness.forget();
  }
  return prover.verdict();
}

} // namespace asynctidy::test
