// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/CommandLine.h"

#include <gtest/gtest.h>

namespace asynctidy::driver {
namespace {

class CommandLine : public testing::Test {
protected:
  std::string parse(std::vector<const char *> arguments) {
    auto parsed = parseArguments(arguments, options_);
    if (!parsed)
      return llvm::toString(parsed.takeError());
    arguments_ = std::move(*parsed);
    return "";
  }

  bool fix_ = false;
  std::string output_, when_ = "unset";
  std::vector<std::string> flags_;
  Arguments arguments_;
  std::vector<OptionSpec> options_ = {
      {"fix", 'x', "", "Fix", set(fix_)},
      {"output", 'o', "FILE", "Write\nthere", store(output_)},
      {"flag", 0, "FLAG", "Flag", append(flags_)},
      {"when", 0, "[WHEN]", "When", store(when_)},
      {"secret", 0, "", "", set(fix_)},
  };
};

TEST_F(CommandLine, takesValuesInEveryForm) {
  for (std::vector<const char *> arguments : {std::vector{"--output=a"},
                                              {"--output", "a"},
                                              {"-output=a"},
                                              {"-o", "a"},
                                              {"-oa"},
                                              {"-o=a"}}) {
    output_.clear();
    EXPECT_EQ(parse(arguments), "");
    EXPECT_EQ(output_, "a") << arguments.front();
  }
}

TEST_F(CommandLine, optionalValueNeedsAnEqualsSign) {
  EXPECT_EQ(parse({"--when", "a"}), "");
  EXPECT_EQ(when_, "");
  EXPECT_EQ(arguments_.positional, std::vector<std::string>{"a"});
  EXPECT_EQ(parse({"--when=b"}), "");
  EXPECT_EQ(when_, "b");
}

TEST_F(CommandLine, repeats) {
  EXPECT_EQ(parse({"--flag=a=b", "--flag", "--c"}), "");
  EXPECT_EQ(flags_, (std::vector<std::string>{"a=b", "--c"}));
}

TEST_F(CommandLine, keepsWhatFollowsTheDashes) {
  EXPECT_EQ(parse({"a", "--fix", "b", "--", "--output", "c"}), "");
  EXPECT_EQ(arguments_.positional, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(arguments_.afterDashes, (std::vector<std::string>{"--output", "c"}));
  EXPECT_EQ(parse({"-x"}), "");
  EXPECT_FALSE(arguments_.afterDashes);
}

TEST_F(CommandLine, saysWhatIsWrong) {
  EXPECT_EQ(parse({"--outptu=a"}), "unknown option '--outptu=a'; did you mean '--output'?");
  EXPECT_EQ(parse({"--secert"}), "unknown option '--secert'; --help lists the options");
  EXPECT_EQ(parse({"-xy"}), "unknown option '-xy'; --help lists the options");
  EXPECT_EQ(parse({"--output"}), "option '--output' needs a value: FILE");
  EXPECT_EQ(parse({"--fix=1"}), "option '--fix' takes no value");
}

TEST_F(CommandLine, describesWhatItShows) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  describe(options_, stream);
  EXPECT_EQ(text, "  -x, --fix               Fix\n"
                  "  -o, --output=FILE       Write\n"
                  "                          there\n"
                  "      --flag=FLAG         Flag\n"
                  "      --when[=WHEN]       When\n");
}

} // namespace
} // namespace asynctidy::driver
