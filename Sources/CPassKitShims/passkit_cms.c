#include <openssl/asn1.h>
#include <openssl/cms.h>
#include <stdlib.h>

#include "passkit_internal.h"

struct passkit_cms {
    CMS_ContentInfo *envelope;
    CMS_SignerInfo *signer; /* belongs to the envelope */
    STACK_OF(X509) *certificates;
};

/* Takes the envelope in when it is one that a pass may have. */
static int check(CMS_ContentInfo *envelope, passkit_cms *cms) {
    if (OBJ_obj2nid(CMS_get0_type(envelope)) != NID_pkcs7_signed) return PASSKIT_CMS_NOT_SIGNED_DATA;
    if (OBJ_obj2nid(CMS_get0_eContentType(envelope)) != NID_pkcs7_data) return PASSKIT_CMS_CONTENT_TYPE;
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(envelope);
    if (sk_CMS_SignerInfo_num(signers) != 1) return PASSKIT_CMS_SIGNER_COUNT;
    STACK_OF(X509_CRL) *lists = CMS_get1_crls(envelope);
    const int list_count = sk_X509_CRL_num(lists);
    sk_X509_CRL_pop_free(lists, X509_CRL_free);
    if (list_count > 0) return PASSKIT_CMS_REVOCATION_LISTS;
    cms->certificates = CMS_get1_certs(envelope);
    cms->signer = sk_CMS_SignerInfo_value(signers, 0);
    return PASSKIT_CMS_OK;
}

int passkit_cms_read(const uint8_t *bytes, size_t count, passkit_cms **cms) {
    *cms = NULL;
    if (count > INT32_MAX) return PASSKIT_CMS_MALFORMED;
    const uint8_t *position = bytes;
    CMS_ContentInfo *envelope = d2i_CMS_ContentInfo(NULL, &position, (long)count);
    passkit_cms *read = calloc(1, sizeof *read);
    int outcome = PASSKIT_CMS_MALFORMED;
    if (envelope != NULL && read != NULL)
        outcome = position != bytes + count ? PASSKIT_CMS_TRAILING_BYTES : check(envelope, read);
    ERR_clear_error();
    if (outcome != PASSKIT_CMS_OK) {
        if (read != NULL) sk_X509_pop_free(read->certificates, X509_free);
        free(read);
        CMS_ContentInfo_free(envelope);
        return outcome;
    }
    read->envelope = envelope;
    *cms = read;
    return outcome;
}

void passkit_cms_release(passkit_cms *cms) {
    if (cms == NULL) return;
    sk_X509_pop_free(cms->certificates, X509_free);
    CMS_ContentInfo_free(cms->envelope);
    free(cms);
}

size_t passkit_cms_certificate_count(const passkit_cms *cms) {
    const int count = sk_X509_num(cms->certificates);
    return count < 0 ? 0 : (size_t)count;
}

passkit_certificate *passkit_cms_certificate(const passkit_cms *cms, size_t index) {
    if (index >= passkit_cms_certificate_count(cms)) return NULL;
    X509 *certificate = sk_X509_value(cms->certificates, (int)index);
    X509_up_ref(certificate);
    return (passkit_certificate *)certificate;
}

long passkit_cms_choose_signer(passkit_cms *cms, passkit_certificate *const *certificates, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (CMS_SignerInfo_cert_cmp(cms->signer, as_x509(certificates[i])) != 0) continue;
        CMS_SignerInfo_set1_signer_cert(cms->signer, as_x509(certificates[i]));
        ERR_clear_error();
        return (long)i;
    }
    ERR_clear_error();
    return -1;
}

int passkit_cms_is_detached(const passkit_cms *cms) { return CMS_is_detached(cms->envelope) == 1; }

/* The one value of an attribute that is there once. */
static int attribute(const passkit_cms *cms, int kind, int type, ASN1_TYPE **value) {
    const int first = CMS_signed_get_attr_by_NID(cms->signer, kind, -1);
    if (first < 0) return PASSKIT_ATTRIBUTE_MISSING;
    if (CMS_signed_get_attr_by_NID(cms->signer, kind, first) >= 0) return PASSKIT_ATTRIBUTE_REPEATED;
    X509_ATTRIBUTE *found = CMS_signed_get_attr(cms->signer, first);
    if (X509_ATTRIBUTE_count(found) == 0) return PASSKIT_ATTRIBUTE_INVALID;
    if (X509_ATTRIBUTE_count(found) != 1) return PASSKIT_ATTRIBUTE_REPEATED;
    *value = X509_ATTRIBUTE_get0_type(found, 0);
    if (*value == NULL) return PASSKIT_ATTRIBUTE_INVALID;
    return type < 0 || ASN1_TYPE_get(*value) == type ? PASSKIT_ATTRIBUTE_OK : PASSKIT_ATTRIBUTE_INVALID;
}

int passkit_cms_content_type_attribute(const passkit_cms *cms) {
    ASN1_TYPE *value = NULL;
    int outcome = attribute(cms, NID_pkcs9_contentType, V_ASN1_OBJECT, &value);
    if (outcome == PASSKIT_ATTRIBUTE_OK && OBJ_obj2nid(value->value.object) != NID_pkcs7_data)
        outcome = PASSKIT_ATTRIBUTE_INVALID;
    ERR_clear_error();
    return outcome;
}

int passkit_cms_message_digest_attribute(const passkit_cms *cms) {
    ASN1_TYPE *value = NULL;
    const int outcome = attribute(cms, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, &value);
    ERR_clear_error();
    return outcome;
}

int passkit_cms_signing_time_attribute(const passkit_cms *cms, int64_t *seconds) {
    ASN1_TYPE *value = NULL;
    int outcome = attribute(cms, NID_pkcs9_signingTime, -1, &value);
    if (outcome == PASSKIT_ATTRIBUTE_OK) {
        const int type = ASN1_TYPE_get(value);
        const ASN1_TIME *time = NULL;
        if (type == V_ASN1_UTCTIME) time = value->value.utctime;
        if (type == V_ASN1_GENERALIZEDTIME) time = value->value.generalizedtime;
        ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
        int days = 0;
        int rest = 0;
        if (time != NULL && epoch != NULL && ASN1_TIME_check(time) == 1 &&
            ASN1_TIME_diff(&days, &rest, epoch, time) == 1)
            *seconds = (int64_t)days * 86400 + rest;
        else
            outcome = PASSKIT_ATTRIBUTE_INVALID;
        ASN1_TIME_free(epoch);
    }
    ERR_clear_error();
    return outcome;
}

static int digest_kind(const passkit_cms *cms, int *signature_kind, EVP_PKEY **key) {
    X509_ALGOR *digest = NULL;
    X509_ALGOR *signature = NULL;
    const ASN1_OBJECT *object = NULL;
    CMS_SignerInfo_get0_algs(cms->signer, key, NULL, &digest, &signature);
    X509_ALGOR_get0(&object, NULL, NULL, signature);
    *signature_kind = OBJ_obj2nid(object);
    X509_ALGOR_get0(&object, NULL, NULL, digest);
    return OBJ_obj2nid(object);
}

int passkit_cms_digest(const passkit_cms *cms) {
    int signature = 0;
    switch (digest_kind(cms, &signature, NULL)) {
    case NID_sha1:
        return PASSKIT_DIGEST_SHA1;
    case NID_sha256:
        return PASSKIT_DIGEST_SHA256;
    default:
        return PASSKIT_DIGEST_OTHER;
    }
}

/* CMS_verify takes the algorithm from the key, whatever the signer says that it is. */
static int is_for(const EVP_PKEY *key, const char *kind) { return key == NULL || EVP_PKEY_is_a(key, kind) == 1; }

int passkit_cms_has_known_signature_algorithm(const passkit_cms *cms) {
    int signature = 0;
    EVP_PKEY *key = NULL;
    const int digest = digest_kind(cms, &signature, &key);
    switch (signature) {
    case NID_rsaEncryption:
        return is_for(key, "RSA");
    case NID_sha1WithRSAEncryption:
        return digest == NID_sha1 && is_for(key, "RSA");
    case NID_sha256WithRSAEncryption:
        return digest == NID_sha256 && is_for(key, "RSA");
    case NID_ecdsa_with_SHA1:
        return digest == NID_sha1 && is_for(key, "EC");
    case NID_ecdsa_with_SHA256:
        return digest == NID_sha256 && is_for(key, "EC");
    default:
        return 0;
    }
}

/*
 * What CMS_verify reads the content from. Of a bare memory BIO it makes one of its own, which it does not free when the
 * envelope announces a digest that does not exist; behind a filter that does nothing it takes the one it is given.
 */
static BIO *content_input(const uint8_t *content, int count) {
    BIO *memory = BIO_new_mem_buf(content == NULL ? (const uint8_t *)"" : content, count);
    BIO *filter = BIO_new(BIO_f_null());
    if (memory == NULL || filter == NULL) {
        BIO_free(memory);
        BIO_free(filter);
        return NULL;
    }
    return BIO_push(filter, memory);
}

int passkit_cms_verify(passkit_cms *cms, const uint8_t *content, size_t count) {
    if (count > INT32_MAX) return PASSKIT_VERIFY_FAILED;
    BIO *input = content_input(content, (int)count);
    if (input == NULL) return PASSKIT_VERIFY_FAILED;
    /* The chain is checked apart, with anchors and a time of our own. */
    const unsigned flags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;
    ERR_clear_error();
    int outcome = PASSKIT_VERIFY_OK;
    if (CMS_verify(cms->envelope, NULL, NULL, input, NULL, flags) != 1) {
        outcome = PASSKIT_VERIFY_SIGNATURE;
        unsigned long error;
        while ((error = ERR_get_error()) != 0) {
            if (ERR_GET_LIB(error) != ERR_LIB_CMS) continue;
            switch (ERR_GET_REASON(error)) {
            case CMS_R_CONTENT_VERIFY_ERROR:
            case CMS_R_MESSAGEDIGEST_WRONG_LENGTH:
                /* It is raised on top of the errors below, too. */
                if (outcome != PASSKIT_VERIFY_DIGEST_ALGORITHMS) outcome = PASSKIT_VERIFY_DIGEST;
                break;
            case CMS_R_NO_MATCHING_DIGEST:
            case CMS_R_UNKNOWN_DIGEST_ALGORITHM:
                outcome = PASSKIT_VERIFY_DIGEST_ALGORITHMS;
                break;
            default:
                break;
            }
        }
    }
    BIO_free_all(input);
    ERR_clear_error();
    return outcome;
}
