// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/Paths.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace asynctidy::report {

std::string relativeTo(llvm::StringRef root, llvm::StringRef file) {
  llvm::StringRef rest = file;
  if (root.empty() || !rest.consume_front(root))
    return file.str();
  if (!path::is_separator(root.back()) && (rest.empty() || !path::is_separator(rest.front())))
    return file.str();
  return path::convert_to_slash(rest.drop_while([](char c) { return path::is_separator(c); }));
}

std::string uriOf(llvm::StringRef name) {
  static constexpr llvm::StringLiteral kept = "-._~/!$&'()*+,;=@";
  std::string uri = path::is_absolute(name) ? "file://" : "";
  llvm::StringRef digits = "0123456789ABCDEF";
  for (unsigned char c : path::convert_to_slash(name))
    if (llvm::isAlnum(c) || kept.contains(c))
      uri += c;
    else
      (uri += '%').append({digits[c >> 4], digits[c & 15]});
  return uri;
}

std::string writeAtomically(llvm::StringRef name, llvm::StringRef text) {
  llvm::SmallString<256> target(name);
  if (fs::exists(name))
    if (std::error_code error = fs::real_path(name, target))
      return error.message();
  fs::file_status status;
  bool existed = !fs::status(target, status) && fs::exists(status);
  if (existed && status.type() != fs::file_type::regular_file) {
    if (status.type() == fs::file_type::directory_file)
      return "it is a directory";
    // A device or a pipe has no content that could be half-written.
    std::error_code error;
    llvm::raw_fd_ostream stream(target, error, fs::CD_OpenExisting, fs::FA_Write, fs::OF_None);
    if (error)
      return error.message();
    stream << text;
    stream.flush();
    error = stream.error();
    stream.clear_error();
    return error ? error.message() : "";
  }
  if (existed)
    if (std::error_code error = fs::access(target, fs::AccessMode::Write))
      return error.message();

  fs::perms mode = existed ? status.permissions()
                           : fs::perms(fs::all_read | fs::all_write) & ~fs::perms(fs::getUmask());
  llvm::Expected<fs::TempFile> temporary = fs::TempFile::create(target + ".%%%%%%%%.tmp", mode);
  if (!temporary)
    return llvm::toString(temporary.takeError());
  llvm::raw_fd_ostream stream(temporary->FD, /*shouldClose=*/false);
  stream << text;
  stream.flush();
  std::error_code error = stream.error();
  stream.clear_error();
  if (!error)
    error = fs::setPermissions(temporary->FD, mode);
  if (!error) {
    if (llvm::Error failed = temporary->keep(target))
      return llvm::toString(std::move(failed));
    return "";
  }
  llvm::consumeError(temporary->discard());
  return error.message();
}

} // namespace asynctidy::report
