import Text

/// Numbered frames of Dart, `#0  F (package:shop/cart.dart:3:5)`, and of debuggers and sanitizers,
/// `#0 0x55d0 in main /app/a.c:5:3`.
struct HashGrammar: Grammar {
    private var exception: Failure.Exception
    private var origin: Failure.Origin
    private var time: Timestamp?
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool { text.has("#0 ") && frame(text) != nil }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        guard Self.isBeginning(text), let frame = Self.frame(text) else { return nil }
        self.test = test
        let heading = Heading(recent)
        exception = heading.exceptions.first ?? Failure.Exception()
        origin = heading.origin ?? line.origin
        time = heading.time ?? line.time
        if exception.type == nil { readHeader(recent) }
        exception.append(frame)
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        if text.has("<asynchronous suspension>") { return .taken }
        guard !text.has("#0 "), let frame = Self.frame(text) else { return .over }
        exception.append(frame)
        return .taken
    }

    func close() -> [Failure] {
        var failure = Failure(language: FileName.language(of: exception.frames, else: "c"), exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    /// `Unhandled exception:` and the message on the next line; `==1==ERROR: AddressSanitizer: what on …`.
    private mutating func readHeader(_ recent: RecentLines) {
        for back in 0..<min(recent.count, 8) {
            let isFound = recent.with(back) { line in
                if let mark = line.index(of: "ERROR: "), line.contains("Sanitizer: ") {
                    let text = line.from(mark + 7)
                    let colon = text.index(of: ": ") ?? 0
                    exception.type = text.upTo(colon).text()
                    exception.message = text.from(colon + 2).text()
                    return true
                }
                // Flutter: `The following StateError was thrown building Cart(dirty):`
                if line.has("The following "), let end = line.index(of: " was thrown") {
                    exception.type = line.slice(14, end).text()
                    return true
                }
                guard line.has("Unhandled exception:") else { return false }
                return true
            }
            guard isFound else { continue }
            if exception.message == nil, back > 0 { exception.message = recent.with(back - 1) { $0.trimmed.text() } }
            origin = recent.origin(back)
            return
        }
    }

    static func frame(_ text: ByteView) -> Frame? {
        guard text.first == UInt8(ascii: "#"), let number = text.number(at: 1), text[number.end] == 0x20 else {
            return nil
        }
        let rest = text.from(number.end).trimmed
        if rest.last == UInt8(ascii: ")"), let open = rest.lastIndex(of: " (") {
            let inside = rest.slice(open + 2, rest.count - 1)
            let isDart = inside.contains("dart:") || inside.contains(".dart")
            if isDart, let place = Location(atEnd: inside) { return place.frame(function: rest.upTo(open)) }
            if isDart { return Frame(file: inside.text(), function: rest.upTo(open).text()) }
        }
        guard rest.has("0x"), let mark = rest.index(of: " in ") else { return nil }
        let call = rest.from(mark + 4)
        // Names of C++ hold blanks and parentheses; the path stands behind the last.
        if let blank = call.lastIndex(of: 0x20) {
            let path = call.from(blank + 1)
            if let place = Location(atEnd: path) {
                let name = call.upTo(blank)
                return place.frame(function: name.ends(" at") ? name.upTo(name.count - 3) : name)
            }
        }
        return Frame(function: call.text())
    }
}
