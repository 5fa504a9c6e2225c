/* The C library's search. */
#ifndef CREFERENCE_SEARCH_H
#define CREFERENCE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/* How often a pattern stands in bytes, found with memmem. */
size_t creference_scan(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count);

#endif
