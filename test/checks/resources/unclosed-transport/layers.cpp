// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file that is made of another one, which keeps being one, has nothing of its own to close.
#include <aio/aio.h>

#include <memory>
#include <utility>

class File;
struct Layer {
  virtual ~Layer() = default;
};
class [[clang::annotate("asynctidy::must_close")]] File {
public:
  explicit File(std::shared_ptr<Layer> layer);
  File(const File &);
  File(File &&) noexcept;
  ~File();
  int size() const;
  [[clang::annotate("asynctidy::closes")]] aio::Coroutine<void> close();
};
struct Checked : Layer {
  explicit Checked(File below);
};
struct Buffer : Layer {
  explicit Buffer(int size);
};
struct Sized : Layer {
  Sized(int size, const char *name);
};
File open(const char *name);

aio::Coroutine<int> clean() {
  File below = open("a");
  auto checked = File(std::make_shared<Checked>(below));
  File direct(std::make_shared<Checked>(below));
  int size = checked.size() + direct.size();
  co_await below.close();
  co_return size;
}

int flagged() {
  auto buffer = File(std::make_shared<Buffer>(10)); // expect: async-unclosed-transport: 'buffer' is never closed
  auto sized = File(std::make_shared<Sized>(buffer.size(), "c")); // expect: async-unclosed-transport: 'sized' is never closed
  File other = open("b");
  auto owner = File(std::make_shared<Checked>(std::move(other))); // expect: async-unclosed-transport: 'owner' is never closed
  return buffer.size() + sized.size() + owner.size();
}
