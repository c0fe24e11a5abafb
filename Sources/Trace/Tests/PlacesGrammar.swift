/// Places alone, a line each, the innermost first, as PHPUnit and others print them below what a test complains of.
struct PlacesGrammar: Grammar {
    private var exception = Failure.Exception()
    private let origin: Failure.Origin
    private let test: String

    init?(_ line: LogLine, recent: RecentLines, test: String) {
        guard let frame = Self.frame(line.text.trimmed) else { return nil }
        self.test = test
        origin = line.origin
        for back in 0..<min(recent.count, 8) {
            let words = recent.with(back) { $0.trimmed.text(TraceLimit.message) }
            if words.hasSuffix(test) { break }
            if !words.isEmpty { exception.message = exception.message.map { words + "\n" + $0 } ?? words }
        }
        exception.append(frame)
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        guard let frame = Self.frame(line.text.trimmed) else { return .over }
        exception.append(frame)
        return .taken
    }

    func close() -> [Failure] {
        var failure = Failure(
            kind: .test, language: FileName.language(of: exception.frames, else: ""), exceptions: [exception])
        failure.origin = origin
        failure.test = test
        return [failure]
    }

    private static func frame(_ text: ByteView) -> Frame? {
        guard text.last.isDigit, text.first == UInt8(ascii: "/") || text[1] == UInt8(ascii: ":"),
            let place = Location(atEnd: text), place.column == nil, FileName.language(place.file) != nil
        else { return nil }
        return place.frame()
    }
}
