#define _GNU_SOURCE
#include "creference_pass.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MOST_FILES = 32, ROOM = 1 << 20 };

struct creference_identity {
    EVP_PKEY *key;
    X509 *certificate;
    X509 *issuer;
    STACK_OF(X509) *chain;
    EVP_PKEY_CTX *raw;
    EVP_MD *sha1;
    z_stream deflating;
    z_stream inflating;
    uint8_t *scratch;
};

static X509 *read_certificate(const uint8_t *pem, size_t size) {
    BIO *input = BIO_new_mem_buf(pem, (int)size);
    X509 *certificate = PEM_read_bio_X509(input, NULL, NULL, NULL);
    BIO_free(input);
    return certificate;
}

creference_identity *creference_identity_create(const uint8_t *key, size_t key_size, const uint8_t *certificate,
                                                size_t certificate_size, const uint8_t *issuer, size_t issuer_size) {
    creference_identity *identity = calloc(1, sizeof *identity);
    if (identity == NULL) return NULL;
    BIO *input = BIO_new_mem_buf(key, (int)key_size);
    identity->key = PEM_read_bio_PrivateKey(input, NULL, NULL, NULL);
    BIO_free(input);
    identity->certificate = read_certificate(certificate, certificate_size);
    identity->issuer = read_certificate(issuer, issuer_size);
    identity->chain = sk_X509_new_null();
    identity->sha1 = EVP_MD_fetch(NULL, "SHA1", NULL);
    identity->scratch = malloc(ROOM);
    if (identity->key != NULL) identity->raw = EVP_PKEY_CTX_new(identity->key, NULL);
    if (identity->raw == NULL || identity->certificate == NULL || identity->issuer == NULL || identity->chain == NULL
        || identity->sha1 == NULL || identity->scratch == NULL || sk_X509_push(identity->chain, identity->issuer) == 0
        || EVP_PKEY_sign_init(identity->raw) != 1
        || EVP_PKEY_CTX_set_signature_md(identity->raw, EVP_sha256()) != 1
        || deflateInit2(&identity->deflating, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY)
            != Z_OK
        || inflateInit2(&identity->inflating, -MAX_WBITS) != Z_OK) {
        creference_identity_destroy(identity);
        return NULL;
    }
    return identity;
}

void creference_identity_destroy(creference_identity *identity) {
    if (identity == NULL) return;
    EVP_PKEY_CTX_free(identity->raw);
    EVP_PKEY_free(identity->key);
    sk_X509_free(identity->chain);
    X509_free(identity->certificate);
    X509_free(identity->issuer);
    EVP_MD_free(identity->sha1);
    deflateEnd(&identity->deflating);
    inflateEnd(&identity->inflating);
    free(identity->scratch);
    free(identity);
}

size_t creference_sign_raw(creference_identity *identity) {
    static const uint8_t digest[32] = {1, 2, 3};
    uint8_t signature[1024];
    size_t size = sizeof signature;
    return EVP_PKEY_sign(identity->raw, signature, &size, digest, sizeof digest) == 1 ? size : 0;
}

/* MARK: making */

static uint8_t *put16(uint8_t *to, unsigned value) {
    to[0] = (uint8_t)value;
    to[1] = (uint8_t)(value >> 8);
    return to + 2;
}

static uint8_t *put32(uint8_t *to, unsigned long value) { return put16(put16(to, value & 0xFFFF), value >> 16); }

struct entry {
    const char *name;
    unsigned long crc;
    size_t size;
    size_t compressed;
    size_t offset;
    int method;
};

/* Version, flags, method, time, CRC, sizes and lengths, as both headers have them. */
static uint8_t *put_common(uint8_t *to, const struct entry *entry) {
    to = put16(to, 20);
    to = put16(to, 0);
    to = put16(to, (unsigned)entry->method);
    to = put16(to, 0);
    to = put16(to, 0x21);
    to = put32(to, entry->crc);
    to = put32(to, entry->compressed);
    to = put32(to, entry->size);
    to = put16(to, (unsigned)strlen(entry->name));
    return put16(to, 0);
}

struct archive {
    creference_identity *identity;
    uint8_t *output;
    uint8_t *end;
    uint8_t *position;
    struct entry entries[MOST_FILES];
    size_t count;
};

static int add(struct archive *archive, const char *name, const uint8_t *content, size_t size, int is_text) {
    if (archive->count == MOST_FILES || (size_t)(archive->end - archive->position) < 2 * size + 1024) return 0;
    struct entry *entry = &archive->entries[archive->count++];
    const size_t name_size = strlen(name);
    uint8_t *data = archive->position + 30 + name_size;
    *entry = (struct entry){name, crc32(0, content, (uInt)size), size, size, (size_t)(archive->position - archive->output),
                            0};
    if (is_text) {
        z_stream *stream = &archive->identity->deflating;
        if (deflateReset(stream) != Z_OK) return 0;
        stream->next_in = (Bytef *)content;
        stream->avail_in = (uInt)size;
        stream->next_out = data;
        stream->avail_out = (uInt)(archive->end - data);
        if (deflate(stream, Z_FINISH) != Z_STREAM_END) return 0;
        entry->method = 8;
        entry->compressed = stream->total_out;
    } else {
        memcpy(data, content, size);
    }
    uint8_t *header = put_common(put32(archive->position, 0x04034B50), entry);
    memcpy(header, name, name_size);
    archive->position = data + entry->compressed;
    return 1;
}

static size_t finish(struct archive *archive) {
    uint8_t *start = archive->position;
    uint8_t *to = start;
    for (size_t i = 0; i < archive->count; i++) {
        const struct entry *entry = &archive->entries[i];
        to = put_common(put16(put32(to, 0x02014B50), 20), entry);
        memset(to, 0, 10);
        to = put32(to + 10, entry->offset);
        memcpy(to, entry->name, strlen(entry->name));
        to += strlen(entry->name);
    }
    const size_t size = (size_t)(to - start);
    to = put32(put32(to, 0x06054B50), 0);
    to = put16(put16(to, (unsigned)archive->count), (unsigned)archive->count);
    to = put16(put32(put32(to, size), (unsigned long)(start - archive->output)), 0);
    return (size_t)(to - archive->output);
}

static size_t sign(creference_identity *identity, const uint8_t *manifest, size_t size, uint8_t **signature) {
    BIO *input = BIO_new_mem_buf(manifest, (int)size);
    CMS_ContentInfo *envelope = CMS_sign(identity->certificate, identity->key, identity->chain, input,
                                         CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP);
    BIO_free(input);
    *signature = NULL;
    const int count = envelope == NULL ? 0 : i2d_CMS_ContentInfo(envelope, signature);
    CMS_ContentInfo_free(envelope);
    return count < 0 ? 0 : (size_t)count;
}

size_t creference_make_pass(creference_identity *identity, const creference_pass_file *files, size_t count,
                            uint8_t *output, size_t room) {
    struct archive archive = {identity, output, output + room, output, {{0}}, 0};
    char *manifest = (char *)identity->scratch;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t digest[20];
        if (EVP_Digest(files[i].content, files[i].size, digest, NULL, identity->sha1, NULL) != 1) return 0;
        length += (size_t)snprintf(manifest + length, ROOM - length, "%s\"%s\":\"", i == 0 ? "{" : ",", files[i].name);
        for (int j = 0; j < 20; j++) {
            manifest[length++] = "0123456789abcdef"[digest[j] >> 4];
            manifest[length++] = "0123456789abcdef"[digest[j] & 15];
        }
        manifest[length++] = '"';
        if (!add(&archive, files[i].name, files[i].content, files[i].size, files[i].is_text)) return 0;
    }
    manifest[length++] = '}';
    uint8_t *signature;
    const size_t signature_size = sign(identity, (uint8_t *)manifest, length, &signature);
    const int done = signature_size > 0 && add(&archive, "manifest.json", (uint8_t *)manifest, length, 1)
                     && add(&archive, "signature", signature, signature_size, 0);
    OPENSSL_free(signature);
    return done ? finish(&archive) : 0;
}

/* MARK: verifying */

static unsigned long get32(const uint8_t *at) {
    return at[0] | (unsigned long)at[1] << 8 | (unsigned long)at[2] << 16 | (unsigned long)at[3] << 24;
}

static unsigned get16(const uint8_t *at) { return at[0] | (unsigned)at[1] << 8; }

struct content {
    const char *name;
    size_t name_size;
    const uint8_t *bytes;
    size_t size;
};

/* Whether the manifest gives that digest for that name. */
static int is_listed(const struct content *manifest, const struct content *file, const uint8_t digest[20]) {
    char line[512];
    int length = snprintf(line, sizeof line - 44, "\"%.*s\":\"", (int)file->name_size, file->name);
    for (int i = 0; i < 20; i++) {
        line[length++] = "0123456789abcdef"[digest[i] >> 4];
        line[length++] = "0123456789abcdef"[digest[i] & 15];
    }
    line[length++] = '"';
    return memmem(manifest->bytes, manifest->size, line, (size_t)length) != NULL;
}

static int verify_signature(creference_identity *identity, const struct content *manifest,
                            const struct content *signature) {
    const uint8_t *position = signature->bytes;
    CMS_ContentInfo *envelope = d2i_CMS_ContentInfo(NULL, &position, (long)signature->size);
    if (envelope == NULL) return 0;
    BIO *input = BIO_new_mem_buf(manifest->bytes, (int)manifest->size);
    int holds = CMS_verify(envelope, NULL, NULL, input, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    STACK_OF(X509) *signers = holds ? CMS_get0_signers(envelope) : NULL;
    holds = holds && sk_X509_num(signers) == 1
            && X509_check_issued(identity->issuer, sk_X509_value(signers, 0)) == X509_V_OK
            && X509_verify(sk_X509_value(signers, 0), X509_get0_pubkey(identity->issuer)) == 1;
    sk_X509_free(signers);
    BIO_free(input);
    CMS_ContentInfo_free(envelope);
    return holds;
}

int creference_verify_pass(creference_identity *identity, const uint8_t *archive, size_t size) {
    if (size < 22 || get32(archive + size - 22) != 0x06054B50) return 0;
    const size_t count = get16(archive + size - 12);
    const uint8_t *record = archive + get32(archive + size - 6);
    if (count > MOST_FILES) return 0;
    struct content files[MOST_FILES];
    const struct content *manifest = NULL, *signature = NULL;
    uint8_t *room = identity->scratch;
    for (size_t i = 0; i < count; i++) {
        const uint8_t *header = archive + get32(record + 42);
        const uint8_t *data = header + 30 + get16(header + 26) + get16(header + 28);
        struct content *file = &files[i];
        *file = (struct content){(const char *)record + 46, get16(record + 28), data, get32(record + 24)};
        if (get16(record + 10) == 8) {
            z_stream *stream = &identity->inflating;
            if (inflateReset(stream) != Z_OK) return 0;
            stream->next_in = (Bytef *)data;
            stream->avail_in = (uInt)get32(record + 20);
            stream->next_out = room;
            stream->avail_out = (uInt)(ROOM - (room - identity->scratch));
            if (inflate(stream, Z_FINISH) != Z_STREAM_END) return 0;
            file->bytes = room;
            file->size = stream->total_out;
            room += file->size;
        }
        if (crc32(0, file->bytes, (uInt)file->size) != get32(record + 16)) return 0;
        if (file->name_size == 13 && memcmp(file->name, "manifest.json", 13) == 0) manifest = file;
        if (file->name_size == 9 && memcmp(file->name, "signature", 9) == 0) signature = file;
        record += 46 + file->name_size + get16(record + 30) + get16(record + 32);
    }
    if (manifest == NULL || signature == NULL) return 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t digest[20];
        if (&files[i] == manifest || &files[i] == signature) continue;
        if (EVP_Digest(files[i].bytes, files[i].size, digest, NULL, identity->sha1, NULL) != 1) return 0;
        if (!is_listed(manifest, &files[i], digest)) return 0;
    }
    return verify_signature(identity, manifest, signature);
}
