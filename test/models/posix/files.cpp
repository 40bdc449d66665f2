// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Opening, reading and asking the file system wait for the disk.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

#include "../../mocks/job.h"

Job opened(const char *a) {
  char name[] = "aXXXXXX";
  open(a, O_RDONLY); // expect: async-blocking-call: 'open' blocks
  openat(AT_FDCWD, a, O_RDONLY); // expect: async-blocking-call: 'openat' blocks
  creat(a, 0600); // expect: async-blocking-call: 'creat' blocks
  mkstemp(name); // expect: async-blocking-call: 'mkstemp' blocks
  fopen(a, "r"); // expect: async-blocking-call: 'fopen' blocks
  freopen(a, "r", stdin); // expect: async-blocking-call: 'freopen' blocks
  opendir(a); // expect: async-blocking-call: 'opendir' blocks
  co_return;
}

Job read(FILE *file, DIR *directory, char *bytes, size_t size, dirent **&entries) {
  (void)fread(bytes, 1, 8, file); // expect: async-blocking-call: 'fread' blocks
  fgetc(file); // expect: async-blocking-call: 'fgetc' blocks
  getc(file); // expect: async-blocking-call: 'getc' blocks
  (void)fgets(bytes, 8, file); // expect: async-blocking-call: 'fgets' blocks
  (void)fscanf(file, "%s", bytes); // expect: async-blocking-call: 'fscanf' blocks
  getline(&bytes, &size, file); // expect: async-blocking-call: 'getline' blocks
  getdelim(&bytes, &size, 0, file); // expect: async-blocking-call: 'getdelim' blocks
  readdir(directory); // expect: async-blocking-call: 'readdir' blocks
  scandir(".", &entries, nullptr, nullptr); // expect: async-blocking-call: 'scandir' blocks
  co_return;
}

Job seekable(int fd, char *bytes, const iovec *parts, loff_t *offset) {
  (void)pread(fd, bytes, 8, 0); // expect: async-blocking-call: 'pread' blocks
  (void)pwrite(fd, bytes, 8, 0); // expect: async-blocking-call: 'pwrite' blocks
  preadv(fd, parts, 1, 0); // expect: async-blocking-call: 'preadv' blocks
  pwritev(fd, parts, 1, 0); // expect: async-blocking-call: 'pwritev' blocks
  (void)copy_file_range(fd, offset, fd, offset, 8, 0); // expect: async-blocking-call: 'copy_file_range' blocks
  co_return;
}

Job written(int fd, void *memory) {
  fsync(fd); // expect: async-blocking-call: 'fsync' blocks
  fdatasync(fd); // expect: async-blocking-call: 'fdatasync' blocks
  sync(); // expect: async-blocking-call: 'sync' blocks
  syncfs(fd); // expect: async-blocking-call: 'syncfs' blocks
  msync(memory, 8, MS_SYNC); // expect: async-blocking-call: 'msync' blocks
  posix_fallocate(fd, 0, 8); // expect: async-blocking-call: 'posix_fallocate' blocks
  co_return;
}

Job asked(const char *a, char *bytes) {
  struct stat status;
  struct statvfs volume;
  access(a, F_OK); // expect: async-blocking-call: 'access' blocks
  (void)link(a, a); // expect: async-blocking-call: 'link' blocks
  lstat(a, &status); // expect: async-blocking-call: 'lstat' blocks
  mkdir(a, 0700); // expect: async-blocking-call: 'mkdir' blocks
  (void)readlink(a, bytes, 8); // expect: async-blocking-call: 'readlink' blocks
  (void)realpath(a, bytes); // expect: async-blocking-call: 'realpath' blocks
  remove(a); // expect: async-blocking-call: 'remove' blocks
  rename(a, a); // expect: async-blocking-call: 'rename' blocks
  rmdir(a); // expect: async-blocking-call: 'rmdir' blocks
  stat(a, &status); // expect: async-blocking-call: 'stat' blocks
  statvfs(a, &volume); // expect: async-blocking-call: 'statvfs' blocks
  (void)symlink(a, a); // expect: async-blocking-call: 'symlink' blocks
  (void)truncate(a, 0); // expect: async-blocking-call: 'truncate' blocks
  unlink(a); // expect: async-blocking-call: 'unlink' blocks
  co_return;
}
