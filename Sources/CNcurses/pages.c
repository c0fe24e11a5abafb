#if defined(__linux__)
#define _GNU_SOURCE
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
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

static size_t resident(void) {
    char text[64];
    const int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    const ssize_t count = read(file, text, sizeof text - 1);
    (void)close(file);
    if (count <= 0) return 0;
    text[count] = 0;
    // "size … resident …", in pages (proc_pid_statm(5)).
    char *rest = text;
    (void)strtoul(rest, &rest, 10);
    return strtoul(rest, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}
#endif

void cn_give_back_program(size_t over) {
#if defined(__linux__)
    if (over == 0 || resident() > over) (void)dl_iterate_phdr(give_back, NULL);
#else
    (void)over;
#endif
}
