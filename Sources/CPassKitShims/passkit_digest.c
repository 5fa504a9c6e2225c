#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <pthread.h>

#include "passkit_internal.h"

static pthread_once_t fetched = PTHREAD_ONCE_INIT;
static EVP_MD *sha1;
static EVP_MD *sha256;

static void fetch(void) {
    sha1 = EVP_MD_fetch(NULL, "SHA1", NULL);
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    ERR_clear_error();
}

const EVP_MD *passkit_md_sha1(void) {
    pthread_once(&fetched, fetch);
    return sha1;
}

const EVP_MD *passkit_md_sha256(void) {
    pthread_once(&fetched, fetch);
    return sha256;
}

static int digest_of(const EVP_MD *kind, const uint8_t *bytes, size_t count, uint8_t *digest) {
    if (kind == NULL) return 0;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const int done = context != NULL && EVP_DigestInit_ex2(context, kind, NULL) == 1 &&
                     EVP_DigestUpdate(context, bytes, count) == 1 && EVP_DigestFinal_ex(context, digest, NULL) == 1;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return done;
}

int passkit_sha1(const uint8_t *bytes, size_t count, uint8_t digest[20]) {
    return digest_of(passkit_md_sha1(), bytes, count, digest);
}

int passkit_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
    return digest_of(passkit_md_sha256(), bytes, count, digest);
}

int passkit_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count, uint8_t code[32]) {
    static const uint8_t empty = 0;
    const EVP_MD *kind = passkit_md_sha256();
    if (kind == NULL || key_count > INT32_MAX) return 0;
    const int done = HMAC(kind, key != NULL ? key : &empty, (int)key_count, bytes, count, code, NULL) != NULL;
    ERR_clear_error();
    return done;
}

int passkit_equal(const uint8_t *left, const uint8_t *right, size_t count) {
    return CRYPTO_memcmp(left, right, count) == 0;
}

void passkit_cleanse(void *bytes, size_t count) { OPENSSL_cleanse(bytes, count); }
