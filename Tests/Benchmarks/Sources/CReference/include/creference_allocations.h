/* Counts what the process allocates, by standing in front of the C library's allocator. */
#ifndef CREFERENCE_ALLOCATIONS_H
#define CREFERENCE_ALLOCATIONS_H

#include <stddef.h>

/* Whether allocations can be counted here: only the GNU C library lets a program stand in front of its allocator. */
int creference_allocations_are_counted(void);

/* Starts from nothing: no allocations, no bytes. All threads are counted. */
void creference_allocations_start(void);

/* Stops counting; says how many allocations there were, and how many more bytes than at the start were in use at
 * most. */
void creference_allocations_stop(size_t *count, size_t *peak);

#endif
