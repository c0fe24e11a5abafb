import Text

/// By what tests are known: the names of their files, and what their runners print at the end.
package enum TestSigns {
    /// How a run of tests ended, with the line that says so.
    package enum Outcome: Equatable, Sendable {
        case passed(String)
        case failed(String)
    }

    private static let folders: Set<String> = ["test", "tests", "__tests__", "spec", "specs", "testing", "e2e"]

    /// `tests/db.py`, `test_db.py`, `db_test.go`, `db.spec.ts`, `DbTest.java`, `db_spec.rb`
    package static func isTest(path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard let file = parts.last else { return false }
        // What lies among tests and is no code, as a list of names, tests nothing.
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        guard !stem.isEmpty else { return false }
        let isAmongTests = parts.dropLast().contains { folders.contains($0.lowercased()) || $0.hasSuffix("Tests") }
        if isAmongTests { return true }
        let small = stem.lowercased()
        return small.hasPrefix("test_") || small.hasSuffix("_test") || small.hasSuffix("_spec")
            || small.hasSuffix(".test") || small.hasSuffix(".spec") || small.hasSuffix("-test")
            || stem.hasSuffix("Test") || stem.hasSuffix("Tests") || stem.hasSuffix("Spec")
    }

    /// What runners of tests say in an output; `nil` where none says anything. One that failed counts before all that passed.
    ///
    /// - Parameter output: the end of what a command printed.
    package static func outcome(in output: String) -> Outcome? {
        var passed: Outcome?
        for line in output.split(whereSeparator: \.isNewline).suffix(200) {
            let words = line.prefix(400).trimmed
            switch verdict(words) {
            case .failed: return .failed(String(words.prefix(80)))
            case .passed: passed = passed ?? .passed(String(words.prefix(80)))
            case nil: continue
            }
        }
        return passed
    }

    private enum Verdict { case passed, failed }

    private static func verdict(_ line: Substring) -> Verdict? {
        func number(before word: String) -> Int? {
            guard let place = line.firstRange(of: word) else { return nil }
            let digits = line[..<place.lowerBound].reversed().drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
            return Int(String(digits.reversed()))
        }
        // pytest, jest, vitest, mocha, cargo, rspec, swift, xctest, phpunit, dotnet, unittest, maven, ctest, go
        if line.hasPrefix("FAILED") || line.hasPrefix("--- FAIL") || line.hasPrefix("FAIL\t") || line == "FAIL" {
            return .failed
        }
        for word in [" failed", " failing", " failures", " failure", " errors"] {
            if let count = number(before: word), count > 0 { return .failed }
        }
        if line.hasPrefix("Tests run:") {
            return line.contains("Failures: 0, Errors: 0") ? .passed : .failed
        }
        if line.hasPrefix("ok  \t") || line.hasPrefix("ok \t") || line.hasPrefix("test result: ok.") { return .passed }
        if line.hasPrefix("OK (") || line.hasPrefix("Passed!") || line.hasPrefix("100% tests passed") { return .passed }
        if line.contains("Test run with"), line.contains(" passed") { return .passed }
        if line.hasPrefix("Executed "), line.contains(" with 0 failures") { return .passed }
        for word in [" passed", " passing", " examples, 0 failures", " example, 0 failures"] {
            if let count = number(before: word), count > 0 { return .passed }
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        // Runners draw lines around what they say, and colour it.
        while let last = text.last, last == " " || last == "=" || last == "\r" { text.removeLast() }
        return text.drop { $0 == " " || $0 == "=" }
    }
}
