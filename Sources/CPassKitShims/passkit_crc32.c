#include "passkit_zlib.h"

#include <zlib.h>

uint32_t passkit_crc32_zlib(uint32_t crc, const uint8_t *bytes, size_t count) {
    return (uint32_t)crc32_z(crc, bytes, count);
}

#if defined(__x86_64__)
#include <immintrin.h>

/*
 * CRC-32 by carry-less multiplication (V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
 * Instruction", Intel, 2009): four 128-bit lanes are folded over 64 bytes a step, then into one, then reduced.
 * The constants are powers of x modulo the polynomial, bit-reflected: x^(4*128+64), x^(4*128), x^(128+64), x^128,
 * x^64; then the Barrett constants.
 */
__attribute__((target("pclmul,sse4.1")))
static inline __m128i fold(__m128i lane, __m128i next, __m128i by) {
    const __m128i low = _mm_clmulepi64_si128(lane, by, 0x00);
    const __m128i high = _mm_clmulepi64_si128(lane, by, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

__attribute__((target("pclmul,sse4.1")))
static uint32_t crc32_folded(uint32_t crc, const uint8_t *bytes, size_t count) {
    const __m128i by_four = _mm_set_epi64x(0x01c6e41596, 0x0154442bd4);
    const __m128i by_one = _mm_set_epi64x(0x00ccaa009e, 0x01751997d0);
    const __m128i *block = (const __m128i *)bytes;

    __m128i a = _mm_xor_si128(_mm_loadu_si128(block), _mm_cvtsi32_si128((int)crc));
    __m128i b = _mm_loadu_si128(block + 1);
    __m128i c = _mm_loadu_si128(block + 2);
    __m128i d = _mm_loadu_si128(block + 3);
    block += 4;
    count -= 64;
    while (count >= 64) {
        a = fold(a, _mm_loadu_si128(block), by_four);
        b = fold(b, _mm_loadu_si128(block + 1), by_four);
        c = fold(c, _mm_loadu_si128(block + 2), by_four);
        d = fold(d, _mm_loadu_si128(block + 3), by_four);
        block += 4;
        count -= 64;
    }
    a = fold(a, b, by_one);
    a = fold(a, c, by_one);
    a = fold(a, d, by_one);
    while (count >= 16) {
        a = fold(a, _mm_loadu_si128(block), by_one);
        block += 1;
        count -= 16;
    }

    /* 128 bits to 96, to 64. */
    const __m128i mask = _mm_setr_epi32(~0, 0, ~0, 0);
    __m128i rest = _mm_clmulepi64_si128(a, by_one, 0x10);
    a = _mm_xor_si128(_mm_srli_si128(a, 8), rest);
    rest = _mm_srli_si128(a, 4);
    a = _mm_xor_si128(_mm_clmulepi64_si128(_mm_and_si128(a, mask), _mm_set_epi64x(0, 0x0163cd6124), 0x00), rest);

    /* Barrett reduction to 32 bits. */
    const __m128i barrett = _mm_set_epi64x(0x01f7011641, 0x01db710641);
    rest = _mm_clmulepi64_si128(_mm_and_si128(a, mask), barrett, 0x10);
    rest = _mm_clmulepi64_si128(_mm_and_si128(rest, mask), barrett, 0x00);
    return (uint32_t)_mm_extract_epi32(_mm_xor_si128(a, rest), 1);
}

uint32_t passkit_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
    if (count >= 64 && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1")) {
        const size_t folded = count & ~(size_t)15;
        crc = ~crc32_folded(~crc, bytes, folded);
        bytes += folded;
        count -= folded;
    }
    return count == 0 ? crc : passkit_crc32_zlib(crc, bytes, count);
}
#else
uint32_t passkit_crc32(uint32_t crc, const uint8_t *bytes, size_t count) { return passkit_crc32_zlib(crc, bytes, count); }
#endif
