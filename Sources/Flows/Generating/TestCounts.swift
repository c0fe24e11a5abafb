/// How many tests passed, as their runner's own last words say.
package struct TestCounts: Equatable, Sendable {
    package var passed: Int?
    package var failed: Int?
    package var skipped: Int?

    /// - Parameter output: what the runner said; the last summary in it counts.
    package init(_ output: String) {
        for line in output.split(whereSeparator: \.isNewline) {
            let words = line.split {
                $0 == " " || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "=" || $0 == "."
            }
            .map { $0.lowercased() }
            if let read = Self.named(words) ?? Self.counted(words) { self = read }
        }
    }

    private init(passed: Int?, failed: Int?, skipped: Int?) {
        (self.passed, self.failed, self.skipped) = (passed, failed, skipped)
    }

    /// `Tests run: 5, Failures: 1, Errors: 0, Skipped: 1` (Maven), `# pass 3` (node), `Tests: 3, Assertions: 4, Failures: 1`
    /// (PHPUnit), `Passed: 3` (dotnet).
    private static func named(_ words: [String]) -> TestCounts? {
        func number(after names: [String]) -> Int? {
            for (place, word) in words.enumerated().dropLast() where names.contains(word) {
                if let number = Int(words[place + 1]) { return number }
            }
            return nil
        }
        let failures = number(after: ["failures:", "failed:"])
        let errors = number(after: ["errors:"])
        let skipped = number(after: ["skipped:"])
        if let passed = number(after: ["passed:"]) {
            return TestCounts(passed: passed, failed: failures ?? 0, skipped: skipped)
        }
        guard let run = number(after: ["run:"]) ?? (words.first == "tests:" ? number(after: ["tests:"]) : nil),
            failures != nil || words.contains("assertions:")
        else { return nil }
        let failed = (failures ?? 0) + (errors ?? 0)
        return TestCounts(passed: max(0, run - failed - (skipped ?? 0)), failed: failed, skipped: skipped)
    }

    /// `3 passed, 1 failed` (pytest, Jest, cargo), `3 runs, 4 assertions, 1 failures` (Minitest), `3 examples, 1 failure`
    /// (RSpec), `Test run with 5 tests passed`, `OK (3 tests, 5 assertions)`.
    private static func counted(_ words: [String]) -> TestCounts? {
        func number(before names: [String]) -> Int? {
            for (place, word) in words.enumerated().dropFirst() where names.contains(word) {
                if let number = Int(words[place - 1]) { return number }
            }
            return nil
        }
        let failed = number(before: ["failed", "failures", "failure", "failing"])
        let skipped = number(before: ["skipped", "skips", "ignored", "pending"])
        if let passed = number(before: ["passed", "passing"]) {
            return TestCounts(passed: passed, failed: failed ?? 0, skipped: skipped)
        }
        if let run = number(before: ["runs", "examples", "example"]), let failed {
            let all = failed + (number(before: ["errors"]) ?? 0)
            return TestCounts(passed: max(0, run - all - (skipped ?? 0)), failed: all, skipped: skipped)
        }
        if words.first == "ok", let run = number(before: ["tests", "test"]) {
            return TestCounts(passed: run, failed: 0, skipped: nil)
        }
        if words.contains("run"), words.contains("with"), let run = number(before: ["tests", "test"]) {
            if words.contains("passed") { return TestCounts(passed: run, failed: 0, skipped: nil) }
            return nil
        }
        return failed.map { TestCounts(passed: nil, failed: $0, skipped: skipped) }
    }
}
