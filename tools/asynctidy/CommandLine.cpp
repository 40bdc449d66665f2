// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/CommandLine.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::driver {
namespace {

bool isOptional(const OptionSpec &option) { return option.value.starts_with("["); }

const OptionSpec *find(llvm::ArrayRef<OptionSpec> options, llvm::StringRef name) {
  for (const OptionSpec &option : options)
    if (option.name == name)
      return &option;
  return nullptr;
}

const OptionSpec *findLetter(llvm::ArrayRef<OptionSpec> options, char letter) {
  for (const OptionSpec &option : options)
    if (option.letter != 0 && option.letter == letter)
      return &option;
  return nullptr;
}

llvm::Error unknown(llvm::StringRef argument, llvm::StringRef name,
                    llvm::ArrayRef<OptionSpec> options) {
  std::vector<std::string> known;
  for (const OptionSpec &option : options)
    if (!option.help.empty())
      known.push_back("--" + option.name.str());
  std::string hint = didYouMean("--" + name.str(), known);
  return usageError("unknown option '" + argument + "'" +
                    (hint.empty() ? "; --help lists the options" : hint));
}

} // namespace

llvm::Error usageError(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

std::string didYouMean(llvm::StringRef word, llvm::ArrayRef<std::string> known) {
  unsigned best = std::max<unsigned>(2, word.size() / 3) + 1;
  llvm::StringRef nearest;
  for (const std::string &candidate : known) {
    unsigned distance = word.edit_distance_insensitive(candidate, true, best);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest.empty() ? "" : "; did you mean '" + nearest.str() + "'?";
}

llvm::Expected<Arguments> parseArguments(llvm::ArrayRef<const char *> arguments,
                                         llvm::ArrayRef<OptionSpec> options) {
  Arguments result;
  for (size_t i = 0; i < arguments.size(); ++i) {
    llvm::StringRef argument = arguments[i];
    if (argument == "--") {
      auto rest = arguments.drop_front(i + 1);
      result.afterDashes.emplace(rest.begin(), rest.end());
      break;
    }
    if (!argument.starts_with("-") || argument == "-") {
      result.positional.push_back(argument.str());
      continue;
    }
    bool isShort = !argument.starts_with("--");
    llvm::StringRef text = argument.drop_front(isShort ? 1 : 2);
    auto [name, value] = text.split('=');
    bool hasValue = text.contains('=');
    const OptionSpec *option = find(options, name);
    if (!option && isShort && (option = findLetter(options, text.front()))) {
      // "-j4", "-j=4", "-j 4"; a flag's letter stands alone.
      value = text.drop_front();
      hasValue = !value.empty();
      value.consume_front("=");
      if (hasValue && option->value.empty())
        option = nullptr;
    }
    if (!option)
      return unknown(argument, name, options);

    if (option->value.empty() && hasValue)
      return usageError("option '--" + option->name + "' takes no value");
    if (!option->value.empty() && !hasValue && !isOptional(*option)) {
      if (i + 1 == arguments.size())
        return usageError("option '--" + option->name + "' needs a value: " + option->value);
      value = arguments[++i];
    }
    if (llvm::Error error = option->apply(value))
      return usageError("option '--" + option->name + "': " + llvm::toString(std::move(error)));
  }
  return result;
}

void describe(llvm::ArrayRef<OptionSpec> options, llvm::raw_ostream &stream) {
  constexpr size_t indent = 26;
  for (const OptionSpec &option : options) {
    if (option.help.empty())
      continue;
    std::string line = option.letter ? std::string("  -") + option.letter + ", " : "      ";
    line += "--" + option.name.str();
    if (!option.value.empty())
      line +=
          isOptional(option) ? "[=" + option.value.drop_front().str() : "=" + option.value.str();
    llvm::StringRef rest = option.help;
    if (line.size() + 2 > indent) {
      stream << line << '\n';
      line.clear();
    }
    while (!rest.empty()) {
      auto [first, others] = rest.split('\n');
      stream << llvm::left_justify(line, indent) << first << '\n';
      line.clear();
      rest = others;
    }
  }
}

std::function<llvm::Error(llvm::StringRef)> set(bool &flag, bool value) {
  return [&flag, value](llvm::StringRef) {
    flag = value;
    return llvm::Error::success();
  };
}

std::function<llvm::Error(llvm::StringRef)> store(std::string &place) {
  return [&place](llvm::StringRef value) {
    place = value.str();
    return llvm::Error::success();
  };
}

std::function<llvm::Error(llvm::StringRef)> store(std::optional<std::string> &place) {
  return [&place](llvm::StringRef value) {
    place = value.str();
    return llvm::Error::success();
  };
}

std::function<llvm::Error(llvm::StringRef)> append(std::vector<std::string> &list) {
  return [&list](llvm::StringRef value) {
    list.push_back(value.str());
    return llvm::Error::success();
  };
}

} // namespace asynctidy::driver
