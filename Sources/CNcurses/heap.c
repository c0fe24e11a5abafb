#include "CNcurses.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void cn_use_one_heap(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
    // Else every large block that is freed raises it (mallopt(3), "dynamic mmap threshold"), and from then on what is freed
    // stays in the heap, between what is not.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}
