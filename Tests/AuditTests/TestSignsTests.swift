import Testing

@testable import Audit

/// By what tests are known.
struct TestSignsTests {
    @Test(arguments: [
        ("tests/db.py", true), ("src/db_test.go", true), ("test_db.py", true), ("web/db.spec.ts", true),
        ("src/test/java/DbTest.java", true), ("spec/db_spec.rb", true), ("Tests/ShopTests/Db.swift", true),
        ("src/latest.py", false), ("contest.go", false), ("protest/a.py", false), ("shop/db.py", false),
        ("tests/README", false), ("", false), ("/", false),
    ])
    func `A test is known by its name or folder`(path: String, isTest: Bool) {
        #expect(TestSigns.isTest(path: path) == isTest)
    }

    @Test(arguments: [
        "==== 12 passed, 1 skipped in 0.31s ====", "Tests:       4 passed, 4 total", "ok  \tshop/db\t0.012s",
        "test result: ok. 3 passed; 0 failed; 0 ignored", "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0",
        "4 examples, 0 failures", "  7 passing (23ms)", "OK (12 tests, 30 assertions)",
        "✔ Test run with 74 tests in 11 suites passed after 12.885 seconds.",
        "Executed 12 tests, with 0 failures (0 unexpected) in 0.1 seconds",
        "100% tests passed, 0 tests failed out of 9",
    ])
    func `Runners say that all passed`(line: String) {
        guard case .passed = TestSigns.outcome(in: "building\n\(line)\ndone\n") else {
            Issue.record("\(line)")
            return
        }
    }

    @Test(arguments: [
        "==== 1 failed, 2 passed in 0.1s ====", "Tests:       1 failed, 3 passed, 4 total", "FAIL\tshop/db\t0.01s",
        "test result: FAILED. 2 passed; 1 failed", "Tests run: 5, Failures: 1, Errors: 0, Skipped: 0",
        "4 examples, 1 failure", "--- FAIL: TestRefund (0.00s)", "1 passed\n2 failed",
    ])
    func `One that failed counts before all that passed`(line: String) {
        guard case .failed = TestSigns.outcome(in: line) else {
            Issue.record("\(line)")
            return
        }
    }

    @Test func `What no runner says is nothing`() {
        for text in ["", "all is well", "I passed the exam", "0 passed", "compiled 3 files", "passed\n"] {
            #expect(TestSigns.outcome(in: text) == nil, "\(text)")
        }
    }
}
