/// How many tests passed, as their runner's own last words say.
package struct TestCounts: Equatable, Sendable {
    package var passed: Int?
    package var failed: Int?
    package var skipped: Int?

    /// - Parameter output: what the runner said; the last summary in it counts, and where there is none, each test's own line.
    package init(_ output: String) {
        var summary: TestCounts?
        var lines = TestCounts()
        /// Of Python's unittest: how many it ran, which stands before how they ended.
        var run: Int?
        for line in output.split(whereSeparator: \.isNewline) {
            let words = line.split { " \t,;()=.|".contains($0) }.map { $0.lowercased() }
            guard let first = words.first else { continue }
            lines.addTest(line, words)
            if first == "ran", words.count > 3, words[3] == "in" {
                run = Int(words[1])
            } else if let all = run, first == "ok" || first == "failed" {
                summary = Self.unittest(words, of: all)
                run = nil
            } else if let part = Self.part(words) {
                summary = part.added(to: summary)
            } else if let whole = Self.named(words) ?? Self.counted(words) {
                // That some failed is often said once more.
                if whole.passed == nil, whole.failed == summary?.failed { continue }
                // Cargo has one for each program that it tests, and the last is often that of no tests.
                let isCargo = words.starts(with: ["test", "result:"])
                summary = isCargo && summary != nil ? summary?.sum(with: whole) : whole
            }
        }
        self = summary ?? lines
    }

    private init(passed: Int? = nil, failed: Int? = nil, skipped: Int? = nil) {
        (self.passed, self.failed, self.skipped) = (passed, failed, skipped)
    }

    /// - Parameter run: how many there were, those that were skipped among them.
    private init(run: Int, failed: Int, skipped: Int?) {
        self.init(passed: max(0, run - failed - (skipped ?? 0)), failed: failed, skipped: skipped)
    }

    private func sum(with other: TestCounts) -> TestCounts {
        func sum(_ one: Int?, _ two: Int?) -> Int? { one == nil && two == nil ? nil : (one ?? 0) + (two ?? 0) }
        return TestCounts(
            passed: sum(passed, other.passed), failed: sum(failed, other.failed), skipped: sum(skipped, other.skipped))
    }

    // MARK: - A line a count

    /// A line with one of the counts: the lines after each other are one summary.
    private struct Part {
        var word: String
        var count: Int

        func added(to summary: TestCounts?) -> TestCounts {
            var counts = summary ?? TestCounts()
            switch word {
            case "failed", "failing", "fail": counts.failed = count
            case "skipped", "pending": counts.skipped = count
            // What stands before a failure that was told first belongs to it.
            default: counts = TestCounts(passed: count, failed: counts.passed == nil ? counts.failed ?? 0 : 0)
            }
            return counts
        }
    }

    /// `3 passing (5ms)` (Mocha), `2 tests passed` (AVA), `# pass 3` (node), `[  PASSED  ] 2 tests.` (GoogleTest).
    private static func part(_ words: [String]) -> Part? {
        guard words.count >= 2 else { return nil }
        if ["#", "ℹ"].contains(words[0]), words.count == 3, ["pass", "fail", "skipped"].contains(words[1]) {
            return Int(words[2]).map { Part(word: words[1], count: $0) }
        }
        if words[0] == "[", words.count > 4, words[2] == "]", ["passed", "failed", "skipped"].contains(words[1]) {
            return words[4].hasPrefix("test") ? Int(words[3]).map { Part(word: words[1], count: $0) } : nil
        }
        guard let count = Int(words[0]) else { return nil }
        if ["passing", "failing", "pending"].contains(words[1]) { return Part(word: words[1], count: count) }
        guard words.count == 3, words[1] == "test" || words[1] == "tests" else { return nil }
        return ["passed", "failed", "skipped"].contains(words[2]) ? Part(word: words[2], count: count) : nil
    }

    /// `ok 1 adds`, `not ok 2 takes away`, `ok 3 later # skip` (the Test Anything Protocol: bats, node), `--- FAIL: TestB (0.00s)` (Go).
    private mutating func addTest(_ line: Substring, _ words: [String]) {
        func isTold(_ start: [String]) -> Bool {
            words.count > start.count && words.starts(with: start) && Int(words[start.count]) != nil
        }
        let isOK = line.hasPrefix("ok ") && isTold(["ok"])
        let isNotOK = line.hasPrefix("not ok ") && isTold(["not", "ok"])
        if line.hasPrefix("--- SKIP:") || (isOK || isNotOK) && line.lowercased().contains("# skip") {
            skipped = (skipped ?? 0) + 1
            return
        }
        guard isOK || isNotOK || line.hasPrefix("--- PASS:") || line.hasPrefix("--- FAIL:") else { return }
        let isGood = isOK || line.hasPrefix("--- PASS:")
        passed = (passed ?? 0) + (isGood ? 1 : 0)
        failed = (failed ?? 0) + (isGood ? 0 : 1)
    }

    // MARK: - A line with all of them

    private static func number(after names: Set<String>, in words: [String]) -> Int? {
        for (name, value) in zip(words, words.dropFirst()) where names.contains(name) {
            if let number = Int(value) { return number }
        }
        return nil
    }

    private static func number(before names: Set<String>, in words: [String]) -> Int? {
        for (value, name) in zip(words, words.dropFirst()) where names.contains(name) {
            if let number = Int(value) { return number }
        }
        return nil
    }

    /// `FAILED (failures=1, errors=1, skipped=1)`, after `Ran 5 tests in 0.001s`.
    private static func unittest(_ words: [String], of run: Int) -> TestCounts {
        let failed = ["failures", "errors"].compactMap { number(after: [$0], in: words) }.reduce(0, +)
        return TestCounts(run: run, failed: failed, skipped: number(after: ["skipped"], in: words))
    }

    /// `Tests run: 5, Failures: 1, Errors: 0, Skipped: 1` (Maven), `Tests: 3, Assertions: 4, Failures: 1` (PHPUnit),
    /// `Passed: 3` (dotnet).
    private static func named(_ words: [String]) -> TestCounts? {
        let failures = number(after: ["failures:", "failed:"], in: words)
        let skipped = number(after: ["skipped:"], in: words)
        if let passed = number(after: ["passed:"], in: words) {
            return TestCounts(passed: passed, failed: failures ?? 0, skipped: skipped)
        }
        let isPHPUnit = words.contains("assertions:")
        guard let run = number(after: ["run:"], in: words) ?? (isPHPUnit ? number(after: ["tests:"], in: words) : nil),
            failures != nil || isPHPUnit
        else { return nil }
        return TestCounts(
            run: run, failed: (failures ?? 0) + (number(after: ["errors:"], in: words) ?? 0), skipped: skipped)
    }

    /// `3 passed, 1 failed` (pytest, Jest, Vitest, cargo), `3 runs, 4 assertions, 1 failures` (Minitest), `3 examples, 1 failure`
    /// (RSpec), `3 tests, 1 failure` (bats), `5 tests completed, 2 failed` (Gradle), `Executed 5 tests, with 2 failures`
    /// (XCTest), `Test run with 5 tests passed`, `OK (3 tests, 5 assertions)`.
    private static func counted(_ words: [String]) -> TestCounts? {
        let failed = number(before: ["failed", "failures", "failure"], in: words)
        let skipped = number(before: ["skipped", "skips", "ignored", "pending"], in: words)
        if let passed = number(before: ["passed"], in: words) {
            return TestCounts(passed: passed, failed: failed ?? 0, skipped: skipped)
        }
        let tests = number(before: ["tests", "test"], in: words)
        if let failed, let run = number(before: ["runs", "examples", "example"], in: words) ?? tests {
            return TestCounts(
                run: run, failed: failed + (number(before: ["errors"], in: words) ?? 0), skipped: skipped)
        }
        guard let tests else { return failed.map { TestCounts(failed: $0, skipped: skipped) } }
        let isWell = words[0] == "ok" || words.contains("run") && words.contains("with") && words.contains("passed")
        return isWell ? TestCounts(passed: tests, failed: 0) : nil
    }
}
