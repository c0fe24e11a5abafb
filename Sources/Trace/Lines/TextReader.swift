/// Reads the lines of one stream, prefixes off, for traces, complaints of tests and compilers.
///
/// One trace is open at a time; the lines between traces are looked at by their first byte and for `:` with a digit, so
/// that a log without failures costs little more than finding its newlines.
struct TextReader {
    private var open: (any Grammar)?
    private var recent = RecentLines()
    private var watch = TestWatch()
    /// A name that holds for the whole text.
    private let test: String?

    init(test: String? = nil) {
        self.test = test
    }

    /// Begins inside what a report quotes of pytest.
    init(pytest test: String?) {
        self.test = test
        open = PytestGrammar(test: test)
    }

    /// A trace is being read, and what is kept of it grows.
    var isOpen: Bool { open != nil }

    private var currentTest: String? { test ?? watch.test }

    mutating func take(_ line: LogLine, into failures: inout [Failure]) {
        if open != nil {
            let isBeginning = Beginning.isOne(line.text)
            switch open?.take(line, isBeginning: isBeginning) ?? .over {
            case .taken: return
            case .last:
                close(into: &failures)
                return
            case .passed:
                if let found = Beginning.grammar(line, recent: recent, watch: watch, test: currentTest) {
                    close(into: &failures)
                    begin(found, into: &failures)
                } else {
                    recent.append(line)
                }
                return
            case .over:
                close(into: &failures)
                // What goes on behind a trace may know the line.
                if open != nil, open?.take(line, isBeginning: isBeginning) == .taken { return }
                open = nil
            }
        }
        look(line, into: &failures)
    }

    /// What stands open is over.
    mutating func finish(into failures: inout [Failure]) {
        close(into: &failures)
        open = nil
        failures += watch.finish()
    }

    private mutating func close(into failures: inout [Failure]) {
        guard var grammar = open else { return }
        open = nil
        let found = grammar.close()
        if !found.isEmpty, grammar is PytestGrammar { watch.pytestReported() }
        failures += found
        open = grammar.rest
    }

    private mutating func look(_ line: LogLine, into failures: inout [Failure]) {
        failures += watch.see(line)
        if watch.isTelling { return }
        if let found = Beginning.grammar(line, recent: recent, watch: watch, test: currentTest) {
            return begin(found, into: &failures)
        }
        if let failure = summary(line) { failures.append(failure) }
        recent.append(line)
    }

    private mutating func begin(_ grammar: any Grammar, into failures: inout [Failure]) {
        open = grammar
        recent.removeAll()
        if let section = grammar as? PytestGrammar { watch.begin(section: section.test) }
        if grammar is SingleGrammar { close(into: &failures) }
    }

    /// `FAILED tests/test_a.py::test_x - Type: message`, where nothing else tells of it.
    private func summary(_ line: LogLine) -> Failure? {
        guard line.text.has("FAILED "), !watch.hasPytestReported, let mark = line.text.index(of: ".py::") else {
            return nil
        }
        let rest = line.text.from(mark + 5).trimmed
        let end = rest.index(of: " - ") ?? rest.count
        var exception =
            PythonGrammar.exception(rest.from(end + 3)) ?? Failure.Exception(message: rest.from(end + 3).text())
        exception.append(Frame(file: line.text.slice(7, mark + 3).text()))
        var failure = Failure(kind: .test, language: "python", exceptions: [exception])
        failure.test = rest.upTo(end).text()
        failure.origin = line.origin
        failure.time = line.time
        return failure
    }
}
