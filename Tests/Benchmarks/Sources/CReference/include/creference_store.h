#ifndef CREFERENCE_STORE_H
#define CREFERENCE_STORE_H

#include <stddef.h>
#include <stdint.h>

/* The limit of `engine.accept`: the rows and bytes of accepted requests, written with sqlite3 alone. */
typedef struct creference_store creference_store;

/* Opens a database file that has the store's schema; null when that fails. */
creference_store *creference_store_open(const char *path);

/* Writes `count` requests with a package of `size` bytes each in one transaction, synced; 0 when it succeeds.
   Each package differs from all others in its first eight bytes. */
int creference_store_accept(creference_store *store, const uint8_t *package, size_t size, int count);

/* Closes the file. */
void creference_store_close(creference_store *store);

#endif
