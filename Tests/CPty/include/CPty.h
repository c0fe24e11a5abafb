// A program on a pseudo-terminal, under a job-control parent as small as can be: what a shell is to it, so that Ctrl-Z,
// fg and hang-up are the real thing. In C because Swift has no fork().

#ifndef COLOPHON_CPTY_H
#define COLOPHON_CPTY_H

#include <stdint.h>
#include <sys/types.h>

enum { CPTY_STARTED = 1, CPTY_STOPPED = 2, CPTY_EXITED = 3, CPTY_KILLED = 4 };

/// One line of the parent's report: what happened, and the process, signal or exit code.
typedef struct {
    int32_t kind;
    int32_t value;
} cpty_report;

typedef struct {
    /// The terminal's side of the pseudo-terminal.
    int terminal;
    /// `cpty_report`s come from here; its end says that the parent is gone.
    int reports;
    /// Any byte written here continues the stopped program in the foreground.
    int commands;
    pid_t parent;
} cpty_job;

/// Starts a program; `input` and `output` of -1 are the pseudo-terminal. Returns 0 or errno.
int cpty_start(
    cpty_job *job, const char *path, char *const arguments[], char *const environment[], int rows, int columns,
    int input, int output);
/// Sets the size; the kernel tells the program with SIGWINCH.
int cpty_resize(int terminal, int rows, int columns);

#endif
