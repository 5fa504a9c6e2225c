/* What the C files share; not visible to Swift. */
#ifndef PASSKIT_INTERNAL_H
#define PASSKIT_INTERNAL_H

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/provider.h>
#include <openssl/x509.h>
#include <stdint.h>
#include <string.h>

#include "passkit_crypto.h"

/* The opaque types are OpenSSL's own, which count references by themselves. */
static inline EVP_PKEY *as_key(const passkit_key *key) { return (EVP_PKEY *)key; }
static inline X509 *as_x509(const passkit_certificate *certificate) { return (X509 *)certificate; }

/* Copies when there is room, and says how much there is. */
static inline long passkit_copy(const void *bytes, size_t count, uint8_t *buffer, size_t room) {
    if (count <= room && count > 0) memcpy(buffer, bytes, count);
    return (long)count;
}

/* Copies what OpenSSL encoded for the caller and frees it. */
static inline long passkit_take(uint8_t *encoded, int count, uint8_t *buffer, size_t room) {
    long length = -1;
    if (encoded != NULL && count >= 0) length = passkit_copy(encoded, (size_t)count, buffer, room);
    OPENSSL_free(encoded);
    ERR_clear_error();
    return length;
}

/* SHA-1 or SHA-256, fetched once: fetching at every call costs more than a small digest. */
const EVP_MD *passkit_md_sha1(void);
const EVP_MD *passkit_md_sha256(void);

/* Seconds since 1970; INT64_MIN for a time that is none. */
int64_t passkit_seconds_of(const ASN1_TIME *time);

/* A library context of its own with the legacy provider, for what Keychain and old tools encrypt with (RC2, single
 * DES): loaded into the process's own context, everything else in the process would come to use it, too. */
struct passkit_legacy {
    OSSL_LIB_CTX *library;
    OSSL_PROVIDER *standard;
    OSSL_PROVIDER *legacy;
};
int passkit_legacy_open(struct passkit_legacy *legacy);
void passkit_legacy_close(struct passkit_legacy *legacy);

/* The same key in the process's own context, by way of its encoding, which is cleared: the other context goes away. */
EVP_PKEY *passkit_key_move(EVP_PKEY *key);

#endif
