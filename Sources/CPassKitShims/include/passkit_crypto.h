/*
 * libcrypto: digests, keys, certificates, CMS.
 *
 * Every function that can fail drains OpenSSL's error queue before it returns, so that nothing of one call leaks into
 * another's. Functions that fill a buffer return the length needed, or a negative number on failure; they write only
 * when the buffer is large enough.
 */
#ifndef PASSKIT_CRYPTO_H
#define PASSKIT_CRYPTO_H

#include <stddef.h>
#include <stdint.h>

/* MARK: digests (passkit_digest.c) */

/* 0 when libcrypto has no such digest. */
int passkit_sha1(const uint8_t *bytes, size_t count, uint8_t digest[20]);
int passkit_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

/* SHA-1 of several messages, two at a time where the processor can (passkit_sha1.c); 20 bytes of digests for each. */
int passkit_sha1_many(const uint8_t *const *messages, const size_t *counts, size_t messages_count, uint8_t *digests);
int passkit_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count, uint8_t code[32]);

/* 1 when equal; takes the same time wherever the first difference is. */
int passkit_equal(const uint8_t *left, const uint8_t *right, size_t count);

/* Overwrites memory in a way the compiler does not remove. */
void passkit_cleanse(void *bytes, size_t count);

/* MARK: keys (passkit_key.c) */

typedef struct passkit_key passkit_key;

enum { PASSKIT_KEY_OTHER = 0, PASSKIT_KEY_RSA = 1, PASSKIT_KEY_P256 = 2 };

enum {
    PASSKIT_OK = 0,
    PASSKIT_INVALID = -1,         /* the bytes are not what they should be */
    PASSKIT_WRONG_PASSWORD = -2,
    PASSKIT_PASSWORD_NEEDED = -3,
    PASSKIT_MEMORY = -4,
};

/* Reads a private key: PEM (PKCS#1, SEC 1, PKCS#8) or DER, encrypted or not. The password may be NULL. */
int passkit_key_read(const uint8_t *bytes, size_t count, const char *password, size_t password_count,
                     passkit_key **key);
/* On the curve P-256 or P-384. */
passkit_key *passkit_key_generate_ec(const char *curve);
passkit_key *passkit_key_generate_rsa(unsigned bits, unsigned exponent);
void passkit_key_release(passkit_key *key);
int passkit_key_type(const passkit_key *key);
int passkit_key_bits(const passkit_key *key);

/* The SubjectPublicKeyInfo, and the unencrypted PKCS#8 PrivateKeyInfo, in DER. */
long passkit_key_public_der(const passkit_key *key, uint8_t *buffer, size_t room);
long passkit_key_private_der(const passkit_key *key, uint8_t *buffer, size_t room);

/* 1 for RSA of 2048 bits or more with an exponent of 65537 or more, and for P-256. */
int passkit_key_is_strong(const passkit_key *key);

/* MARK: signing (passkit_signer.c) */

/* A key with contexts that are set up for it. May be used from several threads at once. */
typedef struct passkit_signer passkit_signer;
passkit_signer *passkit_signer_create(const passkit_key *key);
void passkit_signer_release(passkit_signer *signer);

/* Signs with SHA-256: RSASSA-PKCS1-v1_5, or ECDSA as a DER SEQUENCE. Returns the length, or a negative number. */
long passkit_signer_sign(passkit_signer *signer, const uint8_t *bytes, size_t count, uint8_t *signature, size_t room);

/* Signs with SHA-256 and RSASSA-PSS, whose salt is as long as the digest (RFC 8446 section 4.2.3); RSA keys only. */
long passkit_key_sign_pss(passkit_key *key, const uint8_t *bytes, size_t count, uint8_t *signature, size_t room);

/* Signs with SHA-1, or else SHA-256, and any kind of key, as old certificates and other libraries do: for authorities of
 * tests. */
long passkit_key_sign_any(const passkit_key *key, int uses_sha1, const uint8_t *bytes, size_t count,
                          uint8_t *signature, size_t room);

/* MARK: certificates (passkit_certificate.c) */

typedef struct passkit_certificate passkit_certificate;

/* Reads a DER certificate that fills the bytes; NULL when it is none. */
passkit_certificate *passkit_certificate_read(const uint8_t *bytes, size_t count);
void passkit_certificate_release(passkit_certificate *certificate);

enum {
    PASSKIT_PART_CERTIFICATE = 0,        /* the whole, DER */
    PASSKIT_PART_SUBJECT = 1,            /* Name, DER */
    PASSKIT_PART_ISSUER = 2,             /* Name, DER */
    PASSKIT_PART_SERIAL = 3,             /* INTEGER with its tag, DER */
    PASSKIT_PART_PUBLIC_KEY = 4,         /* SubjectPublicKeyInfo, DER */
    PASSKIT_PART_SUBJECT_KEY_ID = 5,     /* the bytes of the identifier; 0 when there is none */
    PASSKIT_PART_AUTHORITY_KEY_ID = 6,   /* the bytes of the identifier; 0 when there is none */
};
long passkit_certificate_part(const passkit_certificate *certificate, int part, uint8_t *buffer, size_t room);

/* The name of the issuer for people (RFC 4514), in UTF-8. */
long passkit_certificate_issuer_text(const passkit_certificate *certificate, uint8_t *buffer, size_t room);

/* The value of the only attribute of that type in the subject, as UTF-8: -1 none, -2 several, -3 no text. */
long passkit_certificate_subject(const passkit_certificate *certificate, const char *oid, uint8_t *buffer,
                                 size_t room);

/* The content of an extension (what its OCTET STRING holds): -1 none, -2 several. */
long passkit_certificate_extension(const passkit_certificate *certificate, const char *oid, uint8_t *buffer,
                                   size_t room);

/* 1 when the extended key usage names the purpose, 0 when not, -1 without that extension. */
int passkit_certificate_has_usage(const passkit_certificate *certificate, const char *oid);

/* Seconds since 1970; INT64_MIN when the certificate states no time. */
int64_t passkit_certificate_not_before(const passkit_certificate *certificate);
int64_t passkit_certificate_not_after(const passkit_certificate *certificate);
int passkit_certificate_key_type(const passkit_certificate *certificate);
int passkit_certificate_key_bits(const passkit_certificate *certificate);
int passkit_certificate_key_is_strong(const passkit_certificate *certificate);

/* 1 when the signature of bytes, hashed with SHA-256, was made with the key of the certificate. */
int passkit_certificate_verify(const passkit_certificate *certificate, const uint8_t *bytes, size_t count,
                               const uint8_t *signature, size_t signature_count);
int passkit_certificate_is_authority(const passkit_certificate *certificate);
int passkit_certificate_matches_key(const passkit_certificate *certificate, const passkit_key *key);

/* 1 when the name, the key identifiers and the signature say that `issuer` issued `certificate`. */
int passkit_certificate_issued_by(const passkit_certificate *certificate, const passkit_certificate *issuer);

/* A stand-in for a trust anchor of which only name and key are known: a certificate that bears them, to be given as an
 * anchor, whose own signature is never looked at. */
passkit_certificate *passkit_anchor_create(const uint8_t *name, size_t name_count, const uint8_t *public_key,
                                           size_t public_key_count, const uint8_t *key_id, size_t key_id_count,
                                           int64_t not_before, int64_t not_after);

enum {
    PASSKIT_CHAIN_OK = 0,
    PASSKIT_CHAIN_NO_ANCHOR = 1,   /* no known anchor above it */
    PASSKIT_CHAIN_EXPIRED = 2,     /* a certificate is not valid at that time */
    PASSKIT_CHAIN_WEAK = 3,        /* a digest or key too weak for that time */
    PASSKIT_CHAIN_INVALID = 4,     /* anything else */
};

/* The certificates that chains may end at. May be used from several threads at once. */
typedef struct passkit_anchors passkit_anchors;
passkit_anchors *passkit_anchors_create(passkit_certificate *const *anchors, size_t count);
void passkit_anchors_release(passkit_anchors *anchors);

typedef struct {
    int outcome;
    const char *reason;    /* OpenSSL's own words, which live as long as the process */
    /* Only when the outcome is PASSKIT_CHAIN_OK: */
    int64_t not_before;    /* while all certificates of the chain are valid, in seconds since 1970 */
    int64_t not_after;
    int issuer_is_marked;  /* 1 when the issuer of the first bears Apple's mark …6.2.1, 0 when not, -1 without issuer */
} passkit_chain;

/* Builds and checks a chain (RFC 5280 section 6) to one of the anchors, at a time in seconds since 1970. */
void passkit_chain_check(const passkit_certificate *leaf, passkit_certificate *const *others, size_t others_count,
                         const passkit_anchors *anchors, int64_t time, int allow_sha1, passkit_chain *chain);

/* MARK: PKCS#12 (passkit_pkcs12.c) */

/* Reads key, certificate and further certificates; old algorithms come from a library context of its own.
 * `others` gets at most `others_room` certificates. The caller releases everything. */
int passkit_pkcs12_read(const uint8_t *bytes, size_t count, const char *password, passkit_key **key,
                        passkit_certificate **certificate, passkit_certificate **others, size_t others_room,
                        size_t *others_count);
long passkit_pkcs12_create(const char *password, const passkit_key *key, const passkit_certificate *certificate,
                           passkit_certificate *const *others, size_t others_count, uint8_t *buffer, size_t room);

/* MARK: CMS (passkit_cms.c) */

typedef struct passkit_cms passkit_cms;

enum {
    PASSKIT_CMS_OK = 0,
    PASSKIT_CMS_MALFORMED = 1,
    PASSKIT_CMS_TRAILING_BYTES = 2,
    PASSKIT_CMS_NOT_SIGNED_DATA = 3,
    PASSKIT_CMS_SIGNER_COUNT = 4,
    PASSKIT_CMS_REVOCATION_LISTS = 5,
    PASSKIT_CMS_CONTENT_TYPE = 6,
};

/* Reads one SignedData with one signer that fills the bytes (DER or BER). */
int passkit_cms_read(const uint8_t *bytes, size_t count, passkit_cms **cms);
void passkit_cms_release(passkit_cms *cms);
size_t passkit_cms_certificate_count(const passkit_cms *cms);

/* Returns a new reference, or NULL. */
passkit_certificate *passkit_cms_certificate(const passkit_cms *cms, size_t index);

/* Chooses the signer's certificate among those given: its index, or -1. */
long passkit_cms_choose_signer(passkit_cms *cms, passkit_certificate *const *certificates, size_t count);
int passkit_cms_is_detached(const passkit_cms *cms);

enum {
    PASSKIT_ATTRIBUTE_OK = 0,
    PASSKIT_ATTRIBUTE_MISSING = 1,
    PASSKIT_ATTRIBUTE_REPEATED = 2,   /* the attribute is there twice, or has several values */
    PASSKIT_ATTRIBUTE_INVALID = 3,    /* its value has the wrong type or content */
};
int passkit_cms_content_type_attribute(const passkit_cms *cms);
int passkit_cms_message_digest_attribute(const passkit_cms *cms);
int passkit_cms_signing_time_attribute(const passkit_cms *cms, int64_t *seconds);

enum { PASSKIT_DIGEST_OTHER = 0, PASSKIT_DIGEST_SHA1 = 1, PASSKIT_DIGEST_SHA256 = 2 };
int passkit_cms_digest(const passkit_cms *cms);

/* 1 when the signature algorithm is RSA PKCS#1 v1.5 or ECDSA, with the signer's digest, and fits the key of the signer's
 * certificate once that was chosen. */
int passkit_cms_has_known_signature_algorithm(const passkit_cms *cms);

enum {
    PASSKIT_VERIFY_OK = 0,
    PASSKIT_VERIFY_DIGEST = 1,      /* the content is not what was signed */
    PASSKIT_VERIFY_SIGNATURE = 2,   /* the signature is not by this certificate's key */
    PASSKIT_VERIFY_FAILED = 3,
    PASSKIT_VERIFY_DIGEST_ALGORITHMS = 4,   /* the envelope does not announce the signer's digest */
};

/* Checks the signature over the given content with the signer's certificate; content inside the envelope is ignored. */
int passkit_cms_verify(passkit_cms *cms, const uint8_t *content, size_t count);

#endif
