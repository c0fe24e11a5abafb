"""A program on a pseudo-terminal: types keys, reads what comes, knows what stands on the screen and when it came."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from screen import Screen


class NotShown(Exception):
    """What was waited for did not come."""


class PseudoTerminal:
    """Answers nothing that a program asks of its terminal. Times are seconds of time.monotonic()."""

    def __init__(self, command, environment, columns=120, rows=40, folder=None):
        self.screen = Screen(columns, rows)
        self.count = 0          # bytes read
        self.last_read = None   # when
        reader, writer = os.pipe()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                if folder:
                    os.chdir(folder)
                os.close(reader)
                os.write(writer, struct.pack("d", time.monotonic()))
                os.execvpe(command[0], command, {"TERM": "xterm-256color", **environment})
            finally:
                os._exit(127)
        os.close(writer)
        self.started = struct.unpack("d", os.read(reader, 8))[0]
        os.close(reader)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Closes the window, and makes sure."""
        os.close(self.terminal)
        for number in (signal.SIGHUP, signal.SIGKILL):
            for _ in range(100):
                if os.waitpid(self.process, os.WNOHANG)[0]:
                    return
                time.sleep(0.01)
            os.kill(self.process, number)
        os.waitpid(self.process, 0)

    def send(self, keys):
        """Types, and says when."""
        now = time.monotonic()
        os.write(self.terminal, keys.encode())
        return now

    def read(self, timeout):
        """Takes in all that is there, waiting for the first of it; says when the first came, None if nothing did."""
        first, taken = None, []
        while select.select([self.terminal], [], [], timeout if first is None else 0)[0]:
            try:
                data = os.read(self.terminal, 1 << 16)
            except OSError:  # the program is gone
                data = b""
            if not data:
                break
            self.last_read = time.monotonic()
            first = first or self.last_read
            taken.append(data)
        data = b"".join(taken)
        self.count += len(data)
        self.screen.feed(data)
        return first

    def wait(self, is_shown, timeout=10.0):
        """Reads until the lines of the screen are as wished, and says when that came to be."""
        end = time.monotonic() + timeout
        while not is_shown(self.screen.text()):
            left = end - time.monotonic()
            if left <= 0 or self.read(left) is None:
                raise NotShown("\n".join(self.screen.text()))
        return self.last_read

    def settle(self, silence=0.05, timeout=5.0):
        """Reads until nothing has come for some time."""
        end = time.monotonic() + timeout
        while time.monotonic() < end and self.read(silence) is not None:
            pass
