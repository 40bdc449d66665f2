# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Embeds checks/<topic>/<name>.md for `explain`, SARIF's rules and the metadata of `list`.

file(GLOB checks CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/checks/*/*.cpp)
file(GLOB texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/checks/*/*.md)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${texts})
set(embedded_pages ${CMAKE_CURRENT_BINARY_DIR}/EmbeddedPages.cpp)
set(embedded "#include \"asynctidy/Pages.h\"\n\nnamespace asynctidy::driver {\n")
string(APPEND embedded "const std::vector<Page> &pages() {\n  static const std::vector<Page> all = {\n")
foreach(check ${checks})
  cmake_path(GET check STEM name)
  cmake_path(GET check PARENT_PATH folder)
  cmake_path(GET folder FILENAME topic)
  set(text "")
  if(EXISTS ${folder}/${name}.md)
    file(READ ${folder}/${name}.md text)
  endif()
  string(APPEND embedded "      {\"${topic}\", \"${name}\", R\"page(${text})page\"},\n")
endforeach()
string(APPEND embedded "  };\n  return all;\n}\n} // namespace asynctidy::driver\n")
# Not file(GENERATE): it would evaluate what looks like a generator expression in a page.
file(CONFIGURE OUTPUT ${embedded_pages} CONTENT "@embedded@" @ONLY)
