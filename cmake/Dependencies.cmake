# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Finds everything the build needs; whatever is missing is reported once, by its Debian package.

set(ASYNCTIDY_LLVM_MAJOR 19)
set(missing_packages "")

macro(asynctidy_missing what package)
  message(STATUS "${what}: not found (Debian package ${package})")
  list(APPEND missing_packages ${package})
endmacro()

if(NOT ASYNCTIDY_AIO_ONLY)
  find_package(Clang ${ASYNCTIDY_LLVM_MAJOR}.1 CONFIG QUIET
               HINTS /usr/lib/llvm-${ASYNCTIDY_LLVM_MAJOR})
endif()
if(ASYNCTIDY_AIO_ONLY)
  message(STATUS "lib/aio only: without Clang")
elseif(NOT Clang_FOUND)
  asynctidy_missing("Clang ${ASYNCTIDY_LLVM_MAJOR}.1" "libclang-${ASYNCTIDY_LLVM_MAJOR}-dev")
  asynctidy_missing("LLVM ${ASYNCTIDY_LLVM_MAJOR}.1" "llvm-${ASYNCTIDY_LLVM_MAJOR}-dev")
else()
  message(STATUS "Clang ${LLVM_PACKAGE_VERSION} in ${LLVM_INSTALL_PREFIX}")
  foreach(header ClangTidyModule.h ClangTidyModuleRegistry.h)
    if(NOT EXISTS ${LLVM_INSTALL_PREFIX}/include/clang-tidy/${header})
      asynctidy_missing("clang-tidy's ${header}" "libclang-${ASYNCTIDY_LLVM_MAJOR}-dev")
    endif()
  endforeach()
endif()

find_package(PkgConfig QUIET)
if(NOT PkgConfig_FOUND)
  asynctidy_missing("pkg-config" "pkg-config")
else()
  pkg_check_modules(LIBUV QUIET IMPORTED_TARGET libuv)
  if(NOT LIBUV_FOUND)
    asynctidy_missing("libuv" "libuv1-dev")
  endif()
endif()

if(ASYNCTIDY_TESTS AND NOT ASYNCTIDY_AIO_ONLY)
  find_program(CLANG_TIDY_EXECUTABLE clang-tidy-${ASYNCTIDY_LLVM_MAJOR})
  if(NOT CLANG_TIDY_EXECUTABLE)
    asynctidy_missing("clang-tidy-${ASYNCTIDY_LLVM_MAJOR}" "clang-tidy-${ASYNCTIDY_LLVM_MAJOR}")
  endif()
endif()

if(ASYNCTIDY_TESTS)
  find_package(GTest QUIET)
  if(NOT GTest_FOUND)
    asynctidy_missing("GoogleTest" "libgtest-dev")
  endif()
endif()

if(ASYNCTIDY_CLANGD AND NOT ASYNCTIDY_AIO_ONLY)
  foreach(library grpc++ protobuf)
    find_library(ASYNCTIDY_${library} ${library})
    if(NOT ASYNCTIDY_${library})
      asynctidy_missing("lib${library}, which clangd's library wants" "lib${library}-dev")
    endif()
  endforeach()
endif()

if(missing_packages)
  list(REMOVE_DUPLICATES missing_packages)
  list(JOIN missing_packages " " packages)
  message(FATAL_ERROR "asynctidy cannot be configured: install what is missing with\n"
                      "  apt-get install ${packages}\n"
                      "(or run tools/dev build, which does it).")
endif()

if(NOT ASYNCTIDY_AIO_ONLY AND NOT LLVM_ENABLE_RTTI)
  add_compile_options(-fno-rtti)
endif()
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
