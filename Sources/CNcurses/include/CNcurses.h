// What the room Terminal needs of ncurses and of signals, in plain C types.
//
// Swift cannot import much of curses.h (variables, attribute macros, WINDOW, variadic functions), and what it can
// differs between Debian and macOS. So curses.h stays behind this header, and every variable in a .c file.
//
// One thread calls all of this. cn_wake alone may be called from any thread and from a signal handler.

#ifndef COLOPHON_CNCURSES_H
#define COLOPHON_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- The screen (screen.c)

enum { CN_OK = 0, CN_UNKNOWN_TERMINAL = 1, CN_TOO_SIMPLE = 2, CN_SYSTEM = 3 };
enum { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };

/// Chooses a locale for wide characters; false if only ASCII can be shown.
bool cn_choose_locale(void);
/// Starts the screen on a terminal; `rows` or `columns` of 0 leave the size to the environment and terminfo.
int cn_open(const char *type, int output, int input, int rows, int columns);
/// Extra modes that are on while the screen is: bracketed paste and focus always, the mouse as asked.
void cn_set_mouse(bool enabled);
/// Whether the terminal tells when its ground becomes dark or light (mode 2031).
void cn_set_appearance_reports(bool enabled);
/// Gives the terminal back as it was found, and takes it again. Both may be called twice.
void cn_leave(void);
void cn_enter(void);
void cn_close(void);

void cn_get_size(int *rows, int *columns);
/// Reads the size that the kernel has for the terminal; false if it has none.
bool cn_kernel_size(int descriptor, int *rows, int *columns);
void cn_resize(int rows, int columns);

/// How many colours an entry of terminfo has, 0 if none, 1 << 24 if it takes them directly; -1 if there is no such entry.
/// Not called while the screen is on.
int cn_entry_colors(const char *type, int output);
/// Turns colours on and returns how many there are; 0 if none. Not called where none are wanted.
int cn_start_colors(void);
/// True if -1 stands for the terminal's own foreground and background.
bool cn_has_default_colors(void);
/// Defines a colour pair; false if the terminal has no room for it.
bool cn_define_pair(int pair, int foreground, int background);

/// The bytes that select a colour, as terminfo has them, without a final zero; returns how many.
size_t cn_color_sequence(bool background, int color, char *buffer, size_t room);

/// Puts one cluster (base and at most 4 marks) into a cell. False if ncurses refuses it.
bool cn_put(int row, int column, const uint32_t *scalars, int count, uint32_t modifiers, int pair);
/// Columns that the C library, and therefore ncurses, takes for a scalar; -1 if it does not know it.
int cn_scalar_width(uint32_t scalar);
/// Has the next paint write a whole row, or everything, whatever is believed to be there.
void cn_forget_row(int row);
void cn_forget_all(void);
void cn_begin_paint(void);
/// Sends what changed; then `overlay`, bytes of our own; then leaves the cursor at a place, to be seen or hidden; anywhere and
/// hidden if row < 0.
void cn_end_paint(const char *overlay, size_t length, int row, int column, bool visible);
/// True if the terminal understands ECMA-48 sequences (CSI), so that modes unknown to it are ignored.
bool cn_is_ansi(void);
/// Writes bytes past ncurses, whole. Nothing while the terminal is given away or after a crash.
void cn_write(const char *bytes, size_t length);
void cn_bell(void);

// --- Signals and the way out (signals.c, restore.c)

enum {
    CN_WOKEN = 1, CN_RESIZED = 2, CN_STOP = 4, CN_CONTINUED = 8,
    CN_TERMINATED = 16, CN_HUNG_UP = 32, CN_INTERRUPTED = 64,
};

/// Takes over the signals of a full-screen program; false with errno if the pipe cannot be made.
bool cn_signals_take(void);
void cn_signals_give_back(void);
/// While another program has the terminal: Ctrl-C and Ctrl-\ are meant for it, Ctrl-Z for the whole job.
void cn_signals_release(bool released);
/// The descriptor that becomes readable when something of the above is pending.
int cn_wake_descriptor(void);
void cn_wake(void);
/// What is pending, as bits; what is taken is no longer pending. Empties the pipe.
uint32_t cn_take_pending(void);
/// Like cn_take_pending, but takes nothing.
uint32_t cn_peek_pending(void);
/// Stops the process group as Ctrl-Z does. Returns when continued, or at once where nobody could continue it.
void cn_stop_job(void);

/// Remembers how the terminal was found and the bytes that reset it. Armed only while the screen is on.
void cn_arm(int descriptor, const char *reset, size_t length);
/// While armed, what is printed to standard error is held back; it follows when the terminal is given back.
void cn_set_armed(bool armed);
bool cn_has_crashed(void);
/// Writes the reset and restores the modes if armed. Safe in a signal handler, on any thread, twice.
void cn_emergency_reset(void);

// --- Memory (heap.c, pages.c)

/// Has all threads draw from one heap, before there is a second one: glibc gives each its own, which keeps what was freed
/// in it. A screen with three threads that read now and then needs a tenth less in all.
void cn_use_one_heap(void);
/// Gives back the program's own pages that were read so far and never written: what is needed again comes back from the
/// file by itself. A start reads many of them once (relocations, what the libraries set up), and they would stay.
/// Does nothing where the process has no more than so many bytes in memory; with 0 it does it always.
void cn_give_back_program(size_t over);

#endif
