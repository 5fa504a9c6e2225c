#include <openssl/core_names.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

#include "passkit_internal.h"

static int add_extension(X509 *certificate, int kind, const char *value) {
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, kind, value);
    const int added = extension != NULL && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

/* Apple's mark of an intermediate for developers. */
static const char developer_relations[] = "1.2.840.113635.100.6.2.1";

static int add_mark(X509 *certificate) {
    static const uint8_t null[] = {5, 0};
    ASN1_OBJECT *kind = OBJ_txt2obj(developer_relations, 1);
    ASN1_OCTET_STRING *content = ASN1_OCTET_STRING_new();
    X509_EXTENSION *extension = NULL;
    if (kind != NULL && content != NULL && ASN1_OCTET_STRING_set(content, null, sizeof null) == 1)
        extension = X509_EXTENSION_create_by_OBJ(NULL, kind, 0, content);
    const int added = extension != NULL && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    ASN1_OCTET_STRING_free(content);
    ASN1_OBJECT_free(kind);
    return added;
}

static int has_mark(const X509 *certificate) {
    ASN1_OBJECT *kind = OBJ_txt2obj(developer_relations, 1);
    const int found = kind != NULL && X509_get_ext_by_OBJ(certificate, kind, -1) >= 0;
    ASN1_OBJECT_free(kind);
    return found;
}

static int add_key_identifier(X509 *certificate, const uint8_t *bytes, size_t count) {
    if (count == 0) return 1;
    ASN1_OCTET_STRING *identifier = ASN1_OCTET_STRING_new();
    const int added = identifier != NULL && ASN1_OCTET_STRING_set(identifier, bytes, (int)count) == 1 &&
                      X509_add1_ext_i2d(certificate, NID_subject_key_identifier, identifier, 0, X509V3_ADD_DEFAULT) == 1;
    ASN1_OCTET_STRING_free(identifier);
    return added;
}

passkit_certificate *passkit_anchor_create(const uint8_t *name, size_t name_count, const uint8_t *public_key,
                                           size_t public_key_count, const uint8_t *key_id, size_t key_id_count,
                                           int64_t not_before, int64_t not_after) {
    X509 *certificate = X509_new();
    const uint8_t *position = name;
    X509_NAME *subject = d2i_X509_NAME(NULL, &position, (long)name_count);
    position = public_key;
    EVP_PKEY *key = d2i_PUBKEY(NULL, &position, (long)public_key_count);
    /* Encoding and reading it again gives the parsed form, as of any other certificate; so it needs a signature, which
     * a key made for the moment gives: that of a trust anchor is never looked at. */
    EVP_PKEY *throw_away = EVP_EC_gen("P-256");
    X509 *parsed = NULL;
    if (certificate != NULL && subject != NULL && key != NULL && throw_away != NULL &&
        X509_set_version(certificate, 2) == 1 && ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1) == 1 &&
        X509_set_subject_name(certificate, subject) == 1 && X509_set_issuer_name(certificate, subject) == 1 &&
        X509_set_pubkey(certificate, key) == 1 &&
        ASN1_TIME_set(X509_getm_notBefore(certificate), (time_t)not_before) != NULL &&
        ASN1_TIME_set(X509_getm_notAfter(certificate), (time_t)not_after) != NULL &&
        add_extension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
        add_key_identifier(certificate, key_id, key_id_count) && add_mark(certificate) &&
        X509_sign(certificate, throw_away, passkit_md_sha256()) > 0) {
        uint8_t *encoded = NULL;
        const int count = i2d_X509(certificate, &encoded);
        if (count > 0) parsed = (X509 *)passkit_certificate_read(encoded, (size_t)count);
        OPENSSL_free(encoded);
    }
    EVP_PKEY_free(throw_away);
    EVP_PKEY_free(key);
    X509_NAME_free(subject);
    X509_free(certificate);
    ERR_clear_error();
    return (passkit_certificate *)parsed;
}

static int outcome_of(int error) {
    switch (error) {
    case X509_V_OK:
        return PASSKIT_CHAIN_OK;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return PASSKIT_CHAIN_NO_ANCHOR;
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return PASSKIT_CHAIN_EXPIRED;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return PASSKIT_CHAIN_WEAK;
    default:
        return PASSKIT_CHAIN_INVALID;
    }
}

struct passkit_anchors {
    X509_STORE *store;
};

passkit_anchors *passkit_anchors_create(passkit_certificate *const *anchors, size_t count) {
    passkit_anchors *created = calloc(1, sizeof *created);
    if (created == NULL) return NULL;
    created->store = X509_STORE_new();
    for (size_t i = 0; created->store != NULL && i < count; i++) X509_STORE_add_cert(created->store, as_x509(anchors[i]));
    ERR_clear_error();
    return created;
}

void passkit_anchors_release(passkit_anchors *anchors) {
    if (anchors == NULL) return;
    X509_STORE_free(anchors->store);
    free(anchors);
}

/* What holds of the chain that was found: while all its certificates are valid, and who issued the first. */
static void describe(X509_STORE_CTX *context, passkit_chain *chain) {
    STACK_OF(X509) *certificates = X509_STORE_CTX_get0_chain(context);
    chain->not_before = INT64_MIN;
    chain->not_after = INT64_MAX;
    chain->issuer_is_marked = sk_X509_num(certificates) < 2 ? -1 : has_mark(sk_X509_value(certificates, 1));
    for (int i = 0; i < sk_X509_num(certificates); i++) {
        const int64_t not_before = passkit_seconds_of(X509_get0_notBefore(sk_X509_value(certificates, i)));
        const int64_t not_after = passkit_seconds_of(X509_get0_notAfter(sk_X509_value(certificates, i)));
        if (not_before > chain->not_before) chain->not_before = not_before;
        if (not_after < chain->not_after) chain->not_after = not_after;
    }
}

/* Digests for which collisions are made at will. */
static int is_broken_digest(const X509 *certificate) {
    int digest = NID_undef;
    X509_get_signature_info((X509 *)certificate, &digest, NULL, NULL, NULL);
    return digest == NID_md5 || digest == NID_md4 || digest == NID_md2 || digest == NID_mdc2;
}

/* Less than 112 bits of security, or an RSA exponent below 65537. */
static int is_weak_key(const X509 *certificate) {
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key == NULL || EVP_PKEY_get_security_bits(key) < 112) return 1;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA) return 0;
    BIGNUM *exponent = NULL;
    const int is_read = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) == 1;
    const int is_weak = !is_read || BN_num_bits(exponent) < 17;
    BN_free(exponent);
    return is_weak;
}

/* Whatever time the signer claims: a level of security that lets SHA-1 pass lets everything pass. The first
 * certificate's key is judged with the signature, the last one's signature is never looked at. */
static int is_weak(X509_STORE_CTX *context) {
    STACK_OF(X509) *certificates = X509_STORE_CTX_get0_chain(context);
    const int count = sk_X509_num(certificates);
    for (int i = 0; i < count; i++) {
        const X509 *certificate = sk_X509_value(certificates, i);
        if (i > 0 && is_weak_key(certificate)) return 1;
        if (i + 1 < count && is_broken_digest(certificate)) return 1;
    }
    return 0;
}

void passkit_chain_check(const passkit_certificate *leaf, passkit_certificate *const *others, size_t others_count,
                         const passkit_anchors *anchors, int64_t time, int allow_sha1, passkit_chain *chain) {
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    STACK_OF(X509) *untrusted = sk_X509_new_null();
    int error = X509_V_ERR_UNSPECIFIED;
    if (anchors->store == NULL || context == NULL || untrusted == NULL) goto done;
    for (size_t i = 0; i < others_count; i++) sk_X509_push(untrusted, as_x509(others[i]));
    if (X509_STORE_CTX_init(context, anchors->store, as_x509(leaf), untrusted) != 1) goto done;

    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, (time_t)time);
    X509_VERIFY_PARAM_set_depth(parameters, 3);
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY);
    X509_VERIFY_PARAM_set_auth_level(parameters, allow_sha1 ? 0 : 1);
    /* An anchor may be an intermediate: nothing above it is asked for. Trusted certificates come first, so that a
     * chain never runs past a known anchor. */
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST);
    error = X509_verify_cert(context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context);
    if (error == X509_V_OK && X509_STORE_CTX_get_error(context) != X509_V_OK) error = X509_V_ERR_UNSPECIFIED;
    if (error == X509_V_OK && is_weak(context)) error = X509_V_ERR_CA_MD_TOO_WEAK;
    if (error == X509_V_OK) describe(context, chain);
done:
    chain->outcome = outcome_of(error);
    chain->reason = X509_verify_cert_error_string(error);
    sk_X509_free(untrusted);
    X509_STORE_CTX_free(context);
    ERR_clear_error();
}
