#include "passkit_zlib.h"

#include <string.h>

static int stands_at(const uint8_t *bytes, uint32_t pattern) {
    return ((uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24) == pattern;
}

/* Goes on from a place, byte by byte. Not memmem: it takes a slow path for short patterns. */
static size_t find_from(size_t position, const uint8_t *bytes, size_t count, uint32_t pattern) {
    while (count - position >= 4) {
        const uint8_t *found = memchr(bytes + position, (int)(pattern & 0xFF), count - position - 3);
        if (found == NULL) return count;
        if (stands_at(found, pattern)) return (size_t)(found - bytes);
        position = (size_t)(found - bytes) + 1;
    }
    return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* Many places at a time, told by their first two bytes: one byte alone stands everywhere in an image. */
__attribute__((target("avx2")))
static size_t find_by_32(const uint8_t *bytes, size_t count, uint32_t pattern) {
    const __m256i first = _mm256_set1_epi8((char)(pattern & 0xFF));
    const __m256i second = _mm256_set1_epi8((char)(pattern >> 8 & 0xFF));
    size_t position = 0;
    for (; count - position >= 32 + 3; position += 32) {
        const __m256i here = _mm256_loadu_si256((const __m256i *)(bytes + position));
        const __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + position + 1));
        unsigned places = (unsigned)_mm256_movemask_epi8(
            _mm256_and_si256(_mm256_cmpeq_epi8(here, first), _mm256_cmpeq_epi8(next, second)));
        for (; places != 0; places &= places - 1) {
            const size_t place = position + (size_t)__builtin_ctz(places);
            if (stands_at(bytes + place, pattern)) return place;
        }
    }
    return find_from(position, bytes, count, pattern);
}

size_t passkit_find4(const uint8_t *bytes, size_t count, uint32_t pattern) {
    if (count >= 64 && __builtin_cpu_supports("avx2")) return find_by_32(bytes, count, pattern);
    return find_from(0, bytes, count, pattern);
}
#else
size_t passkit_find4(const uint8_t *bytes, size_t count, uint32_t pattern) {
    return find_from(0, bytes, count, pattern);
}
#endif
