# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Embeds libraries/*.json, so that the plugin needs no file beside it.

file(GLOB models CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/model/libraries/*.json)
set(embedded_models ${PROJECT_BINARY_DIR}/EmbeddedModels.cpp)
set(embedded "#include \"model/Embedded.h\"\n\nnamespace asynctidy::model {\n")
string(APPEND embedded "std::vector<EmbeddedModel> embeddedModels() {\n  return {\n")
foreach(path ${models})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  string(APPEND embedded "      {\"${name}\", R\"model(${text})model\"},\n")
endforeach()
string(APPEND embedded "  };\n}\n} // namespace asynctidy::model\n")
file(GENERATE OUTPUT ${embedded_models} CONTENT "${embedded}")
