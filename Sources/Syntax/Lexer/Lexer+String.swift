extension Lexer {
    /// The string that begins here, without prefix.
    mutating func string(_ byte: UInt8) -> TokenKind? {
        guard byte == UInt8(ascii: "#") else { return string(from: position, prefixes: 0, hashes: 0) }
        guard lexicon.hasHashes else { return nil }
        var quote = position
        while text[quote] == byte { quote += 1 }
        if let kind = string(from: quote, prefixes: 0, hashes: quote - position) { return kind }
        guard quote > position + 1 else { return nil }
        // A run of hashes before nothing is passed at once: none of them need count the others again.
        return pass(quote - position, .unknown)
    }

    /// Python 2.4.1: `stringprefix`, "with no white space between the prefix and the rest of the literal". Rust:
    /// `r#"…"#`, and `r#name`.
    mutating func prefixedString(_ start: Int, _ end: Int) -> TokenKind? {
        let next = text[end]
        guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || next == UInt8(ascii: "#") else { return nil }
        var quote = end
        if next == UInt8(ascii: "#") {
            guard lexicon.hasPrefixedHashes else { return nil }
            while text[quote] == next { quote += 1 }
        }
        var name: UInt64 = 0
        for place in start..<end { name = name << 8 | UInt64(text[place] | 0x20) }
        name <<= UInt64(64 - 8 * (end - start))
        for prefix in lexicon.prefixes where prefix.name.bytes == name && prefix.name.count == end - start {
            if let kind = string(from: quote, prefixes: prefix.group, hashes: quote - end) { return kind }
            if quote == end + 1, prefix.name.count == 1, text[quote].isNameStart {
                return pass(nameEnd(from: quote) - start, .identifier, then: .operator)
            }
        }
        return nil
    }

    private mutating func string(from quote: Int, prefixes: UInt8, hashes: Int) -> TokenKind? {
        let byte = text[quote]
        for index in lexicon.strings.indices where lexicon.strings[index].open.first == byte {
            let form = lexicon.strings[index]
            guard form.prefixes == prefixes, !form.isInTags, hashes == 0 || form.mayHaveHashes,
                text.has(form.open, at: quote), mayBegin(form, at: quote),
                let kind = begin(form, index, at: quote, hashes: hashes)
            else { continue }
            return kind
        }
        return nil
    }

    private func mayBegin(_ form: StringForm, at quote: Int) -> Bool {
        if form.standsApart, text[quote - 1].isName || text[quote - 1] >= 0x80 { return false }
        return !form.isOperand || state.expected.isOperand
    }

    private mutating func begin(_ form: StringForm, _ index: Int, at quote: Int, hashes: Int) -> TokenKind? {
        switch form.shape {
        case .character where !isCharacter(at: quote): return lifetime(quote)
        case .delimiter: return delimited(form, index, at: quote)
        case .percent: return percent(form, index)
        case .lines: return heredoc(form, index)
        case .quotes, .character: break
        }
        if form.closesOnLine, !isClosed(form, at: quote) { return nil }
        var body = quote + form.open.count
        var depth = hashes
        if form.countsQuotes {
            while text[body] == form.quote { body += 1 }
            depth = form.quotes + body - quote - form.open.count
        }
        var frame = Frame(.string, form: UInt8(index), depth: UInt32(truncatingIfNeeded: depth))
        frame.isOnSingleLine = !form.isMultiline
        frame.width = form.holeWidth
        return begin(form, frame, bodyAt: body)
    }

    /// The value of an attribute between the brackets of a tag.
    mutating func tagString(_ byte: UInt8) -> TokenKind? {
        for index in lexicon.strings.indices
        where lexicon.strings[index].quote == byte && lexicon.strings[index].isInTags {
            var frame = Frame(.string, form: UInt8(index))
            frame.isOnSingleLine = !lexicon.strings[index].isMultiline
            return begin(lexicon.strings[index], frame, bodyAt: position + 1)
        }
        return nil
    }

    mutating func begin(_ form: StringForm, _ frame: Frame, bodyAt body: Int) -> TokenKind {
        state.isLineStart = false
        position = body
        var frame = frame
        if stringLine(form, &frame) {
            state.push(frame)
        } else {
            state.expected = .operator
        }
        return form.kind
    }

    /// What stands in a string from here on: a hole, a variable, or text up to the next one or the end.
    mutating func stringPiece(_ frame: Frame) -> TokenKind? {
        let form = lexicon.strings[Int(frame.form)]
        if form.shape == .lines, state.isLineStart, let end = heredocEnd(frame) {
            return endHeredoc(end)
        }
        if let (hole, width) = hole(form, frame, at: position) {
            return beginHole(hole, form: frame.form, width: width)
        }
        if isVariable(form) {
            let end = variableEnd(from: position, takesParameters: form.holes.contains(.parameters))
            return pass(end - position, .identifier)
        }
        let start = position
        let top = state.frames.count - 1
        var frame = frame
        if stringLine(form, &frame) {
            if top < state.frames.count { state.frames[top].depth = frame.depth }
        } else {
            state.frames.removeSubrange(min(top, state.frames.count)...)
            state.expected = .operator
        }
        return position > start ? form.kind : nil
    }

    private func isVariable(_ form: StringForm) -> Bool {
        guard text[position] == UInt8(ascii: "$"), form.holes.contains(.names) else { return false }
        return variableEnd(from: position, takesParameters: form.holes.contains(.parameters)) > position
    }

    /// Moves over the text of a string to a hole, past what closes it or past the line end. Whether it goes on.
    private mutating func stringLine(_ form: StringForm, _ frame: inout Frame) -> Bool {
        state.isLineStart = false
        switch form.shape {
        case .delimiter: return delimitedLine(form, frame)
        case .percent: return percentLine(form, &frame)
        case .quotes, .character, .lines: break
        }
        while position < text.count {
            let byte = text[position]
            if byte == form.quote, form.shape != .lines {
                if pastQuotes(form, frame) { return false }
            } else if byte == form.escape, byte != 0 {
                if hole(form, frame, at: position) != nil { return true }
                if let isContinued = escape(form, frame) { return isContinued }
            } else if byte == 0x0A || byte == 0x0D {
                guard form.isMultiline else { return false }
                position &+= 1
                if byte == 0x0A {
                    endLine()
                    return true
                }
            } else if !form.holes.isEmpty, isHoleSign(byte) {
                if hole(form, frame, at: position) != nil || isVariable(form) { return true }
                let isDoubled = byte == UInt8(ascii: "{") && form.holes.contains(.braces) && text[position + 1] == byte
                position &+= isDoubled && frame.width == 1 ? 2 : 1
            } else {
                position &+= 1
            }
        }
        return form.isMultiline
    }

    @inline(__always)
    func isHoleSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "`")
    }

    /// Moves past quotes, and tells whether they close the string.
    private mutating func pastQuotes(_ form: StringForm, _ frame: Frame) -> Bool {
        if form.countsQuotes {
            // A run too short is passed at once.
            var run = 0
            while run < Int(frame.depth), text[position + run] == form.quote { run += 1 }
            position += run
            return run == Int(frame.depth)
        }
        if form.isDoubled, text[position + 1] == form.quote {
            position += 2
            return false
        }
        if form.mayBeEscaped, text[position - 1] == UInt8(ascii: "\\"), text[position + 1].isName {
            position += 1
            return false
        }
        guard isClosed(form, frame) else {
            position &+= 1
            return false
        }
        position += form.quotes + (form.mayHaveHashes ? Int(frame.depth) : 0)
        if form.endsLate {
            while text[position] == form.quote { position += 1 }
        }
        return true
    }

    func isClosed(_ form: StringForm, _ frame: Frame) -> Bool {
        let quotes = form.countsQuotes ? max(form.quotes, min(Int(frame.depth), 8)) : form.quotes
        let hashes = form.mayHaveHashes ? Int(frame.depth) : 0
        guard position + quotes + hashes <= text.count else { return false }
        for place in 1..<max(quotes, 1) where text[position + place] != form.quote { return false }
        return hasHashes(hashes, at: position + quotes)
    }

    func hasHashes(_ hashes: Int, at start: Int) -> Bool {
        var place = 0
        while place < hashes, text[start + place] == UInt8(ascii: "#") { place += 1 }
        return place == hashes
    }

    /// Moves past an escape and what it escapes. Tells whether the string goes on where the line ends here.
    private mutating func escape(_ form: StringForm, _ frame: Frame) -> Bool? {
        let hashes = form.mayHaveHashes ? Int(frame.depth) : 0
        guard hasHashes(hashes, at: position + 1) else {
            position += 1
            return nil
        }
        position += 1 + hashes
        guard !text.isLineEnd(position) else {
            guard !form.isMultiline else { return nil }
            guard form.isContinued else { return false }
            if position < text.count { _ = lineEnd() }
            return true
        }
        // A brace stays what it is behind a backslash, but for `\N{DASH}`.
        if form.namesCharacters, text[position] == UInt8(ascii: "N"), text[position + 1] == UInt8(ascii: "{") {
            position += 2
        } else if !form.holes.contains(.braces) || text[position] != UInt8(ascii: "{") {
            position += 1
        }
        return nil
    }

    /// Whether the quote at `start` has another on its line. A line is searched in vain only once.
    private mutating func isClosed(_ form: StringForm, at start: Int) -> Bool {
        let index = Int(form.quote >> 1 & 3)
        guard start >= openUntil[index] else { return false }
        var end = start + 1
        while !text.isLineEnd(end), text[end] != form.quote {
            end += form.escape != 0 && text[end] == form.escape && !text.isLineEnd(end + 1) ? 2 : 1
        }
        if !text.isLineEnd(end) { return true }
        openUntil[index] = end
        return false
    }
}
