#define _GNU_SOURCE
#include "creference_search.h"

#include <string.h>

size_t creference_scan(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count) {
    size_t found = 0;
    const uint8_t *end = bytes + count;
    while ((bytes = memmem(bytes, (size_t)(end - bytes), pattern, pattern_count)) != NULL) {
        found += 1;
        bytes += pattern_count;
    }
    return found;
}
