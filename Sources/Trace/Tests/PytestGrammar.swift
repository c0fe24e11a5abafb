import Text

/// One section of pytest's failures, in the styles long and short; in the style native a traceback stands in it.
///
///     ____________ test_discount ____________            ____________ test_discount ____________
///         def discount(order):                           shop/pricing.py:5: in discount
///     >       rate = order["coupon"]["rate"]                 rate = order["coupon"]["rate"]
///     E       TypeError: …                               E   TypeError: …
///     shop/pricing.py:5: TypeError
///
/// The last place is the innermost; of a chain the root cause stands first.
struct PytestGrammar: Grammar {
    private var done: [Failure.Exception] = []
    private var exception = Failure.Exception()
    private var errors = 0
    private var source: String?
    private var before: [String] = []
    private var function: String?
    private var expectsSource = false
    private var isCaptured = false
    private var lines = 0
    private let isQuoted: Bool
    private let origin: Failure.Origin
    private let time: Timestamp?
    let test: String?

    /// The name in `____ name ____`.
    static func section(_ text: ByteView, isInside: Bool) -> ByteView? {
        guard text.first == UInt8(ascii: "_"), text.last == UInt8(ascii: "_"), text.count > 6 else { return nil }
        var start = 0
        while text[start] == UInt8(ascii: "_") { start += 1 }
        var end = text.count
        while end > start, text[end - 1] == UInt8(ascii: "_") { end -= 1 }
        guard text[start] == 0x20, text[end - 1] == 0x20, end - start > 2, isInside || start > 1 else { return nil }
        let name = text.slice(start + 1, end - 1)
        // `_ _ _ _` stands between the calls of one failure.
        return name.has("_ ") || name.first == 0x20 ? nil : name
    }

    init?(_ line: LogLine, isInside: Bool) {
        guard let name = Self.section(line.text.trimmedEnd, isInside: isInside) else { return nil }
        test = name.text()
        origin = line.origin
        time = line.time
        isQuoted = false
    }

    /// The body alone, as a report holds it.
    init(test: String?) {
        self.test = test
        origin = Failure.Origin()
        time = nil
        isQuoted = true
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = isQuoted ? line.text.trimmed : line.text.trimmedEnd
        let words = text.trimmed
        lines += 1
        if Self.section(text, isInside: true) != nil || text.has("====") || lines > 5000 { return .over }
        if text.has("---") && words.contains(" Captured ") {
            isCaptured = true
            return .taken
        }
        if isCaptured { return .taken }
        // The style native.
        if words.has("Traceback (most recent call last):"), exception.frames.isEmpty { return .over }
        if words.isEmpty || text.has("_ _ _") { return .taken }
        if text.first == UInt8(ascii: "E"), text[1].isBlank || text.count == 1 {
            takeError(words.from(1).trimmed)
            return .taken
        }
        if text.first == UInt8(ascii: ">") {
            source = words.from(1).trimmed.text(TraceLimit.source)
            return .taken
        }
        if words.has("The above exception was the direct cause") || words.has("During handling of the above exception")
        {
            push()
            return .taken
        }
        if let place = Self.place(words), isQuoted || text.indent == 0 {
            takePlace(place)
            return .taken
        }
        if expectsSource {
            exception.frames[exception.frames.count - 1].source = words.text(TraceLimit.source)
            expectsSource = false
        } else {
            takeCode(words, text)
        }
        return .taken
    }

    mutating func close() -> [Failure] {
        push()
        guard done.contains(where: { !$0.frames.isEmpty }) else { return [] }
        for index in done.indices { done[index].frames.reverse() }
        var failure = Failure(kind: .test, language: "python", exceptions: done)
        failure.origin = origin
        failure.time = time
        failure.test = test
        return [failure]
    }

    private mutating func push() {
        if !exception.frames.isEmpty || exception.message != nil, done.count < TraceLimit.exceptions {
            done.append(exception)
        }
        exception = Failure.Exception()
        (errors, source, function, expectsSource) = (0, nil, nil, false)
        before.removeAll()
    }

    private mutating func takeError(_ text: ByteView) {
        expectsSource = false
        errors += 1
        if errors == 1 {
            if let named = PythonGrammar.exception(text), named.message != nil || Header.endsAsException(text) {
                exception.type = named.type
                exception.message = named.message
            } else {
                exception.message = text.text(TraceLimit.message)
            }
        } else if errors <= 16 {
            exception.append(line: text)
        }
    }

    private mutating func takePlace(_ place: (frame: Frame, rest: ByteView)) {
        var frame = place.frame
        if let name = place.rest.stripped("in ") {
            frame.function = name.text()
            expectsSource = true
        } else {
            frame.function = function
            frame.source = source
            frame.before = before
            if let end = PythonGrammar.exception(place.rest) { exception.type = end.type }
        }
        exception.append(frame, isOuterFirst: true)
        source = nil
        before.removeAll()
    }

    /// Lines of the function, up to the one marked.
    private mutating func takeCode(_ words: ByteView, _ text: ByteView) {
        let name = words.has("async def ") ? words.from(10) : words.has("def ") ? words.from(4) : nil
        if let name, let open = name.index(of: UInt8(ascii: "(")) { function = name.upTo(open).text() }
        guard source == nil else { return }
        if before.count == 5 { before.removeFirst() }
        before.append(text.text(TraceLimit.source))
    }

    /// `F:N: rest`; the rest is empty, `in name` or a type.
    static func place(_ words: ByteView) -> (frame: Frame, rest: ByteView)? {
        var next = 1
        while let colon = words.index(of: UInt8(ascii: ":"), from: next) {
            next = colon + 1
            guard let number = words.number(at: colon + 1), words[number.end] == UInt8(ascii: ":") else { continue }
            let file = words.upTo(colon)
            let rest = words.from(number.end + 1)
            guard rest.isEmpty || rest.first == 0x20, Location.isFile(file), !file.contains("::") else { return nil }
            guard FileName.language(file) != nil || file.first == UInt8(ascii: "<") else { return nil }
            let words = rest.trimmed
            guard words.isEmpty || words.has("in ") || PythonGrammar.exception(words) != nil else { return nil }
            return (Frame(file: file.text(), line: number.value), words)
        }
        return nil
    }
}
