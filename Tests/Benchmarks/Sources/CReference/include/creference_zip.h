/* zlib alone, with its streams and all memory set up beforehand. */
#ifndef CREFERENCE_ZIP_H
#define CREFERENCE_ZIP_H

#include <stddef.h>
#include <stdint.h>

/* One file of an archive: `data` is compressed where `is_deflated` says so. */
typedef struct {
    const uint8_t *data;
    size_t data_size;
    size_t content_size;
    int is_deflated;
} creference_file;

/* Streams that are reset for each file, and room for the largest. */
typedef struct creference_zip creference_zip;

/* NULL when there is no memory. `room` is the most bytes that a file has, inflated. */
creference_zip *creference_zip_create(size_t room, int level);
void creference_zip_destroy(creference_zip *zip);

/* Inflates each file that is deflated and takes zlib's CRC-32 of all contents; all CRCs combined by exclusive or, and
 * 0xFFFFFFFF when a stream is broken. */
uint32_t creference_zip_read(creference_zip *zip, const creference_file *files, size_t count);

/* Takes zlib's CRC-32 of each content and deflates those whose `is_deflated` is set; the bytes deflated to. */
size_t creference_zip_write(creference_zip *zip, const creference_file *files, size_t count);

/* Deflates one content into the output, which must have room; the bytes written, 0 when they do not fit. */
size_t creference_zip_deflate(creference_zip *zip, const uint8_t *content, size_t size, uint8_t *output, size_t room);

/* zlib's CRC-32. */
uint32_t creference_crc32(const uint8_t *bytes, size_t count);

/* Copies bytes into a block made for them, and frees it: what a new array of the same bytes costs at least. */
uint8_t creference_copy(const uint8_t *bytes, size_t count);

#endif
