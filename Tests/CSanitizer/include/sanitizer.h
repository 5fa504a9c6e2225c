#ifndef PASSKIT_TEST_SANITIZER_H
#define PASSKIT_TEST_SANITIZER_H

/* Nothing to call: the target is linked into the tests for what it does at their start. */

#endif
