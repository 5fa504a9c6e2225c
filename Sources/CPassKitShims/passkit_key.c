#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

#include "passkit_internal.h"

struct password {
    const char *bytes;
    size_t count;
    int was_asked;
};

static int give_password(char *buffer, int room, int writing, void *given) {
    (void)writing;
    struct password *password = given;
    password->was_asked = 1;
    if (password->bytes == NULL || password->count > (size_t)room) return -1;
    memcpy(buffer, password->bytes, password->count);
    return (int)password->count;
}

/* Reads PEM, or DER that fills the bytes: plain in any form, or encrypted PKCS#8. */
static EVP_PKEY *read_key(const uint8_t *bytes, size_t count, struct password *password, OSSL_LIB_CTX *library) {
    BIO *input = BIO_new_mem_buf(bytes, (int)count);
    if (input == NULL) return NULL;
    EVP_PKEY *key = PEM_read_bio_PrivateKey_ex(input, NULL, give_password, password, library, NULL);
    BIO_free(input);
    if (key != NULL || password->was_asked) return key;

    const uint8_t *position = bytes;
    key = d2i_AutoPrivateKey_ex(NULL, &position, (long)count, library, NULL);
    if (key != NULL) {
        if (position == bytes + count) return key;
        EVP_PKEY_free(key);
        return NULL;
    }
    position = bytes;
    X509_SIG *encrypted = d2i_X509_SIG(NULL, &position, (long)count);
    if (encrypted == NULL) return NULL;
    password->was_asked = 1;
    PKCS8_PRIV_KEY_INFO *info = NULL;
    if (position == bytes + count && password->bytes != NULL)
        info = PKCS8_decrypt_ex(encrypted, password->bytes, (int)password->count, library, NULL);
    key = info == NULL ? NULL : EVP_PKCS82PKEY_ex(info, library, NULL);
    PKCS8_PRIV_KEY_INFO_free(info);
    X509_SIG_free(encrypted);
    return key;
}

int passkit_key_read(const uint8_t *bytes, size_t count, const char *password, size_t password_count,
                     passkit_key **key) {
    *key = NULL;
    if (count > INT32_MAX || password_count > INT32_MAX) return PASSKIT_INVALID;
    struct password given = {password, password_count, 0};
    EVP_PKEY *read = read_key(bytes, count, &given, NULL);
    if (read == NULL && given.was_asked && password != NULL) {
        /* Perhaps the password is right, but the encryption older than what the process offers. */
        struct passkit_legacy legacy;
        if (passkit_legacy_open(&legacy)) {
            EVP_PKEY *foreign = read_key(bytes, count, &given, legacy.library);
            read = passkit_key_move(foreign);
            EVP_PKEY_free(foreign);
        }
        passkit_legacy_close(&legacy);
    }
    ERR_clear_error();
    if (read == NULL) {
        if (!given.was_asked) return PASSKIT_INVALID;
        return password == NULL ? PASSKIT_PASSWORD_NEEDED : PASSKIT_WRONG_PASSWORD;
    }
    *key = (passkit_key *)read;
    return PASSKIT_OK;
}

EVP_PKEY *passkit_key_move(EVP_PKEY *key) {
    PKCS8_PRIV_KEY_INFO *info = key == NULL ? NULL : EVP_PKEY2PKCS8(key);
    uint8_t *encoded = NULL;
    const int count = info == NULL ? -1 : i2d_PKCS8_PRIV_KEY_INFO(info, &encoded);
    PKCS8_PRIV_KEY_INFO_free(info);
    if (count <= 0) return NULL;
    const uint8_t *position = encoded;
    EVP_PKEY *moved = d2i_AutoPrivateKey(NULL, &position, count);
    OPENSSL_clear_free(encoded, (size_t)count);
    return moved;
}

passkit_key *passkit_key_generate_ec(const char *curve) {
    EVP_PKEY *key = EVP_EC_gen(curve);
    ERR_clear_error();
    return (passkit_key *)key;
}

passkit_key *passkit_key_generate_rsa(unsigned bits, unsigned exponent) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    EVP_PKEY *key = NULL;
    BIGNUM *number = BN_new();
    if (context != NULL && number != NULL && BN_set_word(number, exponent) == 1 &&
        EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, (int)bits) == 1 &&
        EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, number) == 1)
        EVP_PKEY_generate(context, &key);
    BN_free(number);
    EVP_PKEY_CTX_free(context);
    ERR_clear_error();
    return (passkit_key *)key;
}

void passkit_key_release(passkit_key *key) { EVP_PKEY_free(as_key(key)); }

static int type_of(const EVP_PKEY *key) {
    if (EVP_PKEY_is_a(key, "RSA")) return PASSKIT_KEY_RSA;
    if (EVP_PKEY_is_a(key, "EC")) {
        char group[64];
        size_t length = 0;
        if (EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
            (strcmp(group, "prime256v1") == 0 || strcmp(group, "P-256") == 0))
            return PASSKIT_KEY_P256;
    }
    return PASSKIT_KEY_OTHER;
}

int passkit_key_type(const passkit_key *key) {
    const int type = type_of(as_key(key));
    ERR_clear_error();
    return type;
}

int passkit_key_bits(const passkit_key *key) { return EVP_PKEY_get_bits(as_key(key)); }

long passkit_key_public_der(const passkit_key *key, uint8_t *buffer, size_t room) {
    uint8_t *encoded = NULL;
    const int count = i2d_PUBKEY(as_key(key), &encoded);
    return passkit_take(encoded, count, buffer, room);
}

long passkit_key_private_der(const passkit_key *key, uint8_t *buffer, size_t room) {
    uint8_t *encoded = NULL;
    PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(as_key(key));
    const int count = info == NULL ? -1 : i2d_PKCS8_PRIV_KEY_INFO(info, &encoded);
    long length = -1;
    if (count >= 0) {
        length = passkit_copy(encoded, (size_t)count, buffer, room);
        OPENSSL_clear_free(encoded, (size_t)count);
    }
    PKCS8_PRIV_KEY_INFO_free(info);
    ERR_clear_error();
    return length;
}

int passkit_key_is_strong(const passkit_key *key) {
    int is_strong = 0;
    switch (passkit_key_type(key)) {
    case PASSKIT_KEY_P256:
        is_strong = 1;
        break;
    case PASSKIT_KEY_RSA:
        if (EVP_PKEY_get_bits(as_key(key)) >= 2048) {
            /* A small exponent makes forgeries possible wherever padding is checked carelessly. */
            BIGNUM *exponent = NULL;
            if (EVP_PKEY_get_bn_param(as_key(key), OSSL_PKEY_PARAM_RSA_E, &exponent) == 1)
                is_strong = BN_num_bits(exponent) > 16 && BN_is_odd(exponent);
            BN_free(exponent);
        }
        break;
    default:
        break;
    }
    ERR_clear_error();
    return is_strong;
}

long passkit_key_sign_pss(passkit_key *key, const uint8_t *bytes, size_t count, uint8_t *signature, size_t room) {
    uint8_t digest[32];
    if (!passkit_sha256(bytes, count, digest)) return PASSKIT_MEMORY;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(as_key(key), NULL);
    long length = PASSKIT_INVALID;
    size_t written = room;
    if (context != NULL && EVP_PKEY_sign_init(context) == 1 &&
        EVP_PKEY_CTX_set_signature_md(context, passkit_md_sha256()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1 &&
        EVP_PKEY_sign(context, signature, &written, digest, sizeof digest) == 1)
        length = (long)written;
    EVP_PKEY_CTX_free(context);
    ERR_clear_error();
    return length;
}

long passkit_key_sign_any(const passkit_key *key, int uses_sha1, const uint8_t *bytes, size_t count,
                          uint8_t *signature, size_t room) {
    uint8_t digest[32];
    if (!(uses_sha1 ? passkit_sha1(bytes, count, digest) : passkit_sha256(bytes, count, digest))) return PASSKIT_MEMORY;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(as_key(key), NULL);
    size_t written = room;
    const int is_done =
        context != NULL && EVP_PKEY_sign_init(context) == 1 &&
        EVP_PKEY_CTX_set_signature_md(context, uses_sha1 ? passkit_md_sha1() : passkit_md_sha256()) == 1 &&
        EVP_PKEY_sign(context, signature, &written, digest, uses_sha1 ? 20 : 32) == 1;
    EVP_PKEY_CTX_free(context);
    ERR_clear_error();
    return is_done ? (long)written : PASSKIT_INVALID;
}
