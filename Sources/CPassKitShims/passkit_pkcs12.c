#include <openssl/pkcs12.h>

#include "passkit_internal.h"

static int parse(PKCS12 *file, const char *password, EVP_PKEY **key, X509 **certificate, STACK_OF(X509) **others) {
    if (PKCS12_verify_mac(file, password, -1) != 1 && PKCS12_mac_present(file) == 1) {
        /* An empty password is written in two ways: as no bytes and as an empty string. */
        if (password[0] != 0 || PKCS12_verify_mac(file, NULL, 0) != 1) return PASSKIT_WRONG_PASSWORD;
        password = NULL;
    }
    return PKCS12_parse(file, password, key, certificate, others) == 1 ? PASSKIT_OK : PASSKIT_INVALID;
}

int passkit_pkcs12_read(const uint8_t *bytes, size_t count, const char *password, passkit_key **key,
                        passkit_certificate **certificate, passkit_certificate **others, size_t others_room,
                        size_t *others_count) {
    *key = NULL;
    *certificate = NULL;
    *others_count = 0;
    if (count > INT32_MAX) return PASSKIT_INVALID;

    struct passkit_legacy legacy;
    PKCS12 *file = passkit_legacy_open(&legacy) ? PKCS12_init_ex(NID_pkcs7_data, legacy.library, NULL) : NULL;
    const uint8_t *position = bytes;
    EVP_PKEY *read_key = NULL;
    X509 *read_certificate = NULL;
    STACK_OF(X509) *read_others = NULL;
    int outcome = PASSKIT_INVALID;
    if (file != NULL && d2i_PKCS12(&file, &position, (long)count) != NULL && position == bytes + count) {
        /* PKCS12_parse opens keys in the default context of the thread, not in the file's own. */
        OSSL_LIB_CTX *before = OSSL_LIB_CTX_set0_default(legacy.library);
        outcome = parse(file, password, &read_key, &read_certificate, &read_others);
        OSSL_LIB_CTX_set0_default(before);
    }

    if (outcome == PASSKIT_OK) {
        /* Everything moves to the process's own context by way of its encoding: the one made here goes away. */
        *key = (passkit_key *)passkit_key_move(read_key);
        const int read_count = read_others == NULL ? 0 : sk_X509_num(read_others);
        for (int i = -1; i < read_count; i++) { /* -1 is the certificate of the key itself */
            X509 *each = i < 0 ? read_certificate : sk_X509_value(read_others, i);
            uint8_t *encoded = NULL;
            const int length = each == NULL ? -1 : i2d_X509(each, &encoded);
            if (length <= 0) continue;
            passkit_certificate *moved = passkit_certificate_read(encoded, (size_t)length);
            OPENSSL_free(encoded);
            if (i < 0)
                *certificate = moved;
            else if (moved != NULL && *others_count < others_room)
                others[(*others_count)++] = moved;
            else
                passkit_certificate_release(moved);
        }
    }
    EVP_PKEY_free(read_key);
    X509_free(read_certificate);
    sk_X509_pop_free(read_others, X509_free);
    PKCS12_free(file);
    passkit_legacy_close(&legacy);
    ERR_clear_error();
    return outcome;
}

long passkit_pkcs12_create(const char *password, const passkit_key *key, const passkit_certificate *certificate,
                           passkit_certificate *const *others, size_t others_count, uint8_t *buffer, size_t room) {
    STACK_OF(X509) *chain = sk_X509_new_null();
    for (size_t i = 0; chain != NULL && i < others_count; i++) sk_X509_push(chain, as_x509(others[i]));
    PKCS12 *file = PKCS12_create(password, "pass", as_key(key), as_x509(certificate), chain, 0, 0, 0, 0, 0);
    uint8_t *encoded = NULL;
    const int count = file == NULL ? -1 : i2d_PKCS12(file, &encoded);
    PKCS12_free(file);
    sk_X509_free(chain);
    return passkit_take(encoded, count, buffer, room);
}
