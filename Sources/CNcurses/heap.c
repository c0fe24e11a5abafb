#include "CNcurses.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void cn_use_one_heap(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
#endif
}
