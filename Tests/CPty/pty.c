#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void standard_signals(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < 32; number++) sigaction(number, &standard, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void report(int descriptor, int kind, int value) {
    cpty_report line = {.kind = kind, .value = value};
    ssize_t ignored = write(descriptor, &line, sizeof line);
    (void)ignored;
}

// The parent's life: report what the program does, continue it when told, take the terminal back when it stops.
static void watch(pid_t program, int reports, int commands) {
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGTTOU, &ignored, NULL);
    sigaction(SIGHUP, &ignored, NULL);
    sigaction(SIGTSTP, &ignored, NULL);
    report(reports, CPTY_STARTED, program);
    for (;;) {
        int status;
        if (waitpid(program, &status, WUNTRACED) < 0) {
            if (errno == EINTR) continue;
            return;
        }
        if (WIFSTOPPED(status)) {
            tcsetpgrp(STDIN_FILENO, getpgrp());
            report(reports, CPTY_STOPPED, WSTOPSIG(status));
            char command;
            if (read(commands, &command, 1) <= 0) {
                kill(-program, SIGKILL);
                continue;
            }
            tcsetpgrp(STDIN_FILENO, program);
            kill(-program, SIGCONT);
        } else {
            if (WIFEXITED(status)) report(reports, CPTY_EXITED, WEXITSTATUS(status));
            else report(reports, CPTY_KILLED, WTERMSIG(status));
            return;
        }
    }
}

static int make_pipe(int ends[2]) {
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}

int cpty_start(
    cpty_job *job, const char *path, char *const arguments[], char *const environment[], int rows, int columns,
    int input, int output) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0) return errno;
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    char name[128];
    if (grantpt(terminal) != 0 || unlockpt(terminal) != 0) return errno;
    const char *slave = ptsname(terminal);
    if (!slave || strlen(slave) >= sizeof name) return ENOENT;
    strcpy(name, slave);
    int reports[2], commands[2];
    if (make_pipe(reports) != 0 || make_pipe(commands) != 0) return errno;

    pid_t parent = fork();
    if (parent < 0) return errno;
    if (parent == 0) {
        standard_signals();
        setsid();
        int side = open(name, O_RDWR);
        if (side < 0) _exit(126);
        ioctl(side, TIOCSCTTY, 0);
        struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
        ioctl(side, TIOCSWINSZ, &size);
        for (int i = 0; i < 3; i++) dup2(side, i);
        if (side > 2) close(side);
        close(reports[0]);
        close(commands[1]);
        close(terminal);
        pid_t program = fork();
        if (program == 0) {
            setpgid(0, 0);
            sigset_t stop;
            sigemptyset(&stop);
            sigaddset(&stop, SIGTTOU);
            sigprocmask(SIG_BLOCK, &stop, NULL);
            tcsetpgrp(STDIN_FILENO, getpgrp());
            sigprocmask(SIG_UNBLOCK, &stop, NULL);
            if (input >= 0) dup2(input, STDIN_FILENO);
            if (output >= 0) dup2(output, STDOUT_FILENO);
            execve(path, arguments, environment);
            _exit(127);
        }
        if (program > 0) {
            setpgid(program, program);
            watch(program, reports[1], commands[0]);
        }
        _exit(0);
    }
    close(reports[1]);
    close(commands[0]);
    *job = (cpty_job){.terminal = terminal, .reports = reports[0], .commands = commands[1], .parent = parent};
    return 0;
}

int cpty_resize(int terminal, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(terminal, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}
