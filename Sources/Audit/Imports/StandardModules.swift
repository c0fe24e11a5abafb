/// What comes with a language: modules of its standard library, those of older versions as well.
enum StandardModules {
    private static func set(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// `sys.stdlib_module_names` of Python 3.11, what 3.12 to 3.14 added and 2.7 had by other names, and what is in every
    /// environment.
    static let python = set(
        """
        abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
        bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
        compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime
        dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
        fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
        html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale
        logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib
        nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
        platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
        queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil
        signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat
        statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile
        termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
        turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound
        wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
        StringIO cStringIO cPickle ConfigParser Queue SocketServer BaseHTTPServer SimpleHTTPServer Cookie cookielib httplib
        HTMLParser urllib2 urlparse xmlrpclib commands exceptions __builtin__ thread dummy_threading Tkinter
        pip setuptools pkg_resources wheel conftest sitecustomize usercustomize
        """)

    /// `module.builtinModules` of Node, and what its hosts bring.
    static let script = set(
        """
        assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events
        fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
        string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib test sqlite sea
        vscode electron bun k6
        """)

    static let rust = set("std core alloc proc_macro test crate self super Self")

    /// Libraries and gems that come with Ruby, and what its programs put into their own path.
    static let ruby = set(
        """
        English abbrev base64 benchmark bigdecimal bundler cgi coverage csv date dbm debug delegate did_you_mean digest drb
        erb error_highlight etc expect extmk fcntl fiddle fileutils find forwardable gdbm getoptlong io ipaddr irb json
        logger matrix mkmf monitor mutex_m net nkf observer objspace open-uri open3 openssl optparse optionparser ostruct
        pathname power_assert pp prettyprint prime pstore psych pty racc rake random rbconfig rdoc readline reline resolv
        resolv-replace rexml rinda ripper rss rubygems scanf sdbm securerandom set shell shellwords singleton socket
        sorted_set stringio strscan syslog tempfile test time timeout tmpdir tracer tsort un unicode_normalize uri weakref
        webrick win32ole xmlrpc yaml zlib spec_helper rails_helper test_helper
        """)
}
