/// As `line_history` keeps it: a version, the texts once each, commits and spans that name texts by number; every number an
/// unsigned LEB128.
extension RememberedLines {
    /// Another one whenever history is looked through otherwise: what was remembered before is asked again then.
    private static let version: UInt64 = 3
    private static let lastLine = 100_000_000

    var blob: [UInt8] {
        var texts: [String: UInt64] = [:]
        var order: [String] = []
        func number(_ text: String) -> UInt64 {
            if let known = texts[text] { return known }
            texts[text] = UInt64(order.count)
            order.append(text)
            return UInt64(order.count - 1)
        }
        var body: [UInt8] = []
        body.append(varint: UInt64(commits.count))
        for commit in commits {
            for text in [commit.hash, commit.author, commit.mail, commit.summary] { body.append(varint: number(text)) }
            for time in [commit.authoredAt, commit.committedAt] { body.append(varint: UInt64(max(0, time / 1000))) }
            body.append(commit.isBoundary ? 1 : 0)
        }
        body.append(varint: UInt64(spans.count))
        var end = 1
        for span in spans {
            let counts = [span.lines.lowerBound - end, span.lines.count, span.firstLine]
            for count in counts { body.append(varint: UInt64(max(0, count))) }
            for text in [span.origin.commit, span.origin.path] { body.append(varint: number(text)) }
            body.append((span.previous == nil ? 0 : 1) | (span.isOpen ? 2 : 0) | (span.isUntouched ? 4 : 0))
            if let previous = span.previous {
                for text in [previous.commit, previous.path] { body.append(varint: number(text)) }
            }
            end = span.lines.upperBound
        }
        var head: [UInt8] = []
        head.append(varint: Self.version)
        head.append(varint: UInt64(order.count))
        for text in order {
            head.append(varint: UInt64(text.utf8.count))
            head += text.utf8
        }
        return head + body
    }

    /// - Returns: `nil` for what is of another version, or damaged: anyone may write the store.
    init?(blob: [UInt8]) {
        var reader = BlobReader(rest: blob[...])
        guard reader.number() == Self.version, let count = reader.count() else { return nil }
        for _ in 0..<count { guard reader.readText() else { return nil } }
        guard let commitCount = reader.count() else { return nil }
        commits = []
        for _ in 0..<commitCount {
            guard let hash = reader.text(), let author = reader.text(), let mail = reader.text(),
                let summary = reader.text(), let authored = reader.moment(), let committed = reader.moment(),
                let flags = reader.flags(1)
            else { return nil }
            commits.append(
                Commit(
                    hash: hash, author: author, mail: mail, authoredAt: authored, committedAt: committed,
                    summary: summary, isBoundary: flags == 1))
        }
        guard let spanCount = reader.count() else { return nil }
        spans = []
        var end = 1
        for _ in 0..<spanCount {
            guard let gap = reader.number(), let count = reader.number(), let first = reader.number(),
                let origin = reader.place(), let flags = reader.flags(7), gap <= Self.lastLine,
                1...UInt64(Self.lastLine) ~= count, 1...UInt64(Self.lastLine) ~= first,
                end + Int(gap) + Int(count) <= Self.lastLine
            else { return nil }
            var previous: Place?
            if flags & 1 == 1 {
                previous = reader.place()
                guard previous != nil else { return nil }
            }
            let lower = end + Int(gap)
            end = lower + Int(count)
            spans.append(
                Span(
                    lines: lower..<end, origin: origin, firstLine: Int(first), previous: previous,
                    isOpen: flags & 2 == 2, isUntouched: flags & 4 == 4))
        }
        guard reader.rest.isEmpty else { return nil }
    }
}

/// Takes numbers and texts from the front of bytes that may be anything.
private struct BlobReader {
    var rest: ArraySlice<UInt8>
    private var texts: [String] = []

    init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    mutating func number() -> UInt64? { rest.popVarint() }

    /// How many things follow: each takes a byte at least.
    mutating func count() -> Int? {
        guard let count = rest.popVarint(), count <= UInt64(rest.count) else { return nil }
        return Int(count)
    }

    mutating func readText() -> Bool {
        guard let length = count(), let text = String(validating: rest.prefix(length), as: UTF8.self) else {
            return false
        }
        texts.append(text)
        rest = rest.dropFirst(length)
        return true
    }

    mutating func text() -> String? {
        guard let number = rest.popVarint(), number < UInt64(texts.count) else { return nil }
        return texts[Int(number)]
    }

    mutating func place() -> RememberedLines.Place? {
        guard let commit = text(), let path = text() else { return nil }
        return RememberedLines.Place(commit: commit, path: path)
    }

    /// Seconds, as milliseconds.
    mutating func moment() -> Int64? {
        guard let seconds = rest.popVarint(), seconds <= 253_402_300_799 else { return nil }
        return Int64(seconds) * 1000
    }

    mutating func flags(_ most: UInt8) -> UInt8? {
        guard let byte = rest.popFirst(), byte <= most else { return nil }
        return byte
    }
}
