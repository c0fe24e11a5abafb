extension Fixture {
    static let traces: [Fixture] = [
        Fixture(
            "python chain", language: "python", type: "KeyError", place: "/app/shop/cart.py:7", function: "rate",
            outer: ("ValueError", "/app/shop/cart.py:9"),
            """
            INFO starting
            Traceback (most recent call last):
              File "/app/shop/cart.py", line 7, in rate
                return order["coupon"]["rate"]
                       ~~~~~^^^^^^^^^^
            KeyError: 'coupon'

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "/app/main.py", line 3, in <module>
                total(order)
              File "/app/shop/cart.py", line 9, in total
                raise ValueError("bad order") from error
            ValueError: bad order
            INFO going on
            """),
        Fixture(
            "python group", language: "python", type: "ValueError", place: "/app/a.py:4", function: "one",
            outer: ("ExceptionGroup", "/app/a.py:9"),
            """
              + Exception Group Traceback (most recent call last):
              |   File "/app/a.py", line 9, in <module>
              |     raise ExceptionGroup("both", errors)
              | ExceptionGroup: both (2 sub-exceptions)
              +-+---------------- 1 ----------------
                | Traceback (most recent call last):
                |   File "/app/a.py", line 4, in one
                |     raise ValueError(1)
                | ValueError: 1
                +---------------- 2 ----------------
                | Traceback (most recent call last):
                |   File "/app/a.py", line 6, in two
                |     raise TypeError(2)
                | TypeError: 2
                +------------------------------------
            """),
        Fixture(
            "python syntax error", language: "python", type: "SyntaxError", place: "/app/b.py:3",
            """
              File "/app/b.py", line 3
                foo(
                   ^
            SyntaxError: '(' was never closed
            """),
        Fixture(
            "python library inside", language: "python", type: "JSONDecodeError", place: "/app/load.py:5",
            function: "load",
            """
            Traceback (most recent call last):
              File "/app/load.py", line 5, in load
                return json.loads(text)
              File "/usr/lib/python3.12/json/decoder.py", line 355, in raw_decode
                raise JSONDecodeError("Expecting value", s, err.value)
            json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
            """),
        Fixture(
            "node", language: "typescript", type: "TypeError", place: "/srv/app/src/cart.ts:12", function: "Cart.total",
            """
            /srv/app/src/cart.ts:12
                return this.items.length;
                                  ^

            TypeError: Cannot read properties of undefined (reading 'length')
                at Cart.total (/srv/app/src/cart.ts:12:23)
                at async main (/srv/app/src/main.ts:3:1)
                at node:internal/process/task_queues:95:5

            Node.js v20.11.0
            """),
        Fixture(
            "node aggregate", language: "javascript", type: "Error", place: "/srv/a.js:3",
            outer: ("AggregateError", "/srv/b.js:9"),
            """
            AggregateError: all failed
                at go (/srv/b.js:9:3) {
              [errors]: [
                Error: one
                    at f (/srv/a.js:3:5),
                Error: two
                    at f (/srv/a.js:4:5)
              ]
            }
            """),
        Fixture(
            "node unhandled rejection", language: "javascript", type: "PaymentRefused", place: "/srv/pay.js:8",
            """
            Uncaught PaymentRefused: card 12
                at pay (/srv/pay.js:8:11)
                at /srv/node_modules/express/lib/router.js:3:3
            """),
        Fixture(
            "firefox", language: "javascript", type: "TypeError", place: "https://shop.example/js/cart.js:41",
            function: "total",
            """
            TypeError: items is undefined
            total@https://shop.example/js/cart.js:41:13
            @https://shop.example/js/cart.js:3:1
            """),
        Fixture(
            "java", language: "java", type: "java.sql.SQLException", place: "Repo.java:31",
            function: "com.acme.Repo.load",
            outer: ("com.acme.ShopException", "Cart.java:12"),
            """
            2026-01-01 10:00:00,123 ERROR [main] com.acme.App - request failed
            com.acme.ShopException: cannot load
            \tat com.acme.Cart.total(Cart.java:12)
            \tat java.base/java.lang.Thread.run(Thread.java:840)
            \tSuppressed: java.io.IOException: close
            \t\tat com.acme.Repo.close(Repo.java:50)
            Caused by: java.sql.SQLException: no
            \tat org.springframework.Jdbc.run(Jdbc.java:9) ~[spring.jar:6]
            \tat com.acme.Repo.load(Repo.java:31)
            \t... 12 common frames omitted
            2026-01-01 10:00:01,000 INFO [main] com.acme.App - on
            """),
        Fixture(
            "kotlin", language: "kotlin", type: "java.lang.IllegalStateException", place: "create-snippet.kt:7",
            """
            Exception in thread "main" java.lang.IllegalStateException: Check failed.
            \tat com.acme.Create_snippetKt.check (create-snippet.kt:7)
            \tat com.acme.Create_snippetKt.main(create-snippet.kt)
            """),
        Fixture(
            "go", language: "go", type: "panic", place: "/src/shop/cart.go:12",
            function: "example.com/shop.(*Cart).Total",
            """
            panic: assignment to entry in nil map

            goroutine 7 [running]:
            example.com/shop.(*Cart).Total(0xc000012345, {0x1, 0x2})
            \t/src/shop/cart.go:12 +0x1f
            main.main()
            \t/src/main.go:5 +0x20
            created by main.start in goroutine 1
            \t/src/main.go:9 +0x91

            goroutine 1 [chan receive]:
            main.wait()
            \t/src/main.go:30 +0x3
            exit status 2
            """),
        Fixture(
            "go recovered by a server", language: "go", type: "panic", place: "/src/h.go:8", function: "main.handle",
            """
            2026/01/01 10:00:00 http: panic serving 127.0.0.1:5000: boom
            goroutine 34 [running]:
            net/http.(*conn).serve.func1()
            \t/usr/local/go/src/net/http/server.go:1898 +0xbe
            panic({0x1, 0x2})
            \t/usr/local/go/src/runtime/panic.go:770 +0x132
            main.handle({0x1, 0x2}, 0x3)
            \t/src/h.go:8 +0x25
            """),
        Fixture(
            "rust with frames", language: "rust", type: "panic", place: "./src/cart.rs:9",
            function: "shop::cart::total",
            """
            thread 'main' (123) panicked at src/cart.rs:9:5:
            index out of bounds: the len is 3 but the index is 99
            stack backtrace:
               0: rust_begin_unwind
                         at /rustc/90b35a623/library/std/src/panicking.rs:692:5
               1: core::panicking::panic_fmt
                         at /rustc/90b35a623/library/core/src/panicking.rs:75:14
               2: shop::cart::total::h0123456789abcdef
                         at ./src/cart.rs:9:5
               3: shop::main
                         at ./src/main.rs:4:5
            note: Some details are omitted, run with `RUST_BACKTRACE=full` for a verbose backtrace.
            """),
        Fixture(
            "rust before 1.73", language: "rust", type: "panic", place: "src/main.rs:2",
            """
            thread 'main' panicked at 'assertion failed: `(left == right)`
              left: `1`,
             right: `2`', src/main.rs:2:5
            """),
        Fixture(
            "swift", language: "swift", type: "Fatal error", place: "/src/Sources/shop/Cart.swift:9",
            """
            shop/Cart.swift:9: Fatal error: Index out of range

            *** Program crashed: Illegal instruction at 0x00007f1476af9361 ***

            Thread 0 "shop" crashed:

            0      0x00007f1476af9361 _assertionFailure(_:_:file:line:flags:) + 225 in libswiftCore.so
            1 [ra] 0x000056316aca4df0 Cart.total() + 575 in shop at /src/Sources/shop/Cart.swift:9:21

                 7│ func total() {
                 9│   items[0]
                  │        ▲
            2 [ra] 0x000056316aca4df1 main + 5 in shop at /src/Sources/shop/main.swift:3:1

            Registers:
            """),
        Fixture(
            "swift of the library alone", language: "swift", type: "Fatal error", place: nil,
            """
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
            Current stack trace:
            0    libswiftCore.so   0x00007f7e swift_reportError + 50
            1    shop              0x00005631 <unavailable> + 1
            """),
        Fixture(
            "swift before 5.4", language: "swift", type: "Fatal error", place: "main.swift:3",
            "Fatal error: bad: file main.swift, line 3\n"),
        Fixture(
            "ruby", language: "ruby", type: "ZeroDivisionError", place: "lib/cart.rb:4", function: "Cart#total",
            """
            lib/cart.rb:4:in 'Cart#total': divided by 0 (ZeroDivisionError)
            \tfrom main.rb:2:in '<main>'
            """),
        Fixture(
            "ruby, innermost last", language: "ruby", type: "RuntimeError", place: "a.rb:3", function: "x",
            """
            Traceback (most recent call last):
            \t1: from a.rb:7:in `<main>'
            a.rb:3:in `x': bad (RuntimeError)
            """),
        Fixture(
            "dotnet", language: "csharp", type: "System.ArgumentException", place: "/src/Cart.cs:9",
            function: "Shop.Cart.Load", outer: ("System.InvalidOperationException", "/src/Cart.cs:20"),
            """
            Unhandled exception. System.InvalidOperationException: outer
             ---> System.ArgumentException: inner
               at Shop.Cart.<Load>d__2.MoveNext() in /src/Cart.cs:line 9
               --- End of inner exception stack trace ---
               at Shop.Cart.Total(Int32 n) in /src/Cart.cs:line 20
               at System.Threading.Tasks.Task.Run()
            """),
        Fixture(
            "mono", language: "csharp", type: "System.NullReferenceException", place: "/src/my app/Cart.cs:7",
            """
            System.NullReferenceException: Object reference not set
              at Shop.Cart.Total (System.Int32 n) [0x00007] in /src/my app/Cart.cs:7
              at Shop.Main.Run () [0x00001] in <filename unknown>:0
            """),
        Fixture(
            "php", language: "php", type: "App\\NotFound", place: "/var/www/app/Cart.php:12",
            outer: ("RuntimeException", "/var/www/app/Shop.php:30"),
            """
            PHP Fatal error:  Uncaught App\\NotFound: no cart in /var/www/app/Cart.php:12
            Stack trace:
            #0 /var/www/app/Shop.php(28): App\\Cart->total()
            #1 [internal function]: run()
            #2 {main}

            Next RuntimeException: failed in /var/www/app/Shop.php:30
            Stack trace:
            #0 /var/www/index.php(3): App\\Shop->run()
            #1 {main}
              thrown in /var/www/app/Shop.php on line 30
            """),
        Fixture(
            "dart", language: "dart", place: "package:shop/cart.dart:12", function: "Cart.total",
            """
            Unhandled exception:
            Bad state: No element
            #0      List.first (dart:core-patch/growable_array.dart:343:5)
            #1      Cart.total (package:shop/cart.dart:12:20)
            <asynchronous suspension>
            #2      main (file:///srv/bin/main.dart:3:8)
            """),
        Fixture(
            "sanitizer", language: "c", type: "AddressSanitizer", place: "/src/a.c:5", function: "total",
            """
            ==1==ERROR: AddressSanitizer: heap-use-after-free on address 0x60
            READ of size 4 at 0x60 thread T0
                #0 0x55d0 in total /src/a.c:5:3
                #1 0x55d1 in main /src/a.c:9:3
            """),
        Fixture(
            "kotlin native", language: "kotlin", type: "kotlin.IllegalStateException", place: "/src/Main.kt:12",
            function: "kfun:com.acme.main#internal",
            """
            Uncaught Kotlin exception: kotlin.IllegalStateException: bad
                at 0   app.kexe  0x10a kfun:kotlin.Throwable#<init>(kotlin.String?){} + 88
                at 1   app.kexe  0x10b kfun:com.acme.main#internal + 12 (/src/Main.kt:12:5)
            """),
        Fixture(
            "flutter", language: "dart", type: "StateError", place: "package:shop/cart.dart:12", function: "Cart.build",
            """
            The following StateError was thrown building Cart(dirty):
            Bad state: No element

            When the exception was thrown, this was the stack:
            #0      List.first (dart:core-patch/growable_array.dart:343:5)
            #1      Cart.build (package:shop/cart.dart:12:20)
            #2      StatelessElement.build (package:flutter/src/widgets/framework.dart:5687:49)
            """),
        Fixture(
            "anyhow", language: "rust", type: "Error", place: "./src/main.rs:4", function: "app::load",
            """
            Error: Something failed

            Caused by:
                No such file

            Stack backtrace:
               0: anyhow::error::new
                         at /root/.cargo/registry/src/index/anyhow-1.0/src/error.rs:3:4
               1: app::load
                         at ./src/main.rs:4:7
            """),
        Fixture(
            "a race in go", language: "go", type: "data race", place: "/src/race.go:10", function: "main.main.func1",
            outer: ("data race", "/src/race.go:14"),
            """
            ==================
            WARNING: DATA RACE
            Read at 0x00c by goroutine 7:
              main.main.func1()
                  /src/race.go:10 +0x3c

            Previous write at 0x00c by main goroutine:
              main.main()
                  /src/race.go:14 +0x5

            Goroutine 7 (running) created at:
              main.main()
                  /src/race.go:9 +0x5
            ==================
            """),
        Fixture(
            "laravel", language: "php", type: "ErrorException", place: "/var/www/app/Cart.php:12",
            """
            [2026-01-01 00:00:00] production.ERROR: Undefined variable {"exception":"[object] (ErrorException(code: 0): Undefined variable at /var/www/app/Cart.php:12)
            [stacktrace]
            #0 /var/www/app/Shop.php(28): App\\\\Cart->total()
            #1 {main}
            "}
            """),
    ]
}
