import GRDB
import TestSupport
import Testing

@testable import Flows

struct TrialTests {
    @Test(
        arguments: [
            ("===== 3 failed, 12 passed, 1 skipped in 0.12s =====", 12, 3, 1),
            ("........ [100%]\n8 passed in 0.01s", 8, 0, nil),
            ("Tests:       1 failed, 2 passed, 3 total", 2, 1, nil),
            ("test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured", 3, 1, 2),
            ("[INFO] Tests run: 5, Failures: 1, Errors: 1, Skipped: 1", 2, 2, 1),
            ("3 runs, 4 assertions, 1 failures, 0 errors, 1 skips", 1, 1, 1),
            ("OK (3 tests, 5 assertions)", 3, 0, nil),
            ("✔ Test run with 5 tests in 2 suites passed after 0.001 seconds.", 5, 0, nil),
            ("7 examples, 2 failures, 1 pending", 4, 2, 1),
            ("Passed!  - Failed:     0, Passed:     9, Skipped:     0, Total:     9", 9, 0, 0),
            ("Ran 5 tests in 0.001s\n\nFAILED (failures=1, errors=1, skipped=1)", 2, 2, 1),
            ("Ran 3 tests in 0.001s\n\nOK", 3, 0, nil), ("Ran 3 tests in 0.001s\n\nOK (skipped=1)", 2, 0, 1),
            ("# tests 4\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0", 3, 1, 0),
            ("ℹ tests 2\nℹ pass 2\nℹ fail 0\nℹ skipped 0", 2, 0, 0),
            ("  3 passing (5ms)\n  1 pending\n  2 failing\n\n  1) adds", 3, 2, 1),
            ("  2 tests passed\n  1 test failed", 2, 1, nil),
            (
                "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n   Doc-tests shop\n"
                    + "running 0 tests\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured", 3, 0, 1
            ),
            (
                "[==========] 3 tests from 1 test suite ran. (0 ms total)\n[  PASSED  ] 2 tests.\n"
                    + "[  FAILED  ] 1 test, listed below:\n[  FAILED  ] A.b\n\n 1 FAILED TEST", 2, 1, nil
            ),
            ("1..3\nok 1 adds\nnot ok 2 takes away\nok 3 later # skip", 1, 1, 1),
            ("3 tests, 1 failure", 2, 1, nil),
            ("--- PASS: TestA (0.00s)\n--- FAIL: TestB (0.00s)\n    --- PASS: TestB/one (0.00s)\nFAIL", 1, 1, nil),
            ("Executed 5 tests, with 2 failures (0 unexpected) in 0.1 (0.1) seconds", 3, 2, nil),
            ("5 tests completed, 2 failed", 3, 2, nil),
            ("✘ Test run with 5 tests in 2 suites failed after 0.001 seconds with 2 issues.", nil, nil, nil),
            ("Test Suites: 1 failed, 1 passed, 2 total\nTests:       1 failed, 2 passed, 3 total", 2, 1, nil),
            (" Test Files  1 passed (1)\n      Tests  1 failed | 2 passed (3)", 2, 1, nil),
            ("make: *** [all] Error 2", nil, nil, nil),
            ("", nil, nil, nil),
        ] as [(String, Int?, Int?, Int?)])
    func `The runner's own words are counted`(output: String, passed: Int?, failed: Int?, skipped: Int?) {
        let counts = TestCounts(output)
        #expect(counts.passed == passed)
        #expect(counts.failed == failed)
        #expect(counts.skipped == skipped)
    }

    @Test func `Tests are written where their language keeps them, run, and what came of it is recorded`() throws {
        let place = try GeneratingPlace { _ in
            GeneratingPlace.stream(["```python\n", "def test_f():\n    assert True\n", "```\n"])
        }
        defer { place.server.close() }
        try place.write("stats.py", "def f():\n    return 1\n")
        let run = try place.shell("colophon generate --tests stats.py --run 'echo 2 passed, 1 failed in 0.1s; exit 3'")
        #expect(run.status == 1)
        #expect(place.text("test_stats.py") == "def test_f():\n    assert True\n")
        #expect(run.complaint.contains("ended with exit code 3: 2 passed, 1 failed"), "\(run.complaint)")
        #expect(place.server.requests.last?.text.contains("pytest") == true)
        try DatabaseQueue(path: place.storePath).read { (db) throws in
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM trial"))
            #expect(row["exit_code"] == 3)
            #expect(row["passed"] == 2)
            #expect(row["failed"] == 1)
            #expect((row["output"] as String).contains("2 passed"))
        }
    }

    @Test func `A change for a finding is audited, shown and not written unasked`() throws {
        let place = try GeneratingPlace { request in
            request.text.contains("Mend line")
                ? GeneratingPlace.stream([
                    "```python\n", "import ast\n\ndef f(x):\n    return ast.literal_eval(x)\n", "```\n",
                ])
                : GeneratingPlace.stream(["```python\n", "import os\n\ndef f(x):\n    return eval(x)\n", "```\n"])
        }
        defer { place.server.close() }
        #expect(try place.shell("colophon generate 'x' -o f.py").status == 0)
        let uid = try #require(
            try DatabaseQueue(path: place.storePath).read {
                try String.fetchOne(
                    $0, sql: "SELECT uid FROM finding WHERE rule LIKE '%eval%' OR message LIKE '%eval%'")
            })
        let run = try place.shell("colophon generate --fix finding:\(uid) --run 'echo 7 passed'")
        #expect(run.status == 0 && !run.complaint.contains("7 passed"), "what is not written is not tried")
        #expect(run.output.contains("-    return eval(x)"), "\(run.output)\(run.complaint)")
        #expect(run.output.contains("+    return ast.literal_eval(x)"))
        #expect(run.complaint.contains("The auditor no longer speaks of it."), "\(run.complaint)")
        #expect(place.text("f.py")?.contains("return eval(x)") == true)
        try DatabaseQueue(path: place.storePath).read { (db) throws in
            #expect(try String.fetchAll(db, sql: "SELECT status FROM edit ORDER BY id") == ["applied", "proposed"])
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM trial") == 0)
        }
    }

    @Test func `A record that names a file elsewhere has none of it sent or mended`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"]) }
        defer { place.server.close() }
        let secret = try place.folder.write("elsewhere/key.py", "key = 'between us'\n")
        let lines = """
            {"type":"generation","id":"g","agent":"a","directory":"\(place.folder.path)/elsewhere","model":"m","prompt":"p","output":"o"}
            {"type":"edit","id":"e","generation":"g","path":"\(secret)","kind":"create","after":"key = 'between us'\\n"}
            {"type":"finding","id":"f","generation":"g","edit":"e","rule":"r","severity":"high","message":"Mend this.","line":1}
            """
        try place.write("lines.jsonl", lines)
        let recorded = try place.shell("colophon record < lines.jsonl")
        #expect(recorded.status == 0, "\(recorded.complaint)")
        let uid = try #require(
            try DatabaseQueue(path: place.storePath).read {
                try String.fetchOne($0, sql: "SELECT uid FROM finding WHERE rule = 'r'")
            })
        let run = try place.shell("colophon generate --fix finding:\(uid)")
        #expect(run.status == 1 && run.complaint.contains("of no repository that you stand in"), "\(run.complaint)")
        #expect(!place.server.requests.contains { $0.text.contains("between us") })
    }

    @Test func `A command is run on what is written alone`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"]) }
        defer { place.server.close() }
        let run = try place.shell("colophon generate 'x' --run true")
        #expect(run.status == 64 && run.complaint.contains("--run wants a file"), "\(run.complaint)")
        #expect(try place.shell("colophon generate 'x' -o x.py --run true").status == 0)
    }
}
