// Giving the terminal back when ncurses cannot be asked any more: after a crash, or at exit() from anywhere.
// endwin() is not safe in a signal handler; write() and tcsetattr() are.

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static char reset_bytes[512];
static size_t reset_length;
static int reset_descriptor = -1;
static struct termios found_modes;
static atomic_bool armed;
static bool at_exit_registered;

// While the screen is on, what anybody prints to standard error (a library's warning, the last words of a crash) goes
// to a file without a name: on the screen it would spoil the frame and be lost with it.
static int errors_terminal = -1;
static int errors_file = -1;
static atomic_bool errors_held;

static void at_exit(void) { cn_emergency_reset(); }

static void write_all(int descriptor, const char *bytes, size_t length) {
    size_t written = 0;
    while (written < length) {
        ssize_t count = write(descriptor, bytes + written, length - written);
        if (count > 0) written += (size_t)count;
        else if (count >= 0 || errno != EINTR) return;
    }
}

static void hold_errors(void) {
    if (errors_terminal < 0) {
        if (!isatty(STDERR_FILENO)) return;
        FILE *file = tmpfile();
        if (!file) return;
        errors_file = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
        fclose(file);
        if (errors_file < 0) return;
        fcntl(errors_file, F_SETFL, fcntl(errors_file, F_GETFL) | O_APPEND);
        errors_terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        if (errors_terminal < 0) return;
    }
    if (dup2(errors_file, STDERR_FILENO) >= 0) atomic_store(&errors_held, true);
}

// Only calls that a signal handler may make.
static void release_errors(void) {
    if (!atomic_exchange(&errors_held, false)) return;
    dup2(errors_terminal, STDERR_FILENO);
    char bytes[1024];
    ssize_t count;
    lseek(errors_file, 0, SEEK_SET);
    while ((count = read(errors_file, bytes, sizeof bytes)) > 0) write_all(STDERR_FILENO, bytes, (size_t)count);
    if (ftruncate(errors_file, 0) != 0) lseek(errors_file, 0, SEEK_END);
}

void cn_arm(int descriptor, const char *reset, size_t length) {
    atomic_store(&armed, false);
    if (length > sizeof reset_bytes) length = sizeof reset_bytes;
    memcpy(reset_bytes, reset, length);
    reset_length = length;
    reset_descriptor = tcgetattr(descriptor, &found_modes) == 0 ? descriptor : -1;
    if (!at_exit_registered) at_exit_registered = atexit(at_exit) == 0;
}

void cn_set_armed(bool value) {
    if (value) hold_errors();
    else release_errors();
    atomic_store(&armed, value && reset_descriptor >= 0);
}

void cn_emergency_reset(void) {
    if (!atomic_exchange(&armed, false)) return;
    int saved_errno = errno;
    write_all(reset_descriptor, reset_bytes, reset_length);
    tcsetattr(reset_descriptor, TCSANOW, &found_modes);
    release_errors();
    errno = saved_errno;
}
