// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/SourceFiles.h"

#include <clang/Basic/LangOptions.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/STLExtras.h>

namespace asynctidy::report {
namespace {

std::vector<unsigned> lineStarts(llvm::StringRef text) {
  std::vector<unsigned> starts = {0};
  for (size_t end = text.find('\n'); end != llvm::StringRef::npos; end = text.find('\n', end + 1))
    starts.push_back(end + 1);
  return starts;
}

} // namespace

void SourceFiles::add(llvm::StringRef name, llvm::StringRef text) {
  File &file = files_[name];
  file.buffer = llvm::MemoryBuffer::getMemBufferCopy(text, name);
  file.lines = lineStarts(text);
}

const SourceFiles::File &SourceFiles::file(llvm::StringRef name) {
  auto [place, isNew] = files_.try_emplace(name);
  File &file = place->second;
  if (isNew && !name.empty()) {
    // Volatile: --fix may rewrite the file while its text is in use here.
    auto buffer = llvm::MemoryBuffer::getFile(name, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/true, /*IsVolatile=*/true);
    if (buffer) {
      file.buffer = std::move(*buffer);
      file.lines = lineStarts(file.buffer->getBuffer());
    }
  }
  return file;
}

const llvm::MemoryBuffer *SourceFiles::buffer(llvm::StringRef name) {
  return file(name).buffer.get();
}

Position SourceFiles::position(llvm::StringRef name, unsigned offset) {
  const File &where = file(name);
  if (!where.buffer || offset > where.buffer->getBufferSize())
    return {};
  auto next = llvm::upper_bound(where.lines, offset);
  unsigned start = *std::prev(next);
  return {static_cast<unsigned>(next - where.lines.begin()), offset - start + 1};
}

llvm::StringRef SourceFiles::line(llvm::StringRef name, unsigned number) {
  const File &where = file(name);
  if (number == 0 || number > where.lines.size())
    return {};
  llvm::StringRef rest = where.buffer->getBuffer().substr(where.lines[number - 1]);
  return rest.take_until([](char c) { return c == '\n'; }).rtrim('\r');
}

unsigned SourceFiles::codePointColumn(llvm::StringRef name, Position position) {
  if (position.line == 0)
    return 0;
  llvm::StringRef before = line(name, position.line).take_front(position.column - 1);
  unsigned continuations =
      llvm::count_if(before, [](unsigned char c) { return (c & 0xC0) == 0x80; });
  return position.column - continuations;
}

unsigned SourceFiles::tokenLength(llvm::StringRef name, unsigned offset) {
  const llvm::MemoryBuffer *text = buffer(name);
  if (!text || offset >= text->getBufferSize())
    return 0;
  clang::LangOptions options;
  options.CPlusPlus = options.CPlusPlus11 = options.CPlusPlus20 = true;
  clang::Lexer lexer(clang::SourceLocation(), options, text->getBufferStart(),
                     text->getBufferStart() + offset, text->getBufferEnd());
  clang::Token token;
  lexer.LexFromRawLexer(token);
  return token.is(clang::tok::eof) ? 0 : token.getLength();
}

void SourceFiles::locate(Range &range) {
  range.begin = position(range.file, range.offset);
  range.end = position(range.file, range.offset + range.length);
}

void SourceFiles::locate(Message &message) {
  for (Range &highlight : message.highlights) {
    locate(highlight);
    if (highlight.file == message.place.file && highlight.offset == message.place.offset)
      message.place.length = std::max(message.place.length, highlight.length);
  }
  for (Replacement &replacement : message.fix)
    locate(replacement.range);
  if (message.place.length == 0)
    message.place.length = tokenLength(message.place.file, message.place.offset);
  locate(message.place);
}

} // namespace asynctidy::report
