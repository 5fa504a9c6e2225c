#include "creference_zip.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct creference_zip {
    z_stream inflater;
    z_stream deflater;
    uint8_t *output;
    size_t room;
};

creference_zip *creference_zip_create(size_t room, int level) {
    creference_zip *zip = calloc(1, sizeof *zip);
    if (zip == NULL) return NULL;
    /* What does not become smaller becomes a little larger. */
    zip->room = room + room / 1000 + 64;
    zip->output = malloc(zip->room);
    if (zip->output == NULL || inflateInit2(&zip->inflater, -MAX_WBITS) != Z_OK
        || deflateInit2(&zip->deflater, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        creference_zip_destroy(zip);
        return NULL;
    }
    return zip;
}

void creference_zip_destroy(creference_zip *zip) {
    if (zip == NULL) return;
    inflateEnd(&zip->inflater);
    deflateEnd(&zip->deflater);
    free(zip->output);
    free(zip);
}

uint32_t creference_crc32(const uint8_t *bytes, size_t count) { return (uint32_t)crc32_z(0, bytes, count); }

uint32_t creference_zip_read(creference_zip *zip, const creference_file *files, size_t count) {
    uint32_t combined = 0;
    for (size_t index = 0; index < count; index++) {
        const creference_file *file = &files[index];
        const uint8_t *content = file->data;
        if (file->is_deflated) {
            z_stream *stream = &zip->inflater;
            if (inflateReset(stream) != Z_OK) return UINT32_MAX;
            stream->next_in = (Bytef *)file->data;
            stream->avail_in = (uInt)file->data_size;
            stream->next_out = zip->output;
            stream->avail_out = (uInt)zip->room;
            if (inflate(stream, Z_FINISH) != Z_STREAM_END || stream->total_out != file->content_size) return UINT32_MAX;
            content = zip->output;
        }
        combined ^= creference_crc32(content, file->content_size);
    }
    return combined;
}

size_t creference_zip_deflate(creference_zip *zip, const uint8_t *content, size_t size, uint8_t *output, size_t room) {
    z_stream *stream = &zip->deflater;
    if (deflateReset(stream) != Z_OK) return 0;
    stream->next_in = (Bytef *)content;
    stream->avail_in = (uInt)size;
    stream->next_out = output;
    stream->avail_out = (uInt)room;
    return deflate(stream, Z_FINISH) == Z_STREAM_END ? stream->total_out : 0;
}

size_t creference_zip_write(creference_zip *zip, const creference_file *files, size_t count) {
    size_t written = 0;
    uint32_t combined = 0;
    for (size_t index = 0; index < count; index++) {
        const creference_file *file = &files[index];
        combined ^= creference_crc32(file->data, file->content_size);
        written += file->is_deflated
            ? creference_zip_deflate(zip, file->data, file->content_size, zip->output, zip->room)
            : file->content_size;
    }
    /* The CRCs are used, so that no compiler leaves them out. */
    return combined == 0 ? written : written + 1;
}

uint8_t creference_copy(const uint8_t *bytes, size_t count) {
    volatile uint8_t *copy = malloc(count);
    if (copy == NULL) return 0;
    memcpy((void *)copy, bytes, count);
    const uint8_t last = count == 0 ? 0 : copy[count - 1];
    free((void *)copy);
    return last;
}
