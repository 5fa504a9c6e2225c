/* Carries pkg-config flags only: <zlib.h> is included by CPassKitShims' C files and nowhere else. */
