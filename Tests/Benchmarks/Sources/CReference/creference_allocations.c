#include "creference_allocations.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__)
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>

/* The allocator itself, under the names by which the GNU C library lets a program reach it that replaces `malloc`. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static atomic_int is_counting;
static atomic_size_t allocations;
static atomic_llong in_use;
static atomic_llong most_in_use;

static void add(long long bytes) {
    const long long now = atomic_fetch_add_explicit(&in_use, bytes, memory_order_relaxed) + bytes;
    long long most = atomic_load_explicit(&most_in_use, memory_order_relaxed);
    while (now > most
           && !atomic_compare_exchange_weak_explicit(&most_in_use, &most, now, memory_order_relaxed,
                                                     memory_order_relaxed)) {
    }
}

static int counting(void) { return atomic_load_explicit(&is_counting, memory_order_relaxed); }

static void *counted(void *block) {
    if (block != NULL && counting()) {
        atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed);
        add((long long)malloc_usable_size(block));
    }
    return block;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }

void *realloc(void *block, size_t size) {
    const size_t before = block != NULL && counting() ? malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    if (moved != NULL || size == 0) {
        if (before != 0) add(-(long long)before);
        counted(moved);
    }
    return moved;
}

void free(void *block) {
    if (block != NULL && counting()) add(-(long long)malloc_usable_size(block));
    __libc_free(block);
}

void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    void *made = memalign(alignment, size);
    if (made == NULL) return ENOMEM;
    *block = made;
    return 0;
}

int creference_allocations_are_counted(void) { return 1; }

void creference_allocations_start(void) {
    atomic_store(&allocations, 0);
    atomic_store(&in_use, 0);
    atomic_store(&most_in_use, 0);
    atomic_store(&is_counting, 1);
}

void creference_allocations_stop(size_t *count, size_t *peak) {
    atomic_store(&is_counting, 0);
    *count = atomic_load(&allocations);
    *peak = (size_t)atomic_load(&most_in_use);
}
#else
int creference_allocations_are_counted(void) { return 0; }

void creference_allocations_start(void) {}

void creference_allocations_stop(size_t *count, size_t *peak) {
    *count = 0;
    *peak = 0;
}
#endif
