/* Searching for the lines that divide a multipart body. */
#ifndef PASSKIT_SEARCH_H
#define PASSKIT_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/*
 * Where a delimiter first stands, or where bytes at the end may be the beginning of one; `count` when there is neither.
 *
 * `pattern` is CR LF "--" and the boundary, so its first byte occurs in it only once. It is a delimiter when CR LF, "--",
 * a blank or a tab follows; other bytes after it make it content.
 *
 * The time is linear in `count` whatever the bytes are: matches of a beginning of the pattern never overlap.
 */
size_t passkit_find_delimiter(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count);

#endif
