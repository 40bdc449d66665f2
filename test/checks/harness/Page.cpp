// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Page.h"

#include "harness/TidyRun.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FormatVariadic.h>
#include <llvm/Support/Path.h>

#include <array>

namespace asynctidy::test {
namespace {

constexpr std::array<llvm::StringLiteral, 6> sections{"Example", "Why",       "How it decides",
                                                      "Options", "Silencing", "See also"};

/// Examples are analysed as if they were here.
constexpr llvm::StringLiteral folder = "/";
constexpr llvm::StringLiteral exampleName = "example.cpp";

class PageParser {
public:
  explicit PageParser(Page &page) : page_(page) {}

  void run(llvm::StringRef text) {
    llvm::SmallVector<llvm::StringRef> lines;
    text.split(lines, '\n');
    for (unsigned i = 0; i < lines.size(); ++i)
      take(lines[i], i + 1);
    if (inBlock_)
      problem(page_.blocks.back().line, "the block is not closed");
    for (llvm::StringRef missing : llvm::drop_begin(sections, headings_))
      page_.problems.push_back(llvm::formatv("the section '## {0}' is missing", missing));
    if (title_ && !summary_)
      page_.problems.push_back("the title is not followed by a sentence");
    if (!title_)
      page_.problems.push_back("the title is missing");
    if (page_.blocks.size() < 2 || !isExample(0, "cpp") || !isExample(1, "text"))
      page_.problems.push_back("'## Example' starts with a 'cpp' block and a 'text' block of what "
                               "clang-tidy prints for it");
    else if (page_.blocks.size() < 3 || !isExample(2, "cpp"))
      page_.problems.push_back("'## Example' lacks a second 'cpp' block, without the mistake");
  }

private:
  void take(llvm::StringRef line, unsigned number) {
    llvm::StringRef fence = line;
    if (fence.consume_front("```")) {
      if (!inBlock_)
        open(fence.trim(), number);
      inBlock_ = !inBlock_;
      return;
    }
    if (inBlock_) {
      page_.blocks.back().text += (line + "\n").str();
      return;
    }
    if (line.starts_with("# "))
      return title(line.drop_front(2), number);
    if (line.consume_front("## "))
      return heading(line.trim(), number);
    if (!line.trim().empty() && title_ && headings_ == 0)
      summary_ = true;
  }

  void open(llvm::StringRef language, unsigned number) {
    page_.blocks.push_back({number, section_, language.str(), ""});
    if (language.empty())
      problem(number, "the block's language is missing");
    else if (language.starts_with("cpp") && language != "cpp")
      problem(number, "C++ blocks are 'cpp': all of them are compiled");
    else if (language == "c++" || language == "cxx" || language == "C++")
      problem(number, "C++ blocks are 'cpp'");
  }

  void title(llvm::StringRef text, unsigned number) {
    title_ = true;
    if (text.trim() != "async-" + page_.check)
      problem(number, llvm::formatv("the title is not '# async-{0}'", page_.check));
  }

  void heading(llvm::StringRef name, unsigned number) {
    section_ = name.str();
    if (headings_ < sections.size() && name == sections[headings_]) {
      ++headings_;
      return;
    }
    problem(number, llvm::formatv("'## {0}' is not the next section: {1}", name,
                                  llvm::join(sections, ", ")));
  }

  bool isExample(unsigned index, llvm::StringRef language) const {
    const Block &block = page_.blocks[index];
    return block.section == "Example" && block.language == language;
  }

  void problem(unsigned line, const std::string &text) {
    page_.problems.push_back(llvm::formatv("line {0}: {1}", line, text));
  }

  Page &page_;
  std::string section_;
  bool inBlock_ = false;
  bool title_ = false;
  bool summary_ = false;
  unsigned headings_ = 0;
};

/// What clang-tidy prints for \p block, the file's name without its folder.
std::string outputOf(const Page &page, const Block &block) {
  std::string path = (folder + exampleName).str();
  Setup setup{"-*,async-*,async-" + page.check, {}, {}};
  std::string output = TidyRun(path, block.text, setup).output();
  for (size_t at = 0; (at = output.find(path, at)) != std::string::npos;)
    output.erase(at, folder.size());
  return output;
}

std::string withoutTrailingBlanks(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef> lines;
  text.split(lines, '\n');
  for (llvm::StringRef &line : lines)
    line = line.rtrim();
  return llvm::join(lines, "\n");
}

} // namespace

Page parsePage(std::string path, llvm::StringRef text) {
  Page page{std::move(path), "", {}, {}};
  page.check = llvm::sys::path::stem(page.path).str();
  PageParser(page).run(text);
  return page;
}

std::string check(const Page &page) {
  std::string failure;
  for (const std::string &problem : page.problems)
    failure += problem + "\n";
  if (!failure.empty())
    return failure;
  const Block &bad = page.blocks[0];
  const Block &expected = page.blocks[1];
  if (std::string found = outputOf(page, bad); found != withoutTrailingBlanks(expected.text))
    failure +=
        llvm::formatv("line {0}: for the block above, clang-tidy prints\n\n{1}\nnot\n\n{2}\n",
                      expected.line, found, expected.text);
  for (const Block &block : llvm::drop_begin(page.blocks))
    if (block.language == "cpp")
      if (std::string found = outputOf(page, block); !found.empty())
        failure += llvm::formatv("line {0}: the block is not clean:\n\n{1}\n", block.line, found);
  return failure;
}

} // namespace asynctidy::test
