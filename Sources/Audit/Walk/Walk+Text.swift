/// What the words of literals read like.
extension Walk {
    func reads(_ value: Value, as shape: TextShape, _ from: Int32, _ to: Int32) -> Bool {
        switch shape {
        case .wideMode: return isWideMode(value, from, to)
        case .slowRegex:
            guard value.literal >= 0, !value.isDynamic else { return false }
            return SlowRegex.isSlow(literalWords(value.literal))
        case .looseRegex:
            guard value.literal >= 0 else { return false }
            let text = literalWords(value.literal)
            return text.first != UInt8(ascii: "^") || text.last != UInt8(ascii: "$")
        case .secret:
            guard value.literal >= 0, !value.isDynamic, let piece = piece(Int(value.literal)), piece.kind == .string
            else { return false }
            return SecretText.isSecret(literalWords(value.literal), isNamed: true)
        default: break
        }
        guard value.literal >= 0, let piece = piece(Int(value.literal)), piece.kind == .string else { return false }
        let text = literalWords(value.literal)
        switch shape {
        case .sql: return isSQL(text, value)
        case .command: return isCommand(text)
        case .html: return ASCII.has("<", in: text) && hasTag(text)
        case .url: return ASCII.has("://", in: text)
        case .fixedHost:
            // It must be what the text begins with.
            guard
                value.from < 0 || pieces[Int(value.literal)].start <= pieces[Int(value.from)].start + 2
                    || value.from == value.literal
            else { return false }
            return isFixedHost(text)
        case .percentS: return hasUnboundedFormat(text)
        case .temporary:
            return ASCII.equals("/tmp", text.prefix(4))
                && (text.count == 4 || text[text.startIndex + 4] == UInt8(ascii: "/"))
                || ASCII.equals("/var/tmp/", text.prefix(9))
        default: return false
        }
    }

    private func isWideMode(_ value: Value, _ from: Int32, _ to: Int32) -> Bool {
        let text = words(value, from, to)
        var digits = String(decoding: text, as: UTF8.self)
        for prefix in ["0o", "0O"] where digits.hasPrefix(prefix) { digits = "0" + digits.dropFirst(2) }
        guard digits.count >= 3, digits.count <= 5, let last = digits.last?.wholeNumberValue,
            digits.allSatisfy({ $0.wholeNumberValue.map { $0 < 8 } ?? false })
        else { return false }
        // The last figure speaks of all others: writing is 2.
        return last & 2 != 0
    }

    private func isSQL(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ value: Value) -> Bool {
        var start = text.startIndex
        while start < text.endIndex, text[start] <= 0x20 || text[start] == UInt8(ascii: "(") { start += 1 }
        var end = start
        while end < text.endIndex, ASCII.isWord(text[end]) { end += 1 }
        guard end > start, end - start < 10 else { return false }
        let written = String(decoding: text[start..<end], as: UTF8.self)
        let verb = written.lowercased()
        // `Select a file from the list` is no SQL.
        guard written == verb || written == written.uppercased() else { return false }
        guard TextShape.sqlVerbs.contains(verb) else { return false }
        var whole = text[end...].prefix(1500)
        if value.from >= 0, value.to >= value.from, Int(value.to) < pieces.count {
            let (from, to) = (Int(pieces[Int(value.from)].start), Int(pieces[Int(value.to)].end))
            if from <= end, to > end { whole = bytes[end..<min(to, end + 1500)] }
        }
        guard let next = whole.first else { return verb == "select" }
        guard next <= 0x20 || next == 0x22 || next == 0x27 || next == UInt8(ascii: "*") else { return false }
        let wanted: [String] =
            switch verb {
            case "select": ["from ", "from\n", "from\"", "from`", " from", "where", "count(", "exists"]
            case "insert", "replace", "merge": ["into"]
            case "update": ["set "]
            case "delete": ["from"]
            case "create", "drop", "alter": ["table", "database", "user", "index", "view", "role", "schema", "column"]
            case "grant": [" on ", " to "]
            case "exec", "call", "truncate": [" "]
            default: [" as ", "select"]
            }
        return wanted.contains { ASCII.has($0, in: whole) }
    }

    /// A word in small letters, a blank, and more.
    private func isCommand(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first,
            first >= 0x61 && first <= 0x7A || first == UInt8(ascii: "/") || first == UInt8(ascii: ".")
        else { return false }
        guard let blank = text.firstIndex(of: 0x20), blank > text.startIndex else { return false }
        return text[..<blank].allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x2D && $0 <= 0x39 || $0 == 0x5F }
    }

    private func isFixedHost(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if text.first == UInt8(ascii: "/") || text.first == UInt8(ascii: "?") || text.first == UInt8(ascii: "#") {
            guard text.count > 1 else { return text.first != UInt8(ascii: "/") }
            let next = text[text.startIndex + 1]
            return text.first != UInt8(ascii: "/") || ASCII.isWord(next) || next == UInt8(ascii: "?")
                || next == UInt8(ascii: "#")
        }
        guard let start = ASCII.place(of: "://", in: text) else { return false }
        let rest = text[(start + 3)...]
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return slash > rest.startIndex
            && rest[..<slash].allSatisfy {
                ASCII.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
            }
    }

    private func hasTag(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var place = text.startIndex
        while let at = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = at + 1
            guard place < text.endIndex else { return true }
            let next = text[place]
            let isTag =
                next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            if isTag { return true }
        }
        return false
    }

    /// `%s` without a width.
    private func hasUnboundedFormat(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var place = text.startIndex
        while place + 1 < text.endIndex {
            if text[place] == UInt8(ascii: "%") {
                if text[place + 1] == UInt8(ascii: "s") || text[place + 1] == UInt8(ascii: "[") { return true }
                place += 1
            }
            place += 1
        }
        return false
    }

    /// Every hole stands where SQL expects the name of a table or column.
    func holesAreNames(_ value: Value) -> Bool {
        guard value.from >= 0, value.to >= value.from, Int(value.to) < pieces.count, value.to - value.from < 200 else {
            return false
        }
        var holes = 0
        var isInHole = 0
        for place in Int(value.from)...Int(value.to) {
            let piece = pieces[place]
            if piece.isHole { isInHole += piece.kind == .open ? 1 : -1 }
            guard piece.kind == .string, isInHole <= 0 else { continue }
            let text = bytes[Int(piece.start)..<Int(piece.end)]
            let next = self.piece(place + 1)
            // `"… FROM " + name`, `f"… FROM {name}"`
            let isBefore =
                next.map {
                    $0.isHole && $0.kind == .open
                        || $0.kind == .sign && $0.word != .sign("%") && $0.word != .sign(".") && $0.word != .sign(",")
                } ?? false
            if isBefore {
                holes += 1
                if !Self.endsInNamePlace(text, isLiteral: true) { return false }
            }
            // `"… FROM %s …" % name`
            var place = text.startIndex
            while place < text.endIndex {
                let isPercent =
                    text[place] == UInt8(ascii: "%") && place + 1 < text.endIndex
                    && text[place + 1] == UInt8(ascii: "s")
                let isBrace = text[place] == UInt8(ascii: "{")
                if isPercent || isBrace {
                    if isBrace, next?.isHole == true, place == text.endIndex - 1 { break }
                    holes += 1
                    if !Self.endsInNamePlace(text[..<place], isLiteral: false) { return false }
                }
                place += 1
            }
        }
        return holes > 0
    }

    private static func endsInNamePlace(_ text: Slice<UnsafeBufferPointer<UInt8>>, isLiteral: Bool) -> Bool {
        var end = text.endIndex
        // `"%s IN (?)"`: a condition begins with a column.
        if text.count < 2 { return true }
        if isLiteral, end > text.startIndex, text[end - 1] == 0x22 || text[end - 1] == 0x27 { end -= 1 }
        if end > text.startIndex, text[end - 1] == UInt8(ascii: "`") || text[end - 1] == UInt8(ascii: ".") {
            return true
        }
        if end > text.startIndex, text[end - 1] == 0x22 { end -= 1 }
        while end > text.startIndex, text[end - 1] <= 0x20 { end -= 1 }
        var start = end
        while start > text.startIndex, ASCII.isWord(text[start - 1]) { start -= 1 }
        return names.contains(String(decoding: text[start..<end], as: UTF8.self).lowercased())
    }

    private static let names: Set<String> = [
        "from", "into", "update", "table", "join", "by", "select", "database", "index", "on", "view", "schema",
        "exists",
        "column", "truncate", "distinct",
    ]
}
