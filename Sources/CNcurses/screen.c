// The calls to ncurses. It puts cells on the screen and knows terminals; widths, keys and signals are ours.

#define _XOPEN_SOURCE 700
#define _XOPEN_SOURCE_EXTENDED 1
#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h makes macros of common words.
#undef columns
#undef lines

static SCREEN *screen;
static FILE *output_file, *input_file;
static int terminal = -1;
static bool ansi, entered, mouse_wanted, reports_wanted, default_colors;
static int cursor_shown = -1;

#define EXTRAS_ON "\033[?2004h\033[?1004h"
#define EXTRAS_OFF "\033[?2026l\033[?2031l\033[?1006l\033[?1003l\033[?1002l\033[?1000l\033[?2004l\033[?1004l"
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define REPORTS_ON "\033[?2031h"
#define REPORTS_OFF "\033[?2031l"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"

static bool is_utf8(void) {
    const char *codeset = nl_langinfo(CODESET);
    return strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0;
}

bool cn_choose_locale(void) {
    // LC_CTYPE alone: widths and encodings, not the decimal point of everybody's numbers.
    bool known = setlocale(LC_CTYPE, "") != NULL;
    if (is_utf8()) return true;
    const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
    for (int i = 0; i < 3 && known; i++) {
        // Named and understood, LANG=C for instance: then it is meant.
        if (names[i] && *names[i]) return false;
    }
    static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
    for (int i = 0; i < 4; i++) {
        if (setlocale(LC_CTYPE, fallbacks[i]) && is_utf8()) return true;
    }
    setlocale(LC_CTYPE, "C");
    return false;
}

// A capability without the delays ("$<5>") that only tputs() understands.
static size_t append(char *buffer, size_t used, size_t room, const char *text) {
    if (!text || text == (char *)-1) return used;
    for (const char *from = text; *from && used < room; from++) {
        const char *close = from[0] == '$' && from[1] == '<' ? strchr(from, '>') : NULL;
        if (close) from = close;
        else buffer[used++] = *from;
    }
    return used;
}

static void prepare_reset(void) {
    char bytes[512];
    size_t used = 0, room = sizeof bytes;
    // ESC \ ends a string sequence that a crash may have cut; anywhere else it does nothing.
    if (ansi) used = append(bytes, used, room, "\033\\" EXTRAS_OFF "\033[?25h\033[0m");
    used = append(bytes, used, room, tigetstr("sgr0"));
    used = append(bytes, used, room, tigetstr("op"));
    used = append(bytes, used, room, tigetstr("cnorm"));
    const char *leave = tigetstr("rmcup");
    if (leave && leave != (char *)-1) used = append(bytes, used, room, leave);
    else if (ansi) used = append(bytes, used, room, "\033[999;1H\r\n");
    cn_arm(terminal, bytes, used);
}

static FILE *stream(int descriptor, const char *mode) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (copy < 0) return NULL;
    FILE *file = fdopen(copy, mode);
    if (!file) close(copy);
    return file;
}

static void close_streams(void) {
    if (output_file) fclose(output_file);
    if (input_file) fclose(input_file);
    output_file = input_file = NULL;
}

static int fail(int reason) {
    int saved_errno = errno;
    close_streams();
    errno = saved_errno;
    return reason;
}

int cn_open(const char *type, int output, int input, int rows, int columns) {
    if (screen) return CN_SYSTEM;
    // Asked first, because newterm() has already touched the terminal when we could look.
    int status = 0;
    if (setupterm(type, output, &status) != OK) return CN_UNKNOWN_TERMINAL;
    const char *address = tigetstr("cup");
    bool usable = address && address != (char *)-1;
    ansi = usable && strncmp(address, "\033[", 2) == 0;
    terminal = output;
    if (usable) prepare_reset();
    del_curterm(cur_term);
    if (!usable) return CN_TOO_SIMPLE;

    output_file = stream(output, "w");
    input_file = stream(input, "r");
    if (!output_file || !input_file) return fail(CN_SYSTEM);
    // The kernel knows the size; LINES and COLUMNS count only where it does not.
    use_env(rows <= 0 || columns <= 0);
    screen = newterm(type, output_file, input_file);
    if (!screen) return fail(CN_UNKNOWN_TERMINAL);
    cn_set_armed(true);
    cbreak();
    noecho();
    nonl();
    typeahead(-1);
    idcok(stdscr, FALSE);
    if (rows > 0 && columns > 0) resize_term(rows, columns);

    // Ctrl-C is a key like others. Ctrl-Z stops the job and Ctrl-\ kills it, both by the kernel, even if we hang.
    struct termios modes;
    if (tcgetattr(terminal, &modes) == 0) {
        modes.c_iflag &= (tcflag_t)~(IXON | IXOFF | ICRNL | INLCR | ISTRIP);
        modes.c_lflag &= (tcflag_t)~IEXTEN;
        modes.c_cc[VINTR] = _POSIX_VDISABLE;
        modes.c_cc[VMIN] = 1;
        modes.c_cc[VTIME] = 0;
        tcsetattr(terminal, TCSADRAIN, &modes);
    }
    def_prog_mode();
    entered = true;
    cursor_shown = -1;
    if (ansi) cn_write(EXTRAS_ON, sizeof EXTRAS_ON - 1);
    return CN_OK;
}

void cn_set_mouse(bool enabled) {
    if (enabled == mouse_wanted) return;
    mouse_wanted = enabled;
    if (!ansi) return;
    if (enabled) cn_write(MOUSE_ON, sizeof MOUSE_ON - 1);
    else cn_write(MOUSE_OFF, sizeof MOUSE_OFF - 1);
}

void cn_set_appearance_reports(bool enabled) {
    if (enabled == reports_wanted) return;
    reports_wanted = enabled;
    if (!ansi) return;
    if (enabled) cn_write(REPORTS_ON, sizeof REPORTS_ON - 1);
    else cn_write(REPORTS_OFF, sizeof REPORTS_OFF - 1);
}

void cn_leave(void) {
    if (!screen || !entered) return;
    if (ansi) cn_write(EXTRAS_OFF, sizeof EXTRAS_OFF - 1);
    entered = false;
    if (cn_has_crashed()) return;
    endwin();
    cn_set_armed(false);
}

void cn_enter(void) {
    if (!screen || entered || cn_has_crashed()) return;
    cn_set_armed(true);
    entered = true;
    reset_prog_mode();
    cursor_shown = -1;
    // The first refresh after endwin() switches to the alternate screen; what is on it is unknown.
    clearok(curscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
    if (ansi) cn_write(EXTRAS_ON, sizeof EXTRAS_ON - 1);
    if (ansi && mouse_wanted) cn_write(MOUSE_ON, sizeof MOUSE_ON - 1);
    if (ansi && reports_wanted) cn_write(REPORTS_ON, sizeof REPORTS_ON - 1);
}

void cn_close(void) {
    if (!screen) return;
    cn_leave();
    if (cn_has_crashed()) return;
    delscreen(screen);
    screen = NULL;
    mouse_wanted = reports_wanted = false;
    close_streams();
}

void cn_get_size(int *rows, int *columns) {
    *rows = screen ? LINES : 0;
    *columns = screen ? COLS : 0;
}

bool cn_kernel_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

void cn_resize(int rows, int columns) {
    if (!screen) return;
    resize_term(rows, columns);
    // What the terminal made of its content is its own affair.
    werase(stdscr);
    clearok(curscr, TRUE);
}

int cn_entry_colors(const char *type, int output) {
    if (screen) return -1;
    int status = 0;
    if (setupterm(type, output, &status) != OK) return -1;
    int colors = tigetnum("colors");
    // RGB is a flag, a number or a string (user_caps(5)): any of them, and as many colours as 24 bits count.
    const char *layout = tigetstr("RGB");
    bool direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (layout && layout != (char *)-1);
    del_curterm(cur_term);
    if (direct && colors == 1 << 24) return colors;
    return colors < 0 ? 0 : colors > 256 ? 256 : colors;
}

int cn_start_colors(void) {
    if (!screen || !has_colors() || start_color() != OK) return 0;
    default_colors = use_default_colors() == OK;
    return COLORS;
}

size_t cn_color_sequence(bool background, int color, char *buffer, size_t room) {
    if (!screen) return 0;
    const char *capability = tigetstr(background ? "setab" : "setaf");
    if (!capability || capability == (char *)-1) return 0;
    const char *text = tparm((char *)capability, (long)color, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    return append(buffer, 0, room, text);
}

bool cn_has_default_colors(void) { return default_colors; }

bool cn_define_pair(int pair, int foreground, int background) {
    if (!screen || pair <= 0 || pair >= COLOR_PAIRS) return false;
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS
    return init_extended_pair(pair, foreground, background) == OK;
#else
    if (pair > 32767 || foreground > 32767 || background > 32767) return false;
    return init_pair((short)pair, (short)foreground, (short)background) == OK;
#endif
}

static attr_t attributes(uint32_t modifiers) {
    attr_t attributes = WA_NORMAL;
    if (modifiers & CN_BOLD) attributes |= WA_BOLD;
    if (modifiers & CN_DIM) attributes |= WA_DIM;
#ifdef WA_ITALIC
    if (modifiers & CN_ITALIC) attributes |= WA_ITALIC;
#endif
    if (modifiers & CN_UNDERLINE) attributes |= WA_UNDERLINE;
    if (modifiers & CN_REVERSE) attributes |= WA_REVERSE;
    return attributes;
}

bool cn_put(int row, int column, const uint32_t *scalars, int count, uint32_t modifiers, int pair) {
    if (!screen) return false;
    wchar_t text[CCHARW_MAX + 1];
    int length = count < CCHARW_MAX ? count : CCHARW_MAX;
    for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
    text[length] = L'\0';
    cchar_t cell;
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS
    if (setcchar(&cell, text, attributes(modifiers), 0, &pair) != OK) return false;
#else
    if (setcchar(&cell, text, attributes(modifiers), (short)pair, NULL) != OK) return false;
#endif
    // add_wchnstr neither wraps nor moves the cursor, so that the last corner is a cell like others.
    return mvwadd_wchnstr(stdscr, row, column, &cell, 1) == OK;
}

int cn_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_forget_row(int row) {
    if (screen) wredrawln(stdscr, row, 1);
}

void cn_forget_all(void) {
    if (screen) clearok(curscr, TRUE);
}

bool cn_is_ansi(void) { return ansi; }

void cn_write(const char *bytes, size_t length) {
    if (!entered) return;
    size_t written = 0;
    while (written < length && !cn_has_crashed()) {
        ssize_t count = write(terminal, bytes + written, length - written);
        if (count > 0) {
            written += (size_t)count;
        } else if (count < 0 && errno == EAGAIN) {
            struct pollfd room = {.fd = terminal, .events = POLLOUT};
            if (poll(&room, 1, 1000) <= 0) return;
        } else if (count >= 0 || errno != EINTR) {
            return;
        }
    }
}

// Mode 2026: the terminal shows the frame when it is whole. Terminals that do not know it ignore it.
void cn_begin_paint(void) {
    if (ansi) cn_write("\033[?2026h", 8);
}

void cn_end_paint(const char *overlay, size_t length, int row, int column, bool visible) {
    if (!screen || !entered || cn_has_crashed()) return;
    int shown = row >= 0 && visible;
    if (!shown || length > 0) {
        if (cursor_shown != 0) curs_set(0);
        cursor_shown = 0;
    }
    if (row >= 0) wmove(stdscr, row, column);
    else leaveok(stdscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
    leaveok(stdscr, FALSE);
    if (length > 0) cn_write(overlay, length);
    if (shown && cursor_shown != 1) {
        curs_set(1);
        cursor_shown = 1;
    }
    if (ansi) cn_write("\033[?2026l", 8);
}

void cn_bell(void) {
    if (screen && entered && !cn_has_crashed()) beep();
}
