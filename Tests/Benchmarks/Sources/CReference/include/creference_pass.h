/* What making and verifying a pass takes in straightforward C: zlib and libcrypto called as their manuals show, with
 * streams, buffers and the identity set up beforehand. */
#ifndef CREFERENCE_PASS_H
#define CREFERENCE_PASS_H

#include <stddef.h>
#include <stdint.h>

/* One file of a pass. */
typedef struct {
    const char *name;
    const uint8_t *content;
    size_t size;
    int is_text; /* deflated; others are stored */
} creference_pass_file;

/* A key, its certificate, and the certificate of its issuer. */
typedef struct creference_identity creference_identity;

/* Everything in PEM; NULL when something cannot be read. */
creference_identity *creference_identity_create(const uint8_t *key, size_t key_size, const uint8_t *certificate,
                                                size_t certificate_size, const uint8_t *issuer, size_t issuer_size);
void creference_identity_destroy(creference_identity *identity);

/* One operation of the private key, on a context that is set up: the limit of signing. The length of the signature. */
size_t creference_sign_raw(creference_identity *identity);

/* Hashes, deflates texts, writes the manifest, signs it with CMS_sign, and assembles a ZIP archive in `output`, which
 * must have room. The bytes written, 0 on failure. */
size_t creference_make_pass(creference_identity *identity, const creference_pass_file *files, size_t count,
                            uint8_t *output, size_t room);

/* Inflates, checks CRC-32 and SHA-1 of every file against directory and manifest, then the signature over the manifest,
 * and that the identity's issuer issued the signer's certificate. 1 when all of that holds. */
int creference_verify_pass(creference_identity *identity, const uint8_t *archive, size_t size);

#endif
