#include <limits.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include "passkit_internal.h"

passkit_certificate *passkit_certificate_read(const uint8_t *bytes, size_t count) {
    if (count > INT32_MAX) return NULL;
    const uint8_t *position = bytes;
    X509 *certificate = d2i_X509(NULL, &position, (long)count);
    if (certificate != NULL && position != bytes + count) {
        X509_free(certificate);
        certificate = NULL;
    }
    ERR_clear_error();
    return (passkit_certificate *)certificate;
}

void passkit_certificate_release(passkit_certificate *certificate) { X509_free(as_x509(certificate)); }

long passkit_certificate_part(const passkit_certificate *certificate, int part, uint8_t *buffer, size_t room) {
    X509 *x509 = as_x509(certificate);
    uint8_t *encoded = NULL;
    const ASN1_OCTET_STRING *identifier = NULL;
    int count = -1;
    switch (part) {
    case PASSKIT_PART_CERTIFICATE:
        count = i2d_X509(x509, &encoded);
        break;
    case PASSKIT_PART_SUBJECT:
        count = i2d_X509_NAME(X509_get_subject_name(x509), &encoded);
        break;
    case PASSKIT_PART_ISSUER:
        count = i2d_X509_NAME(X509_get_issuer_name(x509), &encoded);
        break;
    case PASSKIT_PART_SERIAL:
        count = i2d_ASN1_INTEGER(X509_get_serialNumber(x509), &encoded);
        break;
    case PASSKIT_PART_PUBLIC_KEY:
        count = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(x509), &encoded);
        break;
    case PASSKIT_PART_SUBJECT_KEY_ID:
    case PASSKIT_PART_AUTHORITY_KEY_ID:
        identifier = part == PASSKIT_PART_SUBJECT_KEY_ID ? X509_get0_subject_key_id(x509)
                                                         : X509_get0_authority_key_id(x509);
        ERR_clear_error();
        if (identifier == NULL) return 0;
        return passkit_copy(ASN1_STRING_get0_data(identifier), (size_t)ASN1_STRING_length(identifier), buffer, room);
    default:
        return -1;
    }
    return passkit_take(encoded, count, buffer, room);
}

long passkit_certificate_issuer_text(const passkit_certificate *certificate, uint8_t *buffer, size_t room) {
    BIO *output = BIO_new(BIO_s_mem());
    if (output == NULL) return -1;
    long length = -1;
    char *text = NULL;
    /* Unsafe characters and controls are escaped; UTF-8 stays. */
    if (X509_NAME_print_ex(output, X509_get_issuer_name(as_x509(certificate)), 0,
                           XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) >= 0) {
        const long count = BIO_get_mem_data(output, &text);
        if (count >= 0) length = passkit_copy(text, (size_t)count, buffer, room);
    }
    BIO_free(output);
    ERR_clear_error();
    return length;
}

long passkit_certificate_subject(const passkit_certificate *certificate, const char *oid, uint8_t *buffer,
                                 size_t room) {
    ASN1_OBJECT *object = OBJ_txt2obj(oid, 1);
    if (object == NULL) return -1;
    X509_NAME *subject = X509_get_subject_name(as_x509(certificate));
    const int first = X509_NAME_get_index_by_OBJ(subject, object, -1);
    const int second = first < 0 ? -1 : X509_NAME_get_index_by_OBJ(subject, object, first);
    ASN1_OBJECT_free(object);
    if (first < 0) return -1;
    if (second >= 0) return -2;
    uint8_t *text = NULL;
    const int count = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first)));
    const long length = passkit_take(text, count, buffer, room);
    return length < 0 ? -3 : length;
}

long passkit_certificate_extension(const passkit_certificate *certificate, const char *oid, uint8_t *buffer,
                                   size_t room) {
    ASN1_OBJECT *object = OBJ_txt2obj(oid, 1);
    if (object == NULL) return -1;
    const X509 *x509 = as_x509(certificate);
    const int first = X509_get_ext_by_OBJ(x509, object, -1);
    const int second = first < 0 ? -1 : X509_get_ext_by_OBJ(x509, object, first);
    ASN1_OBJECT_free(object);
    if (first < 0) return -1;
    if (second >= 0) return -2;
    const ASN1_OCTET_STRING *content = X509_EXTENSION_get_data(X509_get_ext(x509, first));
    return passkit_copy(ASN1_STRING_get0_data(content), (size_t)ASN1_STRING_length(content), buffer, room);
}

int passkit_certificate_has_usage(const passkit_certificate *certificate, const char *oid) {
    EXTENDED_KEY_USAGE *usages = X509_get_ext_d2i(as_x509(certificate), NID_ext_key_usage, NULL, NULL);
    ASN1_OBJECT *wanted = OBJ_txt2obj(oid, 1);
    int found = usages == NULL ? -1 : 0;
    for (int i = 0; wanted != NULL && i < sk_ASN1_OBJECT_num(usages); i++)
        if (OBJ_cmp(sk_ASN1_OBJECT_value(usages, i), wanted) == 0) found = 1;
    ASN1_OBJECT_free(wanted);
    EXTENDED_KEY_USAGE_free(usages);
    ERR_clear_error();
    return found;
}

int64_t passkit_seconds_of(const ASN1_TIME *time) {
    ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
    int days = 0;
    int seconds = 0;
    const int done = epoch != NULL && time != NULL && ASN1_TIME_diff(&days, &seconds, epoch, time) == 1;
    ASN1_TIME_free(epoch);
    ERR_clear_error();
    return done ? (int64_t)days * 86400 + seconds : INT64_MIN;
}

int64_t passkit_certificate_not_before(const passkit_certificate *certificate) {
    return passkit_seconds_of(X509_get0_notBefore(as_x509(certificate)));
}

int64_t passkit_certificate_not_after(const passkit_certificate *certificate) {
    return passkit_seconds_of(X509_get0_notAfter(as_x509(certificate)));
}

int passkit_certificate_key_type(const passkit_certificate *certificate) {
    EVP_PKEY *key = X509_get0_pubkey(as_x509(certificate));
    const int type = key == NULL ? PASSKIT_KEY_OTHER : passkit_key_type((passkit_key *)key);
    ERR_clear_error();
    return type;
}

int passkit_certificate_key_bits(const passkit_certificate *certificate) {
    EVP_PKEY *key = X509_get0_pubkey(as_x509(certificate));
    ERR_clear_error();
    return key == NULL ? 0 : EVP_PKEY_get_bits(key);
}

int passkit_certificate_key_is_strong(const passkit_certificate *certificate) {
    EVP_PKEY *key = X509_get0_pubkey(as_x509(certificate));
    ERR_clear_error();
    return key != NULL && passkit_key_is_strong((passkit_key *)key);
}

int passkit_certificate_verify(const passkit_certificate *certificate, const uint8_t *bytes, size_t count,
                               const uint8_t *signature, size_t signature_count) {
    EVP_PKEY *key = X509_get0_pubkey(as_x509(certificate));
    EVP_PKEY_CTX *context = key == NULL ? NULL : EVP_PKEY_CTX_new(key, NULL);
    uint8_t digest[32];
    const int holds = context != NULL && passkit_sha256(bytes, count, digest) &&
                      EVP_PKEY_verify_init(context) == 1 &&
                      EVP_PKEY_CTX_set_signature_md(context, passkit_md_sha256()) == 1 &&
                      EVP_PKEY_verify(context, signature, signature_count, digest, sizeof digest) == 1;
    EVP_PKEY_CTX_free(context);
    ERR_clear_error();
    return holds;
}

int passkit_certificate_is_authority(const passkit_certificate *certificate) {
    const int is_authority = X509_check_ca(as_x509(certificate)) > 0;
    ERR_clear_error();
    return is_authority;
}

int passkit_certificate_matches_key(const passkit_certificate *certificate, const passkit_key *key) {
    const int matches = X509_check_private_key(as_x509(certificate), as_key(key)) == 1;
    ERR_clear_error();
    return matches;
}

int passkit_certificate_issued_by(const passkit_certificate *certificate, const passkit_certificate *issuer) {
    EVP_PKEY *key = X509_get0_pubkey(as_x509(issuer));
    const int issued = key != NULL && X509_check_issued(as_x509(issuer), as_x509(certificate)) == X509_V_OK &&
                       X509_verify(as_x509(certificate), key) == 1;
    ERR_clear_error();
    return issued;
}
