#if defined(__linux__)
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "CNcurses.h"

#if defined(__linux__)
static int give_back(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    (void)context;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        // A part that may be written holds what is in no file.
        if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
        uintptr_t start = object->dlpi_addr + part->p_vaddr;
        const uintptr_t end = (start + part->p_memsz) & ~(page - 1);
        start = (start + page - 1) & ~(page - 1);
        if (start < end) (void)madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 1; // The program itself is the first, and the libraries are shared with others.
}
#endif

void cn_give_back_program(void) {
#if defined(__linux__)
    (void)dl_iterate_phdr(give_back, NULL);
#endif
}
