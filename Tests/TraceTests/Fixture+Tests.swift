extension Fixture {
    static let tests: [Fixture] = [
        Fixture(
            "pytest long, a chain", language: "python", type: "KeyError", place: "shop/cart.py:7", function: "rate",
            test: "test_total", outer: ("ValueError", "shop/cart.py:11"),
            """
            =================================== FAILURES ===================================
            __________________________________ test_total __________________________________

                def rate(order):
            >       return order["coupon"]
            E       KeyError: 'coupon'

            shop/cart.py:7: KeyError

            The above exception was the direct cause of the following exception:

                def test_total():
            >       total({})

            test_cart.py:5: 
            _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ 

                def total(order):
            >           raise ValueError("bad") from error
            E           ValueError: bad

            shop/cart.py:11: ValueError
            ----------------------------- Captured stdout call -----------------------------
            x.py:3: Type
            =========================== short test summary info ============================
            FAILED test_cart.py::test_total - ValueError: bad
            """),
        Fixture(
            "pytest native", language: "python", type: "ValueError", place: "/app/cart.py:3", test: "test_total",
            """
            =================================== FAILURES ===================================
            __________________________________ test_total __________________________________
            Traceback (most recent call last):
              File "/app/test_cart.py", line 5, in test_total
                total()
              File "/app/cart.py", line 3, in total
                raise ValueError
            ValueError
            =========================== short test summary info ============================
            """),
        Fixture(
            "pytest line", language: "python", type: "AssertionError", place: "/app/test_cart.py:5", failures: 2,
            """
            =================================== FAILURES ===================================
            /app/test_cart.py:5: AssertionError: assert 1 == 2
            /app/test_cart.py:9: ValueError: bad
            =========================== short test summary info ============================
            """),
        Fixture(
            "unittest", language: "python", type: "AssertionError", place: "/app/test_a.py:5", test: "test_x",
            """
            ======================================================================
            FAIL: test_x (test_a.Case.test_x)
            ----------------------------------------------------------------------
            Traceback (most recent call last):
              File "/app/test_a.py", line 5, in test_x
                self.assertEqual(1, 2)
            AssertionError: 1 != 2

            ----------------------------------------------------------------------
            Ran 1 test in 0.001s
            """),
        Fixture(
            "go test", language: "go", place: "cart_test.go:19", test: "TestTotal", failures: 2,
            """
            --- FAIL: TestTotal (0.00s)
                cart_test.go:19: total = 3, want 4
                cart_test.go:23: 
                    \tError Trace:\t/src/cart_test.go:23
                    \t            \t/src/helper.go:7
                    \tError:      \tNot equal
            --- PASS: TestOther (0.00s)
            FAIL
            """),
        Fixture(
            "go test -v", language: "go", place: "cart_test.go:19", test: "TestTotal",
            """
            === RUN   TestOther
                cart_test.go:5: only a word
            --- PASS: TestOther (0.00s)
            === RUN   TestTotal
                cart_test.go:19: total = 3, want 4
            --- FAIL: TestTotal (0.00s)
            FAIL
            """),
        Fixture(
            "go test -json", language: "go", place: "cart_test.go:19", test: "TestTotal",
            #"""
            {"Time":"2026-01-01T10:00:00Z","Action":"output","Package":"shop/cart","Test":"TestTotal","Output":"=== RUN   TestTotal\n"}
            {"Time":"2026-01-01T10:00:00Z","Action":"output","Package":"shop/cart","Test":"TestOther","Output":"=== RUN   TestOther\n"}
            {"Time":"2026-01-01T10:00:00Z","Action":"output","Package":"shop/cart","Test":"TestTotal","Output":"    cart_test.go:19: total = 3\n"}
            {"Time":"2026-01-01T10:00:00Z","Action":"output","Package":"shop/cart","Test":"TestTotal","Output":"--- FAIL: TestTotal (0.00s)\n"}
            {"Time":"2026-01-01T10:00:00Z","Action":"fail","Package":"shop/cart","Test":"TestTotal","Elapsed":0}
            """#),
        Fixture(
            "cargo test", language: "rust", type: "panic", place: "src/lib.rs:17", test: "tests::total",
            """
            failures:

            ---- tests::total stdout ----
            thread 'tests::total' panicked at src/lib.rs:17:9:
            assertion `left == right` failed
              left: 3
             right: 4

            failures:
                tests::total

            test result: FAILED. 0 passed; 1 failed
            """),
        Fixture(
            "xctest", language: "swift", place: "/src/Tests/CartTests.swift:12", test: "CartTests.testTotal",
            "/src/Tests/CartTests.swift:12: error: CartTests.testTotal : XCTAssertEqual failed: (\"3\") is not equal to (\"4\")\n"
        ),
        Fixture(
            "swift testing", language: "swift", place: "CartTests.swift:12", test: "total()",
            "\u{2718} Test total() recorded an issue at CartTests.swift:12:5: Expectation failed: (a \u{2192} 3) == 4\n"
        ),
        Fixture(
            "jest", language: "javascript", place: "src/cart.test.js:4", test: "Cart \u{203A} total",
            """
            FAIL src/cart.test.js
              \u{25CF} Cart \u{203A} total

                expect(received).toBe(expected) // Object.is equality

                Expected: 4
                Received: 3

                  3 | test('total', () => {
                > 4 |   expect(total(1, 2)).toBe(4);
                    |                       ^
                  5 | });

                  at Object.<anonymous> (src/cart.test.js:4:23)

            Test Suites: 1 failed, 1 total
            """),
        Fixture(
            "vitest", language: "typescript", type: "AssertionError", place: "src/cart.test.ts:5", test: "total",
            """
             FAIL  src/cart.test.ts > total
            AssertionError: expected 3 to be 4 // Object.is equality
             \u{276F} src/cart.test.ts:5:19
            """),
        Fixture(
            "node's runner", language: "javascript", type: "AssertionError", place: "file:///srv/t.test.mjs:2",
            test: "sums",
            """
            not ok 1 - sums
              ---
              location: '/srv/t.test.mjs:2:1'
              failureType: 'testCodeFailure'
              error: |-
                Expected values to be strictly equal:
                6 !== 7
              name: 'AssertionError'
              stack: |-
                TestContext.<anonymous> (file:///srv/t.test.mjs:2:35)
                async Test.run (node:internal/test_runner/test:797:9)
              ...
            """),
        Fixture(
            "junit", language: "java", type: "java.lang.AssertionError", place: "CartTest.java:9",
            test: "com.acme.CartTest.total",
            failures: 2,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a > comment -->
            <testsuites><testsuite name="a"><testcase classname="com.acme.CartTest" name="total" time="0.1">
              <failure message="expected:&lt;3&gt; but was:&lt;4&gt;" type="java.lang.AssertionError"><![CDATA[java.lang.AssertionError: expected:<3> but was:<4>
            \tat org.junit.Assert.fail(Assert.java:8)
            \tat com.acme.CartTest.total(CartTest.java:9)
            ]]></failure></testcase>
            <testcase classname="CartTests" name="testSwift"><failure message="failed" type=""></failure></testcase>
            <testcase classname="CartTests" name="ok"/></testsuite></testsuites>
            """),
        Fixture(
            "trx", language: "csharp", type: "System.DivideByZeroException", place: "C:\\src\\Cart.cs:9",
            test: "Shop.CartTests.Div",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun id="1"><Results>
            <UnitTestResult testName="Shop.CartTests.Div" outcome="Failed"><Output><ErrorInfo>
            <Message>System.DivideByZeroException : Attempted to divide by zero.</Message>
            <StackTrace>   at Shop.Cart.Div(Int32 a) in C:\\src\\Cart.cs:line 9&#xD;
               at Shop.CartTests.Div() in C:\\src\\CartTests.cs:line 33</StackTrace>
            </ErrorInfo></Output></UnitTestResult></Results></TestRun>
            """),
        Fixture(
            "rspec", language: "ruby", type: "RSpec::Expectations::ExpectationNotMetError", place: "lib/cart.rb:11",
            test: "Cart totals",
            #"""
            {
              "version": "3.13.0",
              "examples": [
                {"full_description": "Cart is", "status": "passed"},
                {"full_description": "Cart totals", "status": "failed",
                 "exception": {"class": "RSpec::Expectations::ExpectationNotMetError", "message": "no",
                  "backtrace": ["/usr/lib/ruby/gems/3.3.0/gems/rspec/a.rb:3:in `x'", "./lib/cart.rb:11:in `total'"]}}
              ]
            }
            """#),
        Fixture(
            "mocha", language: "javascript", type: "Error", place: "lib/cart.js:2", test: "Cart totals",
            #"{"stats":{"failures":1},"failures":[{"fullTitle":"Cart totals","file":"/srv/test/a.js","err":{"stack":"Error: no\n    at total (lib/cart.js:2:9)","message":"no"}}]}"#
        ),
        Fixture(
            "jest in JSON", language: "javascript", type: "Error", place: "/srv/cart.js:2", test: "Cart totals",
            #"{"testResults":[{"name":"/srv/a.test.js","assertionResults":[{"status":"failed","fullName":"Cart totals","failureMessages":["Error: no\n    at total (/srv/cart.js:2:9)"]}]}]}"#
        ),
        Fixture(
            "gcc", language: "c", place: "src/a.c:3", failures: 2,
            "src/a.c:3:5: error: bad [-Wx]\nsrc/a.c:4:5: warning: odd\nsrc/a.c:5:5: note: here\n"),
        Fixture(
            "tsc", language: "typescript", type: "TS7006", place: "src/a.ts:3", "src/a.ts(3,13): error TS7006: bad\n"),
        Fixture(
            "tsc, pretty", language: "typescript", type: "TS7006", place: "src/a.ts:3",
            "src/a.ts:3:13 - error TS7006: bad\n"),
        Fixture(
            "csc", language: "csharp", type: "CS0618", place: "C:\\my src\\A.cs:229",
            "C:\\my src\\A.cs(229,30): warning CS0618: old [C:\\my src\\a.csproj]\n"),
        Fixture(
            "kotlinc", language: "kotlin", place: "file:///src/A.kt:12",
            "e: file:///src/A.kt:12:5 Unresolved reference: x\n"),
        Fixture(
            "rustc", language: "rust", type: "E0308", place: "src/main.rs:4",
            """
            error[E0308]: mismatched types
             --> src/main.rs:4:18
              |
            4 |     let x: i32 = "a";
              |            ---   ^^^ expected `i32`
            """),
        Fixture("flake8", language: "python", place: "a.py:1", "a.py:1:1: E302 expected 2 blank lines, found 1\n"),
        Fixture("go vet", language: "go", place: "./cart.go:3", "# shop\n./cart.go:3:2: undefined: total\n"),
        Fixture(
            "workflow command", language: "javascript", place: "src/a.js:3",
            "2026-01-01T00:00:00.0000000Z ##[group]Run\n2026-01-01T00:00:00.0000000Z ::error file=src/a.js,line=3,col=5::bad\n"
        ),
        Fixture(
            "gh run view", language: "go", place: "cart_test.go:19", test: "TestTotal",
            """
            test\tRun go test\t2026-01-01T00:00:00.0000000Z --- FAIL: TestTotal (0.00s)
            lint\tRun lint\t2026-01-01T00:00:00.0000000Z fine
            test\tRun go test\t2026-01-01T00:00:00.0000000Z     cart_test.go:19: total = 3
            test\tRun go test\t2026-01-01T00:00:00.0000000Z FAIL
            test\tRun go test\t2026-01-01T00:00:00.0000000Z ##[error]Process completed with exit code 1.
            """),
        Fixture(
            "eslint", language: "javascript", type: "no-undef", place: "/src/a.js:12", failures: 2,
            """
            /src/a.js
              12:5  error    'x' is not defined  no-undef
              13:1  warning  Missing semicolon   semi

            2 problems
            """),
        Fixture(
            "dotnet test", language: "csharp", type: "System.DivideByZeroException", place: "/src/Cart.cs:9",
            test: "Shop.CartTests.Div",
            """
              Failed Shop.CartTests.Div [12 ms]
              Error Message:
               System.DivideByZeroException : Attempted to divide by zero.
              Stack Trace:
                 at Shop.Cart.Div(Int32 a) in /src/Cart.cs:line 9
               at Shop.CartTests.Div() in /src/CartTests.cs:line 33
            """),
        Fixture(
            "gradle", language: "kotlin", type: "java.lang.AssertionError", place: "CartTest.kt:31", test: "total()",
            """
            CartTest > total() FAILED
                java.lang.AssertionError: expected:<3> but was:<4>
                    at org.junit.Assert.fail(Assert.java:89)
                    at com.acme.CartTest.total(CartTest.kt:31)
            """),
        Fixture(
            "rspec in words", language: "ruby", place: "./spec/cart_spec.rb:5", test: "Cart totals",
            """
              1) Cart totals
                 Failure/Error: expect(1).to eq 2
                   expected: 2
                        got: 1
                 # ./spec/cart_spec.rb:5:in `block (2 levels) in <top (required)>'
            """),
        Fixture(
            "phpunit", language: "php", place: "/app/tests/CartTest.php:19", test: "App\\CartTest::testTotal",
            """
            1) App\\CartTest::testTotal
            Failed asserting that 3 matches expected 4.

            /app/tests/CartTest.php:19
            """),
    ]
}
