#include "passkit_search.h"

#include <string.h>

/* Whether the bytes, as far as they go, are a delimiter. */
static int may_be_delimiter(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count) {
    if (count <= pattern_count) return memcmp(bytes, pattern, count) == 0;
    if (memcmp(bytes, pattern, pattern_count) != 0) return 0;
    const uint8_t *after = bytes + pattern_count;
    const int is_known = count > pattern_count + 1;
    switch (after[0]) {
    case '\r':
        return !is_known || after[1] == '\n';
    case '-':
        return !is_known || after[1] == '-';
    default:
        return after[0] == ' ' || after[0] == '\t';
    }
}

/* The same as the search of blocks, a candidate at a time. */
static size_t find_from(size_t position, const uint8_t *bytes, size_t count, const uint8_t *pattern,
                        size_t pattern_count) {
    while (position < count) {
        const uint8_t *found = memchr(bytes + position, pattern[0], count - position);
        if (found == NULL) return count;
        position = (size_t)(found - bytes);
        if (may_be_delimiter(found, count - position, pattern, pattern_count)) return position;
        position += 1;
    }
    return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

/* The longest pattern that the search of blocks takes: CR LF "--" and a boundary of 70. */
enum { LANE = 32, LONGEST = 3 * LANE, BLOCK = 2 * LANE };

AVX2 static inline __m256i load(const uint8_t *bytes) {
    return _mm256_loadu_si256((const __m256i *)bytes);
}

/* A bit for each position of a block. */
AVX2 static inline uint64_t bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << LANE;
}

/* The positions of a block at which the pattern's byte `offset` stands `offset` bytes on. */
AVX2 static inline uint64_t matches(const uint8_t *block, const uint8_t *pattern, size_t offset) {
    const __m256i expected = _mm256_set1_epi8((char)pattern[offset]);
    return bits(_mm256_cmpeq_epi8(load(block + offset), expected),
                _mm256_cmpeq_epi8(load(block + LANE + offset), expected));
}

/* Searches blocks. A candidate is compared whole and without a branch, so that none costs more than another. */
AVX2 static size_t find_in_blocks(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count) {
    uint8_t padded[LONGEST] = {0}, beyond[LONGEST];
    memset(beyond, 0xff, sizeof beyond);
    memcpy(padded, pattern, pattern_count);
    memset(beyond, 0, pattern_count);
    const int lanes = (int)((pattern_count + LANE - 1) / LANE);
    __m256i expected[LONGEST / LANE], ignored[LONGEST / LANE];
    for (int lane = 0; lane < LONGEST / LANE; lane++) {
        expected[lane] = load(padded + LANE * lane);
        ignored[lane] = load(beyond + LANE * lane);
    }
    const __m256i first = _mm256_set1_epi8((char)pattern[0]);
    const __m256i fourth = _mm256_set1_epi8((char)pattern[3]);

    size_t position = 0;
    while (count - position >= BLOCK + LONGEST + 2) {
        const uint8_t *block = bytes + position;
        const __m256i low = _mm256_and_si256(_mm256_cmpeq_epi8(load(block), first),
                                             _mm256_cmpeq_epi8(load(block + 3), fourth));
        const __m256i high = _mm256_and_si256(_mm256_cmpeq_epi8(load(block + LANE), first),
                                              _mm256_cmpeq_epi8(load(block + LANE + 3), fourth));
        position += BLOCK;
        if (_mm256_testz_si256(_mm256_or_si256(low, high), _mm256_or_si256(low, high))) continue;
        uint64_t mask = bits(low, high) & matches(block, pattern, 4);
        while (mask != 0) {
            const uint8_t *start = block + __builtin_ctzll(mask);
            __m256i equal = _mm256_set1_epi8(-1);
            for (int lane = 0; lane < lanes; lane++) {
                const __m256i same = _mm256_cmpeq_epi8(load(start + LANE * lane), expected[lane]);
                equal = _mm256_and_si256(equal, _mm256_or_si256(same, ignored[lane]));
            }
            uint16_t after;
            memcpy(&after, start + pattern_count, sizeof after);
            const int ends = (after == 0x0A0D) | (after == 0x2D2D) | ((after & 0xff) == ' ') | ((after & 0xff) == '\t');
            if ((_mm256_movemask_epi8(equal) == -1) & ends) return (size_t)(start - bytes);
            mask &= mask - 1;
        }
    }
    return find_from(position, bytes, count, pattern, pattern_count);
}

size_t passkit_find_delimiter(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count) {
    if (pattern_count > 4 && pattern_count <= LONGEST && __builtin_cpu_supports("avx2"))
        return find_in_blocks(bytes, count, pattern, pattern_count);
    return find_from(0, bytes, count, pattern, pattern_count);
}
#else
size_t passkit_find_delimiter(const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t pattern_count) {
    return find_from(0, bytes, count, pattern, pattern_count);
}
#endif
