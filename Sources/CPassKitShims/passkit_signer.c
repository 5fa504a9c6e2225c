#include <stdatomic.h>
#include <stdlib.h>

#include "passkit_internal.h"

/* Setting up a context costs as much as a fifth of a P-256 signature. Contexts that are set up wait here for the next
 * signature; who finds none makes one, so nobody ever waits for another. */
enum { IDLE_CONTEXTS = 16 };

struct passkit_signer {
    EVP_PKEY *key;
    _Atomic(EVP_PKEY_CTX *) idle[IDLE_CONTEXTS];
};

passkit_signer *passkit_signer_create(const passkit_key *key) {
    passkit_signer *signer = calloc(1, sizeof *signer);
    if (signer == NULL) return NULL;
    EVP_PKEY_up_ref(as_key(key));
    signer->key = as_key(key);
    return signer;
}

void passkit_signer_release(passkit_signer *signer) {
    if (signer == NULL) return;
    for (int i = 0; i < IDLE_CONTEXTS; i++) EVP_PKEY_CTX_free(atomic_load(&signer->idle[i]));
    EVP_PKEY_free(signer->key);
    free(signer);
}

static EVP_PKEY_CTX *take_context(passkit_signer *signer) {
    for (int i = 0; i < IDLE_CONTEXTS; i++) {
        if (atomic_load_explicit(&signer->idle[i], memory_order_relaxed) == NULL) continue;
        EVP_PKEY_CTX *context = atomic_exchange(&signer->idle[i], NULL);
        if (context != NULL) return context;
    }
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(signer->key, NULL);
    if (context != NULL && EVP_PKEY_sign_init(context) == 1 &&
        EVP_PKEY_CTX_set_signature_md(context, passkit_md_sha256()) == 1)
        return context;
    EVP_PKEY_CTX_free(context);
    return NULL;
}

static void put_back(passkit_signer *signer, EVP_PKEY_CTX *context) {
    for (int i = 0; i < IDLE_CONTEXTS; i++) {
        EVP_PKEY_CTX *nothing = NULL;
        if (atomic_compare_exchange_strong(&signer->idle[i], &nothing, context)) return;
    }
    EVP_PKEY_CTX_free(context);
}

long passkit_signer_sign(passkit_signer *signer, const uint8_t *bytes, size_t count, uint8_t *signature, size_t room) {
    uint8_t digest[32];
    if (!passkit_sha256(bytes, count, digest)) return PASSKIT_MEMORY;
    EVP_PKEY_CTX *context = take_context(signer);
    if (context == NULL) {
        ERR_clear_error();
        return PASSKIT_MEMORY;
    }
    size_t written = room;
    if (EVP_PKEY_sign(context, signature, &written, digest, sizeof digest) != 1) {
        EVP_PKEY_CTX_free(context);
        ERR_clear_error();
        return PASSKIT_INVALID;
    }
    put_back(signer, context);
    return (long)written;
}
