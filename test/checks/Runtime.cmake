# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Fixtures with a "// runtime:" line are programs on aio: built, run in debug mode, and held to
# the reports that they say.

# One precompiled aio.h for all of them.
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/aio_pch.cpp "")
add_library(runtime_fixtures_pch OBJECT ${CMAKE_CURRENT_BINARY_DIR}/aio_pch.cpp)
target_precompile_headers(runtime_fixtures_pch PRIVATE <aio/aio.h>)

function(asynctidy_runtime_target target)
  target_link_libraries(${target} PRIVATE asynctidy_options asynctidy::aio)
  # The mistakes are there on purpose, and speed does not matter.
  target_compile_options(${target} PRIVATE -w -O0)
  # Else -fPIC for one and -fPIE for the other, which share no precompiled header.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
endfunction()
asynctidy_runtime_target(runtime_fixtures_pch)

foreach(fixture ${fixtures})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${fixture})
  file(STRINGS ${fixture} runtime REGEX "^// runtime:" LIMIT_COUNT 1)
  if(NOT runtime)
    continue()
  endif()
  string(REGEX REPLACE "[.]cpp$" "" name ${fixture})
  string(REPLACE "/" "." name ${name})
  add_executable(${name} ${fixture})
  asynctidy_runtime_target(${name})
  file(STRINGS ${fixture} flags REGEX "^// flags:")
  string(REGEX REPLACE "// flags: *" "" flags "${flags}")
  string(REPLACE ";" " " flags "${flags}")
  separate_arguments(flags UNIX_COMMAND "${flags}")
  if(flags)
    target_compile_options(${name} PRIVATE ${flags})
  else()
    target_precompile_headers(${name} REUSE_FROM runtime_fixtures_pch)
  endif()
  set_target_properties(${name} PROPERTIES
                        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/runtime)
  add_test(NAME Runtime/${name}
           COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/harness/run_on_aio.py
                   $<TARGET_FILE:${name}> ${CMAKE_CURRENT_SOURCE_DIR}/${fixture})
  set_tests_properties(Runtime/${name} PROPERTIES LABELS "fixtures;runtime" TIMEOUT 120)
endforeach()

add_test(NAME Harness/run_on_aio
         COMMAND Python3::Interpreter -m unittest test_run_on_aio
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/harness)
set_tests_properties(Harness/run_on_aio PROPERTIES LABELS fixtures
                     ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
