/* zlib: raw deflate streams and CRC-32. No function keeps a pointer it was given beyond its return. */
#ifndef PASSKIT_ZLIB_H
#define PASSKIT_ZLIB_H

#include <stddef.h>
#include <stdint.h>

/* CRC-32 (ISO 3309, as in ZIP and PNG) of bytes that follow others whose CRC is given; begin with 0. */
uint32_t passkit_crc32(uint32_t crc, const uint8_t *bytes, size_t count);

/* The same by zlib alone: what `passkit_crc32` falls back to, and is checked against. */
uint32_t passkit_crc32_zlib(uint32_t crc, const uint8_t *bytes, size_t count);

/* How a step of inflating ended. */
enum {
    PASSKIT_INFLATE_MORE = 0,      /* the output is full: go on with a fresh one */
    PASSKIT_INFLATE_END = 1,       /* the final block has ended */
    PASSKIT_INFLATE_INVALID = -1,  /* the input is no deflate stream, or breaks off */
    PASSKIT_INFLATE_MEMORY = -2,   /* no memory */
};

/* Inflates one raw deflate stream, step by step. */
typedef struct passkit_inflater passkit_inflater;

/* NULL when there is no memory. */
passkit_inflater *passkit_inflater_create(void);
void passkit_inflater_destroy(passkit_inflater *inflater);

/* Takes input from its start and fills the output; says how much of each was used. All remaining input is given every
 * time, so input that runs out before the end of the stream is invalid. */
int passkit_inflater_step(passkit_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed,
                          uint8_t *output, size_t output_count, size_t *produced);

/* The most bytes that deflating `count` bytes can give. */
size_t passkit_deflate_bound(size_t count);

/* Deflates in one go into a raw stream; 0 when the output is too small, the level is unknown or there is no memory. */
size_t passkit_deflate(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, int level);

/* Deflates in one go into the beginning of a raw stream: it ends at a byte, has no final block, and refers to nothing
 * before it, so that parts made apart can be put together. 0 as above. */
size_t passkit_deflate_part(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, int level);

/* Where the four bytes of `pattern`, the lowest first, first stand, or `count`. */
size_t passkit_find4(const uint8_t *bytes, size_t count, uint32_t pattern);

/* The Adler-32 of bytes, as a zlib stream ends with. */
uint32_t passkit_adler32(const uint8_t *bytes, size_t count);

#endif
