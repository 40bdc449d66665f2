# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What all our targets share.

add_library(asynctidy_options INTERFACE)
target_compile_options(asynctidy_options INTERFACE -Wall -Wextra -Wno-unused-parameter)
if(ASYNCTIDY_SANITIZE)
  target_compile_options(asynctidy_options INTERFACE -fsanitize=${ASYNCTIDY_SANITIZE}
                                                     -fno-omit-frame-pointer)
  target_link_options(asynctidy_options INTERFACE -fsanitize=${ASYNCTIDY_SANITIZE})
endif()

# The code that reads Clang's AST. LLVM's headers are system headers: their warnings are not ours.
add_library(asynctidy_llvm INTERFACE)
target_include_directories(asynctidy_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS}
                                                           ${CLANG_INCLUDE_DIRS})
target_include_directories(asynctidy_llvm INTERFACE ${PROJECT_SOURCE_DIR}/lib)
target_link_libraries(asynctidy_llvm INTERFACE asynctidy_options)
separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_options(asynctidy_llvm INTERFACE ${llvm_definitions})

# One precompiled header of Clang's AST for every folder that reads it; it halves build time.
function(asynctidy_precompile target)
  if(NOT TARGET asynctidy_pch)
    file(WRITE ${PROJECT_BINARY_DIR}/pch.cpp "")
    add_library(asynctidy_pch OBJECT ${PROJECT_BINARY_DIR}/pch.cpp)
    target_link_libraries(asynctidy_pch PRIVATE asynctidy_llvm)
    target_precompile_headers(asynctidy_pch PRIVATE ${PROJECT_SOURCE_DIR}/cmake/Precompiled.h)
  endif()
  target_precompile_headers(${target} REUSE_FROM asynctidy_pch)
endfunction()

# An object library: check registrations have no other referent, an archive would drop them.
function(asynctidy_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_library(asynctidy_${name} OBJECT ${arg_SOURCES})
  target_link_libraries(asynctidy_${name} PUBLIC asynctidy_llvm ${arg_LINK})
  asynctidy_precompile(asynctidy_${name})
endfunction()

# Links an executable against clang-tidy's library and the checks.
function(asynctidy_link_tidy target)
  target_link_libraries(${target} PRIVATE asynctidy_analyzer clangTidy clang-cpp LLVM)
endfunction()
