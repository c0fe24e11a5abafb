/// What runners of tests say between failures: which test is running, and the places that Go's tests complain at.
struct TestWatch {
    /// The test whose failure is being told.
    private(set) var test: String?
    /// Between `= FAILURES =` and the summary.
    private(set) var isInPytest = false
    private(set) var hasPytestReported = false
    private var lines = 0
    /// How far a name reaches.
    private var limit = 200
    /// Complaints of Go tests of which it is not known yet whether they failed, and the one being told.
    private var waiting: [Failure] = []
    private var complaint: Failure?
    private var isFailed = false

    /// - Returns: Failures that are complete with this line.
    mutating func see(_ line: LogLine) -> [Failure] {
        let text = line.text
        let words = text.trimmedStart
        // A name is good for what stands near it.
        if test != nil, !isInPytest {
            lines += 1
            if lines > limit { set(nil) }
        }
        switch words.first {
        case UInt8(ascii: "="): return seeRule(words)
        case UInt8(ascii: "-"): return seeDashes(line, words)
        case UInt8(ascii: "F"), UInt8(ascii: "E"), UInt8(ascii: "P"), UInt8(ascii: "T"), UInt8(ascii: "o"):
            if text.indent <= 2 { return seeResult(words) }
        case 0xE2:
            if words.has("\u{25CF} ") { set(words.from(4).trimmed) }
        case UInt8(ascii: "f"), UInt8(ascii: "t"):
            if words.has("failures:") || words.has("test result: ") { set(nil) }
        case UInt8(ascii: "1")...UInt8(ascii: "9"): seeNumbered(words)
        default: break
        }
        if words.trimmedEnd.ends(" FAILED"), let mark = words.index(of: " > ") {
            // Gradle's `CartTest > total() FAILED`.
            set(words.slice(mark + 3, words.trimmedEnd.count - 7))
        }
        return complaint != nil || text.indent >= 4 ? seeComplaint(line, words) : []
    }

    /// The complaint that is being told is over: it is a failure where its test has failed already.
    mutating func finish() -> [Failure] {
        guard let complaint else { return [] }
        self.complaint = nil
        if isFailed { return [complaint] }
        if waiting.count == 64 { waiting.removeFirst() }
        waiting.append(complaint)
        return []
    }

    /// The last line was a complaint's.
    var isTelling: Bool { complaint != nil }

    mutating func begin(section name: String?) {
        test = name
        lines = 0
    }

    mutating func pytestReported() { hasPytestReported = true }

    private mutating func set(_ name: ByteView?) {
        test = name.map { $0.text() }
        lines = 0
        limit = 200
    }

    /// `=== RUN   TestX`, `=== FAILURES ===`
    private mutating func seeRule(_ words: ByteView) -> [Failure] {
        if words.has("=== RUN") || words.has("=== CONT") {
            let done = finish()
            set(words.from(8).trimmed)
            isFailed = false
            return done
        }
        guard words.has("==") else { return [] }
        if words.contains(" FAILURES =") || words.contains(" ERRORS =") {
            isInPytest = true
            hasPytestReported = false
        } else if words.contains(" ") {
            isInPytest = false
        }
        set(nil)
        return []
    }

    /// `--- FAIL: TestX (0.00s)`, `---- tests::x stdout ----`
    private mutating func seeDashes(_ line: LogLine, _ words: ByteView) -> [Failure] {
        if words.has("---- "), words.trimmedEnd.ends(" stdout ----") {
            set(words.slice(5, words.trimmedEnd.count - 12))
        } else if words.has("--- FAIL: ") || words.has("--- PASS: ") || words.has("--- SKIP: ") {
            var done = finish()
            let rest = words.from(10)
            let name = rest.upTo(rest.index(of: " (") ?? rest.count)
            isFailed = words.has("--- FAIL")
            // With -v the complaints stand before the verdict.
            let text = name.text()
            if isFailed { done += waiting.filter { $0.test == text } }
            waiting.removeAll { $0.test == text }
            set(isFailed ? name : nil)
            return done
        }
        return []
    }

    /// `  1) Cart totals`, as RSpec, Mocha and PHPUnit number what failed.
    private mutating func seeNumbered(_ words: ByteView) {
        guard let number = words.number(at: 0), number.value < 10_000, words.has(") ", at: number.end) else { return }
        set(words.from(number.end + 2).trimmed)
        limit = 30
    }

    /// `FAIL: test_x (tests.Case)`, `FAIL src/a.test.js`, `PASS …`, `FAIL⇥pkg`, `Ran 2 tests`
    private mutating func seeResult(_ words: ByteView) -> [Failure] {
        let name = words.stripped("FAIL: ") ?? words.stripped("ERROR: ")
        if let name, name.contains(" (") {
            set(name.upTo(name.index(of: " (") ?? name.count))
        } else if words.has("Failed "), words.trimmedEnd.ends("s]"), let mark = words.lastIndex(of: " [") {
            set(words.slice(7, mark))
        } else if words.has("FAIL  "), let mark = words.index(of: " > ") {
            set(words.from(mark + 3).trimmed)
        } else if words.has("FAIL") || words.has("PASS") || words.has("ok  \t") || words.has("Tests:") {
            let done = finish()
            set(nil)
            waiting.removeAll()
            isFailed = false
            return done
        } else if words.has("Test Case '"), let end = words.index(of: "' ", from: 11) {
            set(words.from(end).has("' started") ? words.slice(11, end) : nil)
        }
        return []
    }

    /// `    file_test.go:19: message`, and what is indented below it.
    private mutating func seeComplaint(_ line: LogLine, _ words: ByteView) -> [Failure] {
        if line.text.indent >= 4, test != nil, let mark = words.index(of: "_test.go:"),
            let number = words.number(at: mark + 9), words.has(": ", at: number.end) || number.end + 1 == words.count,
            !words.upTo(mark).contains(" ")
        {
            var exception = Failure.Exception(message: words.from(number.end + 2).trimmed.text(TraceLimit.message))
            exception.append(Frame(file: words.upTo(mark + 8).text(), line: number.value))
            var failure = Failure(kind: .test, language: "go", exceptions: [exception])
            failure.origin = line.origin
            failure.time = line.time
            failure.test = test
            let done = finish()
            complaint = failure
            return done
        }
        guard complaint != nil else { return [] }
        if line.text.indent >= 8 {
            more(words.trimmedEnd)
            return []
        }
        return finish()
    }

    /// Testify tells where, innermost first, and what.
    private mutating func more(_ words: ByteView) {
        guard var exception = complaint?.exceptions.first else { return }
        let trace = words.stripped("Error Trace:")?.trimmed ?? words
        if let place = Location(atEnd: trace), place.column == nil, place.file.ends(".go"), !place.file.contains(" ") {
            let frame = place.frame()
            let known = exception.frames.first
            if known?.line == frame.line, frame.file?.hasSuffix(known?.file ?? "") == true {
                exception.frames[0] = frame
            } else {
                exception.append(frame)
            }
        } else {
            exception.append(line: words.stripped("Error:")?.trimmed ?? words)
        }
        complaint?.exceptions[0] = exception
    }
}
