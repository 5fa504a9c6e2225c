#include "passkit_zlib.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

uint32_t passkit_adler32(const uint8_t *bytes, size_t count) {
    return (uint32_t)adler32_z(adler32(0, Z_NULL, 0), bytes, count);
}

/* The stream stands on the heap: zlib keeps a pointer back to it, so it must never move. */
struct passkit_inflater {
    z_stream stream;
};

passkit_inflater *passkit_inflater_create(void) {
    passkit_inflater *inflater = calloc(1, sizeof *inflater);
    if (inflater != NULL && inflateInit2(&inflater->stream, -MAX_WBITS) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

void passkit_inflater_destroy(passkit_inflater *inflater) {
    if (inflater == NULL) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}

int passkit_inflater_step(passkit_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed,
                          uint8_t *output, size_t output_count, size_t *produced) {
    z_stream *stream = &inflater->stream;
    const uInt given = input_count < UINT_MAX ? (uInt)input_count : UINT_MAX;
    const uInt room = output_count < UINT_MAX ? (uInt)output_count : UINT_MAX;
    stream->next_in = (Bytef *)input;
    stream->avail_in = given;
    stream->next_out = output;
    stream->avail_out = room;
    /* All the input is at hand: told so, zlib sets up no window where the output has room for everything. */
    const int status = inflate(stream, Z_FINISH);
    *consumed = given - stream->avail_in;
    *produced = room - stream->avail_out;
    stream->next_in = NULL;
    stream->next_out = NULL;
    switch (status) {
    case Z_STREAM_END:
        return PASSKIT_INFLATE_END;
    case Z_OK:
    case Z_BUF_ERROR:
        /* With room left, zlib stopped because the input ran out: the stream breaks off. */
        return stream->avail_out == 0 ? PASSKIT_INFLATE_MORE : PASSKIT_INFLATE_INVALID;
    case Z_MEM_ERROR:
        return PASSKIT_INFLATE_MEMORY;
    default:
        return PASSKIT_INFLATE_INVALID;
    }
}

size_t passkit_deflate_bound(size_t count) {
    /* zlib's own worst case for small windows: five bytes for each stored block of 2^(memLevel+6) bytes, and slack. */
    return count + (count >> 3) + (count >> 8) + 64;
}

static size_t deflate_once(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, int level,
                           int flush) {
    if (input_count > UINT_MAX || output_count > UINT_MAX) return 0;
    /* Setting up a stream clears its tables. A window and tables just large enough for the input make that cheap:
     * most texts of a pass are a few kilobytes. */
    int window = 9;
    while (window < MAX_WBITS && ((size_t)1 << window) < input_count) window++;
    const int memory = window < 10 ? 3 : window - 7;
    z_stream stream = {0};
    if (deflateInit2(&stream, level, Z_DEFLATED, -window, memory, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)input_count;
    stream.next_out = output;
    stream.avail_out = (uInt)output_count;
    const int status = deflate(&stream, flush);
    const int is_done = flush == Z_FINISH ? status == Z_STREAM_END : status == Z_OK && stream.avail_out > 0;
    const size_t written = output_count - stream.avail_out;
    deflateEnd(&stream);
    return is_done ? written : 0;
}

size_t passkit_deflate(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, int level) {
    return deflate_once(input, input_count, output, output_count, level, Z_FINISH);
}

size_t passkit_deflate_part(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count, int level) {
    return deflate_once(input, input_count, output, output_count, level, Z_FULL_FLUSH);
}
