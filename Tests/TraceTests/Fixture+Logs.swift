extension Fixture {
    /// What stands around a trace in the logs of others.
    static let logs: [Fixture] = [
        Fixture(
            "kubectl, two pods", language: "java", type: "java.lang.IllegalStateException", place: "Pay.java:4",
            failures: 2,
            """
            [pod/shop-6d4cf56db6-x2x9z/app] Traceback (most recent call last):
            [pod/pay-0/app] java.lang.IllegalStateException: no
            [pod/shop-6d4cf56db6-x2x9z/app]   File "/app/a.py", line 3, in f
            [pod/pay-0/app] \tat com.acme.Pay.run(Pay.java:4)
            [pod/shop-6d4cf56db6-x2x9z/app]     d["x"]
            [pod/shop-6d4cf56db6-x2x9z/app] KeyError: 'x'
            [pod/shop-6d4cf56db6-x2x9z/app] on
            """),
        Fixture(
            "compose", language: "javascript", type: "Error", place: "/srv/a.js:1", failures: 2,
            """
            web-1  | Error: one
            db     | panic: two
            web-1  |     at f (/srv/a.js:1:2)
            db     | 
            db     | goroutine 1 [running]:
            db     | main.main()
            db     | \t/src/db.go:3 +0x1
            """),
        Fixture(
            "stern in colour", language: "python", type: "ValueError", place: "/app/a.py:3",
            """
            \u{1B}[36mshop-6d4cf56db6-x2x9z\u{1B}[0m \u{1B}[36mapp\u{1B}[0m Traceback (most recent call last):
            \u{1B}[36mshop-6d4cf56db6-x2x9z\u{1B}[0m \u{1B}[36mapp\u{1B}[0m   File "/app/a.py", line 3, in f
            \u{1B}[36mshop-6d4cf56db6-x2x9z\u{1B}[0m \u{1B}[36mapp\u{1B}[0m     g()
            \u{1B}[36mshop-6d4cf56db6-x2x9z\u{1B}[0m \u{1B}[36mapp\u{1B}[0m ValueError: bad
            """),
        Fixture(
            "containerd, lines in parts", language: "python", type: "ValueError", place: "/app/a.py:3",
            """
            2026-01-01T10:00:00.000000000Z stderr F Traceback (most recent call last):
            2026-01-01T10:00:00.000000001Z stderr P   File "/app/a.py", 
            2026-01-01T10:00:00.000000002Z stdout F GET /
            2026-01-01T10:00:00.000000003Z stderr F line 3, in f
            2026-01-01T10:00:00.000000004Z stderr F ValueError: bad
            """),
        Fixture(
            "docker's file", language: "python", type: "ValueError", place: "/app/a.py:3",
            #"""
            {"log":"Traceback (most recent call last):\n","stream":"stderr","time":"2026-01-01T10:00:00.1Z"}
            {"log":"GET /\n","stream":"stdout","time":"2026-01-01T10:00:00.1Z"}
            {"log":"  File \"/app/a.py\", line 3, in f\n","stream":"stderr","time":"2026-01-01T10:00:00.1Z"}
            {"log":"ValueError: bad\n","stream":"stderr","time":"2026-01-01T10:00:00.1Z"}
            """#),
        Fixture(
            "journald", language: "rust", type: "panic", place: "src/main.rs:4",
            """
            Nov 26 09:49:39 web-1 shop[123]: thread 'main' panicked at src/main.rs:4:6:
            Nov 26 09:49:39 web-1 sshd[9]: closed
            Nov 26 09:49:39 web-1 shop[123]: index out of bounds
            """),
        Fixture(
            "journald in JSON", language: "rust", type: "panic", place: "src/main.rs:4",
            #"""
            {"_SYSTEMD_UNIT":"shop.service","_PID":"12","MESSAGE":"thread 'main' panicked at src/main.rs:4:6:","__REALTIME_TIMESTAMP":"1795366680000000"}
            {"_SYSTEMD_UNIT":"shop.service","_PID":"12","MESSAGE":"index out of bounds"}
            """#),
        Fixture(
            "logcat", language: "java", type: "java.lang.RuntimeException", place: "MainActivity.java:12",
            """
            01-02 12:00:00.000  1234  1234 E AndroidRuntime: FATAL EXCEPTION: main
            01-02 12:00:00.000  1234  1234 E AndroidRuntime: java.lang.RuntimeException: no
            01-02 12:00:00.000  1234  1234 E AndroidRuntime: \tat com.acme.MainActivity.go(MainActivity.java:12)
            """),
        Fixture(
            "another thread's lines between", language: "java", type: "java.lang.Error", place: "A.java:1",
            """
            java.lang.Error: no
            \tat com.acme.A.a(A.java:1)
            2026-01-01 10:00:00 INFO other thread
            \tat com.acme.B.b(B.java:2)
            """),
        Fixture(
            "carriage returns and a mark", language: "python", type: "ValueError", place: "/app/a.py:3",
            "\u{FEFF}Traceback (most recent call last):\r\n  File \"/app/a.py\", line 3, in f\r\n    g()\r\nValueError: bad\r\n"
        ),
        Fixture(
            "escaped in a line", language: "python", type: "ValueError", place: "/app/a.py:3", function: "f",
            #"2026-01-01 ERROR failed: "Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\n    g()\nValueError: bad" id=3"#
        ),
        Fixture(
            "JSON log, stack in a string", language: "javascript", type: "TypeError", place: "/srv/a.js:3",
            #"{"level":50,"time":1795366680000,"msg":"failed","err":{"type":"TypeError","message":"no","stack":"TypeError: no\n    at f (/srv/a.js:3:5)"}}"#
        ),
        Fixture(
            "JSON log, stack without header", language: "go", type: nil, place: "/src/main.go:12",
            function: "main.main",
            #"{"level":"error","ts":1795366680.5,"msg":"failed","error":"no","stacktrace":"main.main\n\t/src/main.go:12\nruntime.main\n\t/usr/local/go/src/runtime/proc.go:271"}"#
        ),
        Fixture(
            "JSON log, frames as objects", language: "python", type: "KeyError", place: "/app/a.py:9", function: "f",
            #"{"event":"failed","level":"error","exception":[{"exc_type":"KeyError","exc_value":"'x'","frames":[{"filename":"/app/main.py","lineno":3,"name":"<module>"},{"filename":"/app/a.py","lineno":9,"name":"f"}]}]}"#
        ),
        Fixture(
            "JSON in JSON", language: "python", type: "ValueError", place: "/app/a.py:3",
            #"{"message":"{\"exc_info\":\"Traceback (most recent call last):\\n  File \\\"/app/a.py\\\", line 3, in f\\nValueError: bad\"}"}"#
        ),
        Fixture(
            "a message names the place", language: "python", type: "TypeError", place: "shop/pricing.py:5",
            "2026-01-01 10:00:00 ERROR shop/pricing.py:5 TypeError: no\n"),
        Fixture(
            "several failures, one of them twice", language: "python", type: "ValueError", place: "/app/a.py:3",
            failures: 2,
            """
            Traceback (most recent call last):
              File "/app/a.py", line 3, in f
            ValueError: bad 1
            Traceback (most recent call last):
              File "/app/a.py", line 3, in f
            ValueError: bad 2
            Error: x
                at g (/srv/b.js:1:1)
            """),
        Fixture(
            "a dump of goroutines and words with at", place: nil, failures: 0,
            """
            at 10:00:00 the server was started
            we meet at noon (or later:10:20)
            look at https://example.com/a:80
            [info] {"a": 1
            {not json}
            goroutine 1 [chan receive]:
            main.main()
            \t/src/main.go:3 +0x1
            """),
        Fixture(
            "JSON behind words", language: "javascript", type: "TypeError", place: "/var/task/index.js:3",
            "2026-01-01T10:00:00.000Z\t12-34\tERROR\tInvoke Error \t"
                + #"{"errorType":"TypeError","errorMessage":"no","stack":["TypeError: no","    at f (/var/task/index.js:3:5)"]}"#
        ),
        Fixture(
            "blanks that do not break", language: "python", type: "KeyError", place: "/var/task/a.py:3",
            "[ERROR] KeyError: 'x'\nTraceback (most recent call last):\n\u{A0}\u{A0}File \"/var/task/a.py\", line 3, in f\n\u{A0}\u{A0}\u{A0}\u{A0}d['x']\nKeyError: 'x'\n"
        ),
        Fixture(
            "a crash report of macOS", language: "swift", type: "crash", place: "Cart.swift:59",
            function: "Cart.total()",
            """
            Thread 0 Crashed::  Dispatch queue: com.apple.main-thread
            0   libswiftCore.dylib   0x00000001a0 _assertionFailure + 12
            1   App                  0x0000000104c1 Cart.total() + 4 (Cart.swift:59)
            2   App                  0x0000000104c2 main + 4 (App.swift:0)
            """),
    ]
}
