/// What Go's race detector prints: two goroutines at one place in memory, the one that came last first.
///
///     WARNING: DATA RACE
///     Read at 0x00c by goroutine 7:
///       main.main.func1()
///           /src/race.go:10 +0x3c
///
///     Previous write at 0x00c by main goroutine:
struct GoRaceGrammar: Grammar {
    private var exceptions: [Failure.Exception] = []
    private var name: String?
    private var isCreation = false
    private let origin: Failure.Origin
    private let test: String?

    init?(_ line: LogLine, test: String?) {
        guard line.text.trimmed.equals("WARNING: DATA RACE") else { return nil }
        origin = line.origin
        self.test = test
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.has("====") { return .last }
        if text.isEmpty { return .taken }
        if text.has("Goroutine "), text.contains("created at:") {
            isCreation = true
            return .taken
        }
        if text.last == UInt8(ascii: ":"), text.contains(" at 0x"), exceptions.count < 2 {
            exceptions.append(Failure.Exception(type: "data race", message: text.upTo(text.count - 1).text()))
            return .taken
        }
        if let name, let frame = GoGrammar.place(text), !exceptions.isEmpty {
            self.name = nil
            var frame = frame.named(name)
            frame.module = GoGrammar.package(name)
            if !isCreation { exceptions[exceptions.count - 1].append(frame) }
            return .taken
        }
        guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")) else { return .over }
        name = text.upTo(open).text()
        return .taken
    }

    func close() -> [Failure] {
        guard exceptions.contains(where: { !$0.frames.isEmpty }) else { return [] }
        var failure = Failure(language: "go", exceptions: exceptions)
        failure.origin = origin
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }
}
