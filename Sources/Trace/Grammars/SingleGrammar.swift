/// A failure that one line tells whole.
struct SingleGrammar: Grammar {
    private var failure: Failure

    /// Pytest's style line: `F:N: Type: message`.
    init(pytest place: (frame: Frame, rest: ByteView), _ line: LogLine) {
        var exception = PythonGrammar.exception(place.rest) ?? Failure.Exception(message: place.rest.text())
        exception.append(place.frame)
        failure = Failure(kind: .test, language: "python", exceptions: [exception])
        failure.origin = line.origin
        failure.time = line.time
    }

    /// Words that name an exception and a place in code.
    init?(mention text: ByteView, _ line: LogLine) {
        guard text.count < 2048 else { return nil }
        let (header, frames) = Mention.find(text)
        guard let header, !frames.isEmpty else { return nil }
        var exception = header.exception
        for frame in frames { exception.append(frame) }
        failure = Failure(language: FileName.language(of: frames, else: ""), exceptions: [exception])
        if failure.language == "" { failure.language = nil }
        failure.origin = line.origin
        failure.time = line.time
        failure.severity = LogLevel.find(line.text)
    }

    func take(_ line: LogLine, isBeginning: Bool) -> Taking { .over }

    func close() -> [Failure] { [failure] }
}
