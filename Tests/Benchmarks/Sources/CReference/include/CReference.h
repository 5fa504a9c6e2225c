/* What C does with the system's libraries alone: the limits that the benchmarks measure the library against. */
#ifndef CREFERENCE_H
#define CREFERENCE_H

#include "creference_allocations.h"
#include "creference_pass.h"
#include "creference_search.h"
#include "creference_store.h"
#include "creference_zip.h"

#endif
