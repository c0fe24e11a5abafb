/// Reads what `blame --incremental` says, line by line as it comes.
///
/// "<40-byte hex sha1> <sourceline> <resultline> <num-lines>", then what was not said of the commit before, and "each
/// entry is terminated by a `filename` line".
struct BlameReader {
    private(set) var blame = FileBlame()
    private var span: BlameSpan?
    /// Equal names share their storage.
    private var paths: [String: String] = [:]

    /// Of more pieces than these the rest is left out.
    private static let mostSpans = 1_000_000
    /// No file has more lines than this.
    private static let lastLine = 100_000_000
    private static let longestSummary = 400

    /// - Returns: `false` where there is too much of it.
    mutating func read(_ line: [UInt8]) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: " ") }
        let value = line.dropFirst(name.count + 1)
        guard var open = span else {
            span = header(name, value)
            return blame.spans.count < Self.mostSpans
        }
        let commit = open.origin.commit
        switch String(decoding: name, as: UTF8.self) {
        case "author": blame.commits[commit]?.author = Self.text(value)
        case "author-mail": blame.commits[commit]?.mail = Self.text(value.filter { !"<>".utf8.contains($0) }[...])
        case "author-time": blame.commits[commit]?.authoredAt = Self.moment(value)
        case "committer-time": blame.commits[commit]?.committedAt = Self.moment(value)
        case "summary": blame.commits[commit]?.summary = Self.text(value)
        case "boundary": blame.commits[commit]?.isBoundary = true
        case "previous": open.previous = previous(value)
        case "filename":
            open.origin.path = path(value)
            blame.spans.append(open)
            span = nil
            return true
        default: return true
        }
        span = open
        return true
    }

    /// What was found, in the order of the lines.
    mutating func finish(_ ending: FileBlame.Ending) -> FileBlame {
        span = nil
        blame.ending = ending
        blame.spans.sort { $0.lines.lowerBound < $1.lines.lowerBound }
        return blame
    }

    private mutating func header(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> BlameSpan? {
        let words = value.split(separator: UInt8(ascii: " ")).map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        var hash = String(decoding: name, as: UTF8.self)
        guard References.isCommit(hash), words.count == 3, words.allSatisfy({ 1...Self.lastLine ~= $0 }) else {
            return nil
        }
        if let known = blame.commits[hash] { hash = known.hash } else { blame.commits[hash] = BlamedCommit(hash: hash) }
        return BlameSpan(
            lines: words[1]..<(words[1] + words[2]), origin: FilePlace(commit: hash, path: ""), firstLine: words[0])
    }

    private mutating func previous(_ value: ArraySlice<UInt8>) -> FilePlace? {
        guard let blank = value.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        let hash = String(decoding: value[..<blank], as: UTF8.self)
        guard References.isCommit(hash) else { return nil }
        return FilePlace(commit: paths.shared(hash), path: path(value[(blank + 1)...]))
    }

    private mutating func path(_ value: ArraySlice<UInt8>) -> String { paths.shared(QuotedName.plain(value)) }

    private static func text(_ value: ArraySlice<UInt8>) -> String {
        String(decoding: value.prefix(Self.longestSummary), as: UTF8.self)
    }

    private static func moment(_ value: ArraySlice<UInt8>) -> Int64 {
        let seconds = Int64(String(decoding: value, as: UTF8.self)) ?? 0
        return min(max(seconds, 0), 253_402_300_799) * 1000
    }
}

extension [String: String] {
    fileprivate mutating func shared(_ text: String) -> String {
        if let known = self[text] { return known }
        self[text] = text
        return text
    }
}
