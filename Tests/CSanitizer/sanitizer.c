/* Builds with the address sanitizer report broken memory, not leaks: on Linux XCTest itself leaks, and LeakSanitizer does
   not follow the references with tags that Swift keeps in static properties. The fuzz targets do look for leaks. */

#include "sanitizer.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)

#include <stdlib.h>

const char *__asan_default_options(void) { return "detect_leaks=0"; }

/* For the tools that tests start. */
__attribute__((constructor)) static void tell_children(void) { setenv("ASAN_OPTIONS", "detect_leaks=0", 0); }

#endif
#endif
