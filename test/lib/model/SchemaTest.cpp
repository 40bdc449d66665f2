// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The published schema and the loader say the same.
#include "Models.h"
#include "model/Fields.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>

#include <set>

namespace asynctidy::model {
namespace {

const llvm::json::Object &schema() {
  static const llvm::json::Value value = [] {
    auto text = llvm::MemoryBuffer::getFile(ASYNCTIDY_MODEL_DIR "/asynctidy-model.schema.json");
    return llvm::cantFail(llvm::json::parse((*text)->getBuffer()));
  }();
  return *value.getAsObject();
}

const llvm::json::Object &definition(llvm::StringRef name) {
  return *schema().getObject("$defs")->getObject(name);
}

template <class T> std::set<std::string> keys(llvm::ArrayRef<Field<T>> fields) {
  std::set<std::string> keys;
  for (const Field<T> &field : fields)
    keys.insert(field.key.str());
  return keys;
}

std::set<std::string> properties(const llvm::json::Object &definition) {
  std::set<std::string> keys;
  for (const auto &property : *definition.getObject("properties"))
    keys.insert(property.first.str());
  return keys;
}

template <class E> void expectEnumerators(const llvm::json::Object &property) {
  std::vector<llvm::StringRef> published, read;
  for (const llvm::json::Value &name : *property.getArray("enum"))
    published.push_back(*name.getAsString());
  for (const Enumerator<E> &enumerator : enumerators<E>())
    read.push_back(enumerator.name);
  EXPECT_EQ(published, read);
}

/// Every object below \p value that has "properties" describes each of them.
void expectDescriptions(const llvm::json::Value &value, const std::string &where) {
  if (const llvm::json::Array *array = value.getAsArray())
    for (const llvm::json::Value &element : *array)
      expectDescriptions(element, where);
  const llvm::json::Object *object = value.getAsObject();
  if (!object)
    return;
  if (const llvm::json::Object *properties = object->getObject("properties"))
    for (const auto &property : *properties) {
      const llvm::json::Object &described = *property.second.getAsObject();
      EXPECT_TRUE(described.getString("description") ||
                  described.getString("$ref") == "#/$defs/why" ||
                  described.getString("$ref") == "#/$defs/proof")
          << where << " " << property.first.str();
    }
  for (const auto &member : *object)
    expectDescriptions(member.second, where + "/" + member.first.str());
}

TEST(Schema, HasThePropertiesThatAreRead) {
  std::set<std::string> function = keys(functionFields()), type = keys(typeFields());
  function.insert("function");
  type.insert("type");
  EXPECT_EQ(properties(definition("functionEntry")), function);
  EXPECT_EQ(properties(definition("typeEntry")), type);
}

TEST(Schema, HasTheEnumeratorsThatAreRead) {
  const llvm::json::Object &function = *definition("functionEntry").getObject("properties");
  const llvm::json::Object &type = *definition("typeEntry").getObject("properties");
  const llvm::json::Object &callable = *definition("callable").getObject("properties");
  expectEnumerators<Blocking>(definition("blocking"));
  expectEnumerators<Waits>(*function.getObject("waits"));
  expectEnumerators<Runs>(*callable.getObject("runs"));
  expectEnumerators<Returned>(*callable.getObject("returned"));
  expectEnumerators<Role>(*type.getObject("role"));
  expectEnumerators<coro::Start>(*type.getObject("start"));
  expectEnumerators<coro::Drop>(*type.getObject("dropped"));
  expectEnumerators<coro::Errors>(*type.getObject("errors"));
}

TEST(Schema, DescribesEveryProperty) {
  llvm::json::Object copy = schema();
  expectDescriptions(llvm::json::Value(std::move(copy)), "");
}

/// Runs jsonschema on \p files; what it prints.
std::string validate(std::vector<std::string> files) {
  const char *program = "import json, sys, jsonschema\n"
                        "schema = json.load(open(sys.argv[1]))\n"
                        "jsonschema.Draft202012Validator.check_schema(schema)\n"
                        "validator = jsonschema.Draft202012Validator(schema)\n"
                        "for path in sys.argv[2:]:\n"
                        "    for error in validator.iter_errors(json.load(open(path))):\n"
                        "        print(path, error.json_path, error.message[:200])\n";
  llvm::SmallString<128> output;
  llvm::sys::fs::createTemporaryFile("asynctidy-schema", "txt", output);
  std::vector<llvm::StringRef> arguments = {PYTHON, "-c", program,
                                            ASYNCTIDY_MODEL_DIR "/asynctidy-model.schema.json"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  std::string problem;
  int status = llvm::sys::ExecuteAndWait(
      PYTHON, arguments, std::nullopt,
      {std::nullopt, llvm::StringRef(output), llvm::StringRef(output)}, 0, 0, &problem);
  std::string printed = (*llvm::MemoryBuffer::getFile(output))->getBuffer().str() + problem;
  llvm::sys::fs::remove(output);
  return status == 0 ? printed : "failed: " + printed;
}

TEST(Schema, ShippedModelsAreValid) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator file(ASYNCTIDY_MODEL_DIR "/libraries", error), end;
       file != end && !error; file.increment(error))
    files.push_back(file->path());
  EXPECT_GE(files.size(), 4u);
  EXPECT_EQ(validate(files), "");
}

} // namespace
} // namespace asynctidy::model
