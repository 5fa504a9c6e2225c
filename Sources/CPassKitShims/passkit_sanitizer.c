/* In builds with the address sanitizer: leaks that are none, or none of ours. */

#if defined(__has_feature)
#if __has_feature(address_sanitizer)

/* Weak: a program that has suppressions of its own keeps them. */
__attribute__((weak)) const char *__lsan_default_suppressions(void) {
    /* What a static property holds is made once and kept for good; arrays of enums are held by references with tags in
       their spare bits, which LeakSanitizer does not follow. Swift mangles the functions that make them with WZ.
       The others are Foundation's: it keeps a buffer for each empty file it reads, and something for each process. */
    return "leak:_WZ$\nleak:17readBytesFromFile\nleak:10Foundation7ProcessC\n";
}

#endif
#endif
