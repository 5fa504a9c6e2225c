/* Carries pkg-config flags only: OpenSSL's headers are included by CPassKitShims' C files and nowhere else. */
