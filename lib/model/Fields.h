// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The properties of the model format: the one table behind reading and merging entries. The
/// schema (asynctidy-model.schema.json) says the same for editors; a test compares the two.
#pragma once

#include "model/Reader.h"

namespace asynctidy::model {

llvm::ArrayRef<Field<FunctionFacts>> functionFields();
llvm::ArrayRef<Field<TypeFacts>> typeFields();

} // namespace asynctidy::model
