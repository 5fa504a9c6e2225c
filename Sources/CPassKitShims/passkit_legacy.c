#include "passkit_internal.h"

int passkit_legacy_open(struct passkit_legacy *legacy) {
    legacy->library = OSSL_LIB_CTX_new();
    legacy->standard = legacy->library == NULL ? NULL : OSSL_PROVIDER_load(legacy->library, "default");
    legacy->legacy = legacy->library == NULL ? NULL : OSSL_PROVIDER_load(legacy->library, "legacy");
    return legacy->standard != NULL;
}

void passkit_legacy_close(struct passkit_legacy *legacy) {
    if (legacy->legacy != NULL) OSSL_PROVIDER_unload(legacy->legacy);
    if (legacy->standard != NULL) OSSL_PROVIDER_unload(legacy->standard);
    OSSL_LIB_CTX_free(legacy->library);
}
