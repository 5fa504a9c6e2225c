#include <string.h>

#include "passkit_internal.h"

/* One after the other, by libcrypto: where the processor has no instructions for SHA-1, and what the rest is checked
 * against. */
static int hash_one_by_one(const uint8_t *const *messages, const size_t *counts, size_t messages_count,
                      uint8_t *digests) {
    for (size_t i = 0; i < messages_count; i++)
        if (!passkit_sha1(messages[i], counts[i], digests + 20 * i)) return 0;
    return 1;
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <pthread.h>

/*
 * SHA-1 (FIPS 180-4 section 6.1) of two messages side by side. A processor with instructions for SHA-1 waits for each
 * round of one message before the next, and has room for a second message in between: two take hardly longer than one.
 */
struct lane {
    uint32_t state[5];
    const uint8_t *whole;     /* full blocks of the message */
    size_t whole_count;       /* how many are left */
    uint8_t padded[128];      /* the rest of the message, padding and length: one block or two */
    size_t padded_done;       /* how many of these blocks are behind */
    size_t padded_count;      /* how many are left */
    size_t message;           /* which message it is */
    int is_busy;
};

static void begin(struct lane *lane, const uint8_t *bytes, size_t count, size_t message) {
    static const uint32_t start[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    memcpy(lane->state, start, sizeof start);
    lane->whole = bytes;
    lane->whole_count = count / 64;
    const size_t rest = count % 64;
    lane->padded_done = 0;
    lane->padded_count = rest < 56 ? 1 : 2;
    memset(lane->padded, 0, sizeof lane->padded);
    if (rest > 0) memcpy(lane->padded, bytes + (count - rest), rest);
    lane->padded[rest] = 0x80;
    const uint64_t bits = (uint64_t)count * 8;
    for (size_t i = 0; i < 8; i++) lane->padded[lane->padded_count * 64 - 1 - i] = (uint8_t)(bits >> (8 * i));
    lane->message = message;
    lane->is_busy = 1;
}

/* The blocks that stand together, at least one while the lane is busy. */
static size_t next_blocks(const struct lane *lane, const uint8_t **blocks) {
    *blocks = lane->whole_count > 0 ? lane->whole : lane->padded + 64 * lane->padded_done;
    return lane->whole_count > 0 ? lane->whole_count : lane->padded_count;
}

#define FOUR_ROUNDS(lane, step, kind)                                                                                  \
    do {                                                                                                               \
        if ((step) >= 4) {                                                                                             \
            __m128i word = _mm_sha1msg1_epu32(lane##_w[(step) & 3], lane##_w[((step) + 1) & 3]);                       \
            word = _mm_xor_si128(word, lane##_w[((step) + 2) & 3]);                                                    \
            lane##_w[(step) & 3] = _mm_sha1msg2_epu32(word, lane##_w[((step) + 3) & 3]);                               \
        }                                                                                                              \
        const __m128i input = (step) == 0 ? _mm_add_epi32(lane##_e, lane##_w[0])                                       \
                                          : _mm_sha1nexte_epu32(lane##_e, lane##_w[(step) & 3]);                       \
        lane##_e = lane##_abcd;                                                                                        \
        lane##_abcd = _mm_sha1rnds4_epu32(lane##_abcd, input, kind);                                                   \
    } while (0)

#define LOAD(lane, blocks)                                                                                             \
    for (int i = 0; i < 4; i++)                                                                                        \
    lane##_w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks) + i), big_endian)

#define OPEN(lane, state)                                                                                              \
    __m128i lane##_abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state)), 0x1B);                          \
    __m128i lane##_e = _mm_set_epi32((int)(state)[4], 0, 0, 0)

#define ADD(lane)                                                                                                      \
    lane##_e = _mm_sha1nexte_epu32(lane##_e, lane##_e_before);                                                         \
    lane##_abcd = _mm_add_epi32(lane##_abcd, lane##_abcd_before)

#define CLOSE(lane, state)                                                                                             \
    _mm_storeu_si128((__m128i *)(state), _mm_shuffle_epi32(lane##_abcd, 0x1B));                                        \
    (state)[4] = (uint32_t)_mm_extract_epi32(lane##_e, 3)

#define TWENTY_ROUNDS(kind)                                                                                            \
    ROUND(5 * kind, kind); ROUND(5 * kind + 1, kind); ROUND(5 * kind + 2, kind); ROUND(5 * kind + 3, kind);            \
    ROUND(5 * kind + 4, kind)

__attribute__((target("sha,sse4.1,ssse3")))
static void compress_two(uint32_t *left, uint32_t *right, const uint8_t *left_blocks, const uint8_t *right_blocks,
                         size_t count) {
    const __m128i big_endian = _mm_set_epi64x(0x0001020304050607, 0x08090A0B0C0D0E0F);
    OPEN(l, left);
    OPEN(r, right);
    for (; count > 0; count--, left_blocks += 64, right_blocks += 64) {
        const __m128i l_abcd_before = l_abcd, l_e_before = l_e, r_abcd_before = r_abcd, r_e_before = r_e;
        __m128i l_w[4], r_w[4];
        LOAD(l, left_blocks);
        LOAD(r, right_blocks);
#define ROUND(step, kind) FOUR_ROUNDS(l, step, kind); FOUR_ROUNDS(r, step, kind)
        TWENTY_ROUNDS(0);
        TWENTY_ROUNDS(1);
        TWENTY_ROUNDS(2);
        TWENTY_ROUNDS(3);
#undef ROUND
        ADD(l);
        ADD(r);
    }
    CLOSE(l, left);
    CLOSE(r, right);
}

__attribute__((target("sha,sse4.1,ssse3")))
static void compress_one(uint32_t *state, const uint8_t *blocks, size_t count) {
    const __m128i big_endian = _mm_set_epi64x(0x0001020304050607, 0x08090A0B0C0D0E0F);
    OPEN(l, state);
    for (; count > 0; count--, blocks += 64) {
        const __m128i l_abcd_before = l_abcd, l_e_before = l_e;
        __m128i l_w[4];
        LOAD(l, blocks);
#define ROUND(step, kind) FOUR_ROUNDS(l, step, kind)
        TWENTY_ROUNDS(0);
        TWENTY_ROUNDS(1);
        TWENTY_ROUNDS(2);
        TWENTY_ROUNDS(3);
#undef ROUND
        ADD(l);
    }
    CLOSE(l, state);
}

/* Takes blocks off a lane; hands the digest over when it was the last. */
static void advance(struct lane *lane, size_t count, uint8_t *digests) {
    if (lane->whole_count > 0) {
        lane->whole += 64 * count;
        lane->whole_count -= count;
        return;
    }
    lane->padded_done += count;
    lane->padded_count -= count;
    if (lane->padded_count > 0) return;
    uint8_t *digest = digests + 20 * lane->message;
    for (size_t i = 0; i < 20; i++) digest[i] = (uint8_t)(lane->state[i / 4] >> (24 - 8 * (i % 4)));
    lane->is_busy = 0;
}

static void hash_in_pairs(const uint8_t *const *messages, const size_t *counts, size_t messages_count,
                      uint8_t *digests) {
    struct lane lanes[2] = {{.is_busy = 0}, {.is_busy = 0}};
    size_t taken = 0;
    while (1) {
        for (int i = 0; i < 2; i++)
            if (!lanes[i].is_busy && taken < messages_count) {
                begin(&lanes[i], messages[taken], counts[taken], taken);
                taken++;
            }
        if (!lanes[0].is_busy && !lanes[1].is_busy) return;
        const uint8_t *blocks[2] = {NULL, NULL};
        size_t count[2] = {0, 0};
        for (int i = 0; i < 2; i++)
            if (lanes[i].is_busy) count[i] = next_blocks(&lanes[i], &blocks[i]);
        if (count[0] > 0 && count[1] > 0) {
            const size_t both = count[0] < count[1] ? count[0] : count[1];
            compress_two(lanes[0].state, lanes[1].state, blocks[0], blocks[1], both);
            advance(&lanes[0], both, digests);
            advance(&lanes[1], both, digests);
        } else {
            const int busy = count[0] > 0 ? 0 : 1;
            compress_one(lanes[busy].state, blocks[busy], count[busy]);
            advance(&lanes[busy], count[busy], digests);
        }
    }
}

static pthread_once_t asked = PTHREAD_ONCE_INIT;
static int has_sha;

/* Asked once: in a virtual machine the question is answered by the host, which takes long. Leaf 7 says in bit 29 of EBX
 * that there are instructions for SHA; not every compiler's own test knows that name. */
static void ask(void) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    has_sha = __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("sse4.1") &&
              __get_cpuid_count(7, 0, &a, &b, &c, &d) && ((b >> 29) & 1);
}

int passkit_sha1_many(const uint8_t *const *messages, const size_t *counts, size_t messages_count,
                      uint8_t *digests) {
    pthread_once(&asked, ask);
    if (messages_count < 2 || !has_sha) return hash_one_by_one(messages, counts, messages_count, digests);
    hash_in_pairs(messages, counts, messages_count, digests);
    return 1;
}
#else
int passkit_sha1_many(const uint8_t *const *messages, const size_t *counts, size_t messages_count,
                      uint8_t *digests) {
    return hash_one_by_one(messages, counts, messages_count, digests);
}
#endif
