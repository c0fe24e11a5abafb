import Provenance
import Text

/// A line of a compiler, a linter or a test that names a place, with the code it quotes below.
struct DiagnosticGrammar: Grammar {
    private var failure: Failure
    private var lines = 0

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        guard let diagnostic = Diagnostic(line.text, recent: recent) else { return nil }
        guard let severity = diagnostic.severity, severity != "note", severity != "info" else { return nil }
        var exception = Failure.Exception(type: diagnostic.code, message: diagnostic.message)
        exception.append(diagnostic.frame)
        failure = Failure(
            kind: diagnostic.test == nil ? .diagnostic : .test,
            language: diagnostic.frame.file.flatMap(Language.named(by:)), exceptions: [exception])
        failure.severity = severity
        failure.test = diagnostic.test
        failure.origin = line.origin
        failure.time = line.time
    }

    /// ` 3 | code`, `   |  ^^^^`, `   = note: …`
    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        lines += 1
        guard lines < 40 else { return .over }
        if text.has("= ") || text.first == UInt8(ascii: "|") || text.equals("...") { return .taken }
        guard let number = text.number(at: 0), text.from(number.end).trimmedStart.first == UInt8(ascii: "|") else {
            return .over
        }
        if number.value == failure.exceptions[0].frames[0].line {
            let code = text.from(number.end).trimmedStart.from(1)
            failure.exceptions[0].frames[0].source = code.trimmed.text(TraceLimit.source)
        }
        return .taken
    }

    func close() -> [Failure] { [failure] }
}
