// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/symbols.h>

#include <aio/describe.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <map>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aio::detail {
namespace {

/// The contents of an ELF file, mapped for good.
class Image {
public:
  explicit Image(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    // The program itself may have been started by a name that is no path from here.
    if (file < 0)
      file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file >= 0 && fstat(file, &status) == 0) {
      size_ = static_cast<std::size_t>(status.st_size);
      void *data = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      data_ = data == MAP_FAILED ? nullptr : static_cast<const char *>(data);
    }
    if (file >= 0)
      close(file);
  }

  /// The function there, at an address relative to where the file is loaded; null if unknown.
  /// Looks also at those that are not exported, unlike dladdr(): most coroutines of a small
  /// program are not.
  const char *function_at(std::uint64_t address) const {
    const auto *header = table<ElfW(Ehdr)>(0, sizeof(ElfW(Ehdr)));
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0)
      return nullptr;
    const auto *sections = table<ElfW(Shdr)>(header->e_shoff, header->e_shnum * sizeof(ElfW(Shdr)));
    for (int i = 0; sections && i < header->e_shnum; ++i) {
      const ElfW(Shdr) &section = sections[i];
      if ((section.sh_type == SHT_SYMTAB || section.sh_type == SHT_DYNSYM) &&
          section.sh_link < header->e_shnum) {
        if (const char *name = search(section, sections[section.sh_link], address))
          return name;
      }
    }
    return nullptr;
  }

private:
  template <class T> const T *table(std::size_t at, std::size_t size) const {
    return data_ && at <= size_ && size <= size_ - at ? reinterpret_cast<const T *>(data_ + at)
                                                      : nullptr;
  }

  const char *search(const ElfW(Shdr) & section, const ElfW(Shdr) & names,
                     std::uint64_t address) const {
    const auto *symbols = table<ElfW(Sym)>(section.sh_offset, section.sh_size);
    const auto *text = table<char>(names.sh_offset, names.sh_size);
    for (std::size_t i = 0; symbols && text && i < section.sh_size / sizeof(ElfW(Sym)); ++i) {
      const ElfW(Sym) &symbol = symbols[i];
      if (ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_value <= address &&
          address - symbol.st_value < symbol.st_size && symbol.st_name < names.sh_size)
        return text + symbol.st_name;
    }
    return nullptr;
  }

  const char *data_ = nullptr;
  std::size_t size_ = 0;
};

const Image &image_of(const std::string &path) {
  static std::mutex mutex;
  static auto *images = new std::map<std::string, Image>;
  const std::lock_guard lock(mutex);
  return images->try_emplace(path, path.c_str()).first->second;
}

} // namespace

std::string symbol_at(const void *address) {
  Dl_info info;
  link_map *map = nullptr;
  if (!dladdr1(address, &info, reinterpret_cast<void **>(&map), RTLD_DL_LINKMAP))
    return "";
  const std::uint64_t offset = reinterpret_cast<std::uintptr_t>(address) - map->l_addr;
  if (const char *name = image_of(info.dli_fname).function_at(offset))
    return demangle(name);
  const std::string path = info.dli_fname;
  char number[32];
  std::snprintf(number, sizeof number, "+0x%llx", static_cast<unsigned long long>(offset));
  return path.substr(path.rfind('/') + 1) + number;
}

} // namespace aio::detail
