// Signals become bits and one byte in a pipe; the thread that waits in poll() does the work.
// Crashes reset the terminal and then go the way that they would have gone without us.

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const int told[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
enum { TOLD = sizeof told / sizeof *told, CRASHES = sizeof crashes / sizeof *crashes };

static struct sigaction told_before[TOLD];
static struct sigaction crashes_before[CRASHES];
static bool taken;

// The pipe stays open for the life of the process: a Waker may outlive the terminal.
static int pipe_ends[2] = {-1, -1};
static atomic_uint pending;
static atomic_bool given_away;
static atomic_bool crashed;

static void tell(uint32_t bit) {
    int saved_errno = errno;
    // Whoever finds the bit set already can rely on the byte that came with it.
    if (!(atomic_fetch_or(&pending, bit) & bit) && pipe_ends[1] >= 0) {
        char byte = 0;
        ssize_t ignored = write(pipe_ends[1], &byte, 1);
        (void)ignored;
    }
    errno = saved_errno;
}

static uint32_t bit_of(int signal) {
    switch (signal) {
    case SIGWINCH: return CN_RESIZED;
    case SIGTSTP: return CN_STOP;
    case SIGCONT: return CN_CONTINUED;
    case SIGTERM: return CN_TERMINATED;
    case SIGHUP: return CN_HUNG_UP;
    default: return CN_INTERRUPTED;
    }
}

static void on_signal(int signal) {
    uint32_t bit = bit_of(signal);
    if (signal == SIGINT && atomic_load(&given_away)) return;
    uint32_t fatal = CN_TERMINATED | CN_HUNG_UP | CN_INTERRUPTED;
    if ((bit & fatal) && (atomic_load(&pending) & bit)) {
        // Asked a second time before the first was heard: the program hangs. Leave without it.
        cn_emergency_reset();
        struct sigaction standard = {.sa_handler = SIG_DFL};
        sigaction(signal, &standard, NULL);
        raise(signal);
        return;
    }
    tell(bit);
}

static void on_crash(int signal, siginfo_t *info, void *context) {
    (void)context;
    if (signal == SIGQUIT && atomic_load(&given_away)) return;
    atomic_store(&crashed, true);
    cn_emergency_reset();
    for (int i = 0; i < CRASHES; i++) {
        if (crashes[i] == signal) sigaction(signal, &crashes_before[i], NULL);
    }
    // A fault of the processor happens again on return, with its address, for the next handler (Swift's backtrace) to
    // see. A signal that was sent, and a trap that points behind itself, must be sent again.
    bool repeats = info && info->si_code > 0 &&
        (signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL);
    if (!repeats) raise(signal);
}

// A stack overflow leaves no stack for the handler. Other threads than this one have to do without.
static void provide_signal_stack(void) {
    stack_t present;
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    size_t size = 64 * 1024;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (memory == MAP_FAILED) return;
    stack_t ours = {.ss_sp = memory, .ss_size = size};
    sigaltstack(&ours, NULL);
}

static bool make_pipe(void) {
    if (pipe_ends[0] >= 0) return true;
    int ends[2];
    if (pipe(ends) != 0) return false;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    pipe_ends[0] = ends[0];
    pipe_ends[1] = ends[1];
    return true;
}

bool cn_signals_take(void) {
    if (!make_pipe()) return false;
    if (taken) return true;
    cn_take_pending();
    provide_signal_stack();
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < TOLD; i++) {
        sigaction(told[i], &action, &told_before[i]);
        // nohup and the like: what was ignored on purpose stays ignored.
        if (told_before[i].sa_handler == SIG_IGN && told[i] != SIGWINCH && told[i] != SIGCONT) {
            sigaction(told[i], &told_before[i], NULL);
        }
    }
    struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&crash.sa_mask);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crash, &crashes_before[i]);
    taken = true;
    return true;
}

void cn_signals_give_back(void) {
    if (!taken) return;
    taken = false;
    for (int i = 0; i < TOLD; i++) sigaction(told[i], &told_before[i], NULL);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crashes_before[i], NULL);
}

void cn_signals_release(bool released) {
    atomic_store(&given_away, released);
    if (!taken) return;
    for (int i = 0; i < TOLD; i++) {
        if (told[i] != SIGTSTP || told_before[i].sa_handler == SIG_IGN) continue;
        struct sigaction action = {.sa_flags = SA_RESTART};
        action.sa_handler = released ? SIG_DFL : on_signal;
        sigaction(SIGTSTP, &action, NULL);
    }
}

int cn_wake_descriptor(void) { return pipe_ends[0]; }

void cn_wake(void) { tell(CN_WOKEN); }

uint32_t cn_take_pending(void) {
    char bytes[64];
    // First the pipe, then the bits: a signal between the two leaves a byte too many, never one too few.
    while (read(pipe_ends[0], bytes, sizeof bytes) == sizeof bytes) {}
    return atomic_exchange(&pending, 0);
}

uint32_t cn_peek_pending(void) { return atomic_load(&pending); }

void cn_stop_job(void) {
    struct sigaction ignored = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL}, before;
    if (sigaction(SIGTSTP, &ignored, &before) != 0 || before.sa_handler == SIG_IGN) return;
    // The rest of the job first. Then this thread, so that the stop has happened when raise() returns.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &standard, NULL);
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
    atomic_fetch_and(&pending, ~(unsigned)(CN_CONTINUED | CN_STOP));
}

bool cn_has_crashed(void) { return atomic_load(&crashed); }
