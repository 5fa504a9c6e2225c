/*
 * The only C of PassKitCore, and the only place that includes <zlib.h> or <openssl/…>.
 *
 * Swift sees stdint types and opaque structs, never the libraries' own headers: their macros would not import, and
 * a header that leaks through would tie every client to the library's version.
 */
#ifndef CPASSKITSHIMS_H
#define CPASSKITSHIMS_H

#include "passkit_crypto.h"
#include "passkit_search.h"
#include "passkit_zlib.h"

#endif
