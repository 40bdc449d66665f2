// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files and directories are on a disk, or behind a network.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "../../mocks/job.h"

namespace fs = std::filesystem;

Job streams(std::filebuf &buffer) {
  std::ifstream in("a"); // expect: async-blocking-call: blocks the event loop
  std::ofstream out("b"); // expect: async-blocking-call: blocks the event loop
  std::fstream both("c"); // expect: async-blocking-call: blocks the event loop
  std::ifstream closed;
  in.open("a"); // expect: async-blocking-call: blocks the event loop
  out.open("b"); // expect: async-blocking-call: blocks the event loop
  both.open("c"); // expect: async-blocking-call: blocks the event loop
  buffer.open("d", std::ios::in); // expect: async-blocking-call: blocks the event loop
  out << 1;
  co_return;
}

Job paths(const fs::path &a, const fs::path &b) {
  (void)fs::canonical(a); // expect: async-blocking-call: 'std::filesystem::canonical' blocks
  fs::copy(a, b); // expect: async-blocking-call: 'std::filesystem::copy' blocks
  (void)fs::copy_file(a, b); // expect: async-blocking-call: 'std::filesystem::copy_file' blocks
  fs::copy_symlink(a, b); // expect: async-blocking-call: 'std::filesystem::copy_symlink' blocks
  (void)fs::create_directories(a); // expect: async-blocking-call: 'std::filesystem::create_directories' blocks
  (void)fs::create_directory(a); // expect: async-blocking-call: 'std::filesystem::create_directory' blocks
  fs::create_directory_symlink(a, b); // expect: async-blocking-call: 'std::filesystem::create_directory_symlink' blocks
  fs::create_hard_link(a, b); // expect: async-blocking-call: 'std::filesystem::create_hard_link' blocks
  fs::create_symlink(a, b); // expect: async-blocking-call: 'std::filesystem::create_symlink' blocks
  (void)fs::equivalent(a, b); // expect: async-blocking-call: 'std::filesystem::equivalent' blocks
  (void)fs::exists(a); // expect: async-blocking-call: 'std::filesystem::exists' blocks
  (void)fs::file_size(a); // expect: async-blocking-call: 'std::filesystem::file_size' blocks
  (void)fs::hard_link_count(a); // expect: async-blocking-call: 'std::filesystem::hard_link_count' blocks
  (void)fs::is_block_file(a); // expect: async-blocking-call: 'std::filesystem::is_block_file' blocks
  (void)fs::is_character_file(a); // expect: async-blocking-call: 'std::filesystem::is_character_file' blocks
  (void)fs::is_directory(a); // expect: async-blocking-call: 'std::filesystem::is_directory' blocks
  (void)fs::is_empty(a); // expect: async-blocking-call: 'std::filesystem::is_empty' blocks
  (void)fs::is_fifo(a); // expect: async-blocking-call: 'std::filesystem::is_fifo' blocks
  (void)fs::is_other(a); // expect: async-blocking-call: 'std::filesystem::is_other' blocks
  (void)fs::is_regular_file(a); // expect: async-blocking-call: 'std::filesystem::is_regular_file' blocks
  (void)fs::is_socket(a); // expect: async-blocking-call: 'std::filesystem::is_socket' blocks
  (void)fs::is_symlink(a); // expect: async-blocking-call: 'std::filesystem::is_symlink' blocks
  (void)fs::last_write_time(a); // expect: async-blocking-call: 'std::filesystem::last_write_time' blocks
  fs::permissions(a, fs::perms::owner_all); // expect: async-blocking-call: 'std::filesystem::permissions' blocks
  (void)fs::proximate(a); // expect: async-blocking-call: 'std::filesystem::proximate' blocks
  (void)fs::read_symlink(a); // expect: async-blocking-call: 'std::filesystem::read_symlink' blocks
  (void)fs::relative(a); // expect: async-blocking-call: 'std::filesystem::relative' blocks
  (void)fs::remove(a); // expect: async-blocking-call: 'std::filesystem::remove' blocks
  (void)fs::remove_all(a); // expect: async-blocking-call: 'std::filesystem::remove_all' blocks
  fs::rename(a, b); // expect: async-blocking-call: 'std::filesystem::rename' blocks
  fs::resize_file(a, 1); // expect: async-blocking-call: 'std::filesystem::resize_file' blocks
  (void)fs::space(a); // expect: async-blocking-call: 'std::filesystem::space' blocks
  (void)fs::status(a); // expect: async-blocking-call: 'std::filesystem::status' blocks
  (void)fs::symlink_status(a); // expect: async-blocking-call: 'std::filesystem::symlink_status' blocks
  (void)fs::weakly_canonical(a); // expect: async-blocking-call: 'std::filesystem::weakly_canonical' blocks
  for (auto &entry : fs::directory_iterator(a)) // expect: async-blocking-call: blocks the event loop
    (void)entry;
  for (auto &entry : fs::recursive_directory_iterator(a)) // expect: async-blocking-call: blocks the event loop
    (void)entry;
  (void)fs::directory_iterator();
  (void)a.extension();
  co_return;
}

// What has been asked is in memory.
Job known(const fs::file_status &status) {
  (void)fs::exists(status);
  (void)fs::is_directory(status);
  co_return;
}

Job typed(std::istream &other) {
  std::string line;
  char text[8];
  int n;
  std::getline(std::cin, line); // expect: async-blocking-call: blocks the event loop
  std::cin >> line; // expect: async-blocking-call: blocks the event loop
  std::cin >> n; // expect: async-blocking-call: blocks the event loop
  std::cin.get(); // expect: async-blocking-call: blocks the event loop
  std::cin.getline(text, 8); // expect: async-blocking-call: blocks the event loop
  std::cin.ignore(); // expect: async-blocking-call: blocks the event loop
  std::cin.peek(); // expect: async-blocking-call: blocks the event loop
  std::cin.read(text, 8); // expect: async-blocking-call: blocks the event loop
  std::getline(other, line);
  other >> n;
  co_return;
}
