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
        let run = try place.shell("colophon generate --fix finding:\(uid)")
        #expect(run.output.contains("-    return eval(x)"), "\(run.output)\(run.complaint)")
        #expect(run.output.contains("+    return ast.literal_eval(x)"))
        #expect(run.complaint.contains("The auditor no longer speaks of it."), "\(run.complaint)")
        #expect(place.text("f.py")?.contains("return eval(x)") == true)
        try DatabaseQueue(path: place.storePath).read { (db) throws in
            #expect(try String.fetchAll(db, sql: "SELECT status FROM edit ORDER BY id") == ["applied", "proposed"])
        }
    }
}
