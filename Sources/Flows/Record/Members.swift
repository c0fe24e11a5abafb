import Provenance
import Redaction
import Text

/// The members of a JSON object, asked for by name and kind, without their secrets.
///
/// A member that is absent, `null` or an empty text is `nil`. One of another kind than it must be is a `BadLine`. Members
/// that nobody asks for do not matter.
struct Members {
    private let object: JSONValue
    private let redactor: Redactor
    /// Which object of the line it is, `edit 2: `; empty for the line itself.
    private let place: String

    init(_ object: JSONValue, redactor: Redactor, place: String = "") {
        self.object = object
        self.redactor = redactor
        self.place = place
    }

    func bad(_ sentence: String) -> BadLine { BadLine(place + sentence) }

    /// A text as its maker wrote it: for what is hashed, or redacted later on.
    func raw(_ name: StaticString) throws(BadLine) -> String? {
        let value = object[name]
        guard value.exists else { return nil }
        guard let text = value.string else { throw wrong(name, "is no text", value) }
        return text.isEmpty ? nil : text
    }

    func text(_ name: StaticString) throws(BadLine) -> String? {
        try raw(name).map { clean($0) }
    }

    func requiredText(_ name: StaticString, _ meaning: String) throws(BadLine) -> String {
        guard let text = try text(name) else { throw missing(name, meaning) }
        return text
    }

    /// A text that may also be empty, kept as a body: an edit that leaves nothing behind differs from an unknown one.
    func body(_ name: StaticString) throws(BadLine) -> Body? {
        guard object[name].exists else { return nil }
        return Body(try raw(name) ?? "")
    }

    /// One text or an array of them.
    func texts(_ name: StaticString) throws(BadLine) -> [String] {
        let value = object[name]
        guard value.kind == .array else { return try text(name).map { [$0] } ?? [] }
        var texts: [String] = []
        for element in value.elements {
            guard let text = element.string else { throw wrong(name, "holds something that is no text", element) }
            if !text.isEmpty { texts.append(clean(text)) }
        }
        return texts
    }

    /// A whole number from 0, or from another least one.
    func count(_ name: StaticString, from least: Int = 0) throws(BadLine) -> Int? {
        let value = object[name]
        guard value.exists else { return nil }
        guard let number = value.int.flatMap(Int.init(exactly:)), number >= least else {
            throw wrong(name, "is no whole number from \(least) up", value)
        }
        return number
    }

    /// Unix milliseconds UTC, of a number that is just that or of a text as ISO 8601 has it.
    func time(_ name: StaticString) throws(BadLine) -> Int64? {
        let value = object[name]
        guard value.exists else { return nil }
        let milliseconds = value.string.map { Timestamp(iso: $0)?.milliseconds } ?? Self.milliseconds(value)
        guard let milliseconds, 0..<Self.endOfTime ~= milliseconds else {
            throw wrong(name, "is no time (2026-11-22T12:41:07Z, or Unix milliseconds)", value)
        }
        // As milliseconds these are days of the early 1970s; as seconds, any time since 1973.
        if value.kind == .number, 100_000_000..<100_000_000_000 ~= milliseconds {
            throw wrong(name, "seems to be in seconds: write Unix milliseconds", value)
        }
        return milliseconds
    }

    func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, of words: Word.Type
    ) throws(BadLine) -> Word? {
        guard let text = try raw(name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let all = words.allCases.map(\.rawValue)
        let list = all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
        throw wrong(name, "is none of \(list)", object[name])
    }

    func requiredChoice<Word: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString, of words: Word.Type
    ) throws(BadLine) -> Word {
        guard let word = try choice(name, of: words) else {
            throw missing(name, words.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// The objects of an array, each with its own place: `edit 2`.
    func objects(_ name: StaticString, each noun: String) throws(BadLine) -> [Members] {
        var found: [Members] = []
        for element in try array(name) {
            guard element.kind == .object else { throw wrong(name, "holds something that is no object", element) }
            found.append(Members(element, redactor: redactor, place: "\(place)\(noun) \(found.count + 1): "))
        }
        return found
    }

    func array(_ name: StaticString) throws(BadLine) -> JSONValue.Elements {
        let value = object[name]
        guard value.kind == .array || !value.exists else { throw wrong(name, "is no array", value) }
        return value.elements
    }

    func value(_ name: StaticString) -> JSONValue { object[name] }

    func clean(_ text: String, path: String? = nil) -> String {
        redactor.redact(text, path: path)?.text ?? text
    }

    func missing(_ name: StaticString, _ meaning: String) -> BadLine {
        bad("'\(name)' is missing: \(meaning).")
    }

    /// `'severity' is none of …: it says "hihg".`
    func wrong(_ name: StaticString, _ fault: String, _ value: JSONValue) -> BadLine {
        let source = Visible.text(clean(value.string ?? value.source))
        let shown = source.count > 40 ? source.prefix(40) + "…" : source[...]
        return bad("'\(name)' \(fault); it says '\(shown)'.")
    }

    private static func milliseconds(_ value: JSONValue) -> Int64? {
        if let whole = value.int { return whole }
        guard let number = value.double, 0..<Double(endOfTime) ~= number else { return nil }
        return Int64(number)
    }

    /// The year 10000.
    private static let endOfTime: Int64 = 253_402_300_800_000
}
