extension Lexer {
    /// The string that begins here, without prefix.
    mutating func string(_ byte: UInt8) -> TokenKind? {
        var quote = position
        if byte == UInt8(ascii: "#") {
            while text[quote] == byte { quote += 1 }
        }
        if let kind = string(from: quote, prefixes: 0, hashes: quote - position) { return kind }
        guard quote > position + 1 else { return nil }
        // A run of hashes before nothing is passed at once: none of them need count the others again.
        return pass(quote - position, .unknown)
    }

    /// Python 2.4.1: `stringprefix`, "with no white space between the prefix and the rest of the literal".
    mutating func prefixedString(_ start: Int, _ end: Int) -> TokenKind? {
        var name: UInt32 = 0
        for place in start..<end { name = name << 8 | UInt32(text[place] | 0x20) }
        for prefix in lexicon.prefixes where prefix.name.bytes == name && prefix.name.count == end - start {
            return string(from: end, prefixes: prefix.group, hashes: 0)
        }
        return nil
    }

    private mutating func string(from quote: Int, prefixes: UInt8, hashes: Int) -> TokenKind? {
        let byte = text[quote]
        for index in lexicon.strings.indices where lexicon.strings[index].quote == byte {
            let form = lexicon.strings[index]
            guard form.prefixes == prefixes, !form.isInTags, hashes == 0 || form.mayHaveHashes,
                form.quotes == 1 || (text[quote + 1] == byte && text[quote + 2] == byte),
                !form.standsApart || !(text[quote - 1].isName || text[quote - 1] >= 0x80)
            else { continue }
            return begin(form, index, bodyAt: quote + form.quotes, hashes: hashes)
        }
        return nil
    }

    /// The value of an attribute between the brackets of a tag.
    mutating func tagString(_ byte: UInt8) -> TokenKind? {
        for index in lexicon.strings.indices
        where lexicon.strings[index].quote == byte && lexicon.strings[index].isInTags {
            return begin(lexicon.strings[index], index, bodyAt: position + 1, hashes: 0)
        }
        return nil
    }

    private mutating func begin(_ form: StringForm, _ index: Int, bodyAt body: Int, hashes: Int) -> TokenKind {
        state.isLineStart = false
        position = body
        var frame = Frame(.string, form: UInt8(index), depth: UInt32(truncatingIfNeeded: hashes))
        frame.isOnSingleLine = !form.isMultiline
        if stringLine(form, frame) {
            state.push(frame)
        } else {
            state.expected = .operator
        }
        return .string
    }

    /// What stands in a string from here on: a hole, or text up to the next one or the end.
    mutating func stringPiece(_ frame: Frame) -> TokenKind? {
        let form = lexicon.strings[Int(frame.form)]
        let width = holeWidth(form, frame, at: position)
        if width > 0 {
            state.push(Frame(.hole, form: frame.form))
            state.openBracket(beforeStatement: false)
            return pass(width, .interpolation, then: .operand)
        }
        let start = position
        let top = state.frames.count - 1
        if !stringLine(form, frame) {
            state.frames.removeSubrange(min(top, state.frames.count)...)
            state.expected = .operator
        }
        return position > start ? .string : nil
    }

    /// Moves over the text of a string to a hole, past its closing quotes or past the line end. Whether it goes on.
    private mutating func stringLine(_ form: StringForm, _ frame: Frame) -> Bool {
        let hashes = Int(frame.depth)
        while position < text.count {
            let byte = text[position]
            if byte == form.quote {
                if isClosed(form, hashes) {
                    position += form.quotes + hashes
                    return false
                }
                position &+= 1
            } else if byte == form.escape, byte != 0 {
                if holeWidth(form, frame, at: position) > 0 { return true }
                if let isContinued = escape(form, hashes) { return isContinued }
            } else if byte == 0x0A || byte == 0x0D {
                guard form.isMultiline else { return false }
                position &+= 1
                if byte == 0x0A {
                    state.endLine()
                    return true
                }
            } else if form.hole != nil, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$") {
                if holeWidth(form, frame, at: position) > 0 { return true }
                let isDoubled = form.hole == .braces && byte == UInt8(ascii: "{") && text[position + 1] == byte
                position &+= isDoubled ? 2 : 1
            } else {
                position &+= 1
            }
        }
        return form.isMultiline
    }

    private func isClosed(_ form: StringForm, _ hashes: Int) -> Bool {
        guard position + form.quotes + hashes <= text.count else { return false }
        for place in 1..<max(form.quotes, 1) where text[position + place] != form.quote { return false }
        return hasHashes(hashes, at: position + form.quotes)
    }

    func hasHashes(_ hashes: Int, at start: Int) -> Bool {
        var place = 0
        while place < hashes, text[start + place] == UInt8(ascii: "#") { place += 1 }
        return place == hashes
    }

    /// Moves past an escape and what it escapes. Tells whether the string goes on where the line ends here.
    private mutating func escape(_ form: StringForm, _ hashes: Int) -> Bool? {
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
        } else if form.hole != .braces || text[position] != UInt8(ascii: "{") {
            position += 1
        }
        return nil
    }

    /// The length of what opens a hole here; 0 where none is opened.
    private func holeWidth(_ form: StringForm, _ frame: Frame, at position: Int) -> Int {
        guard let hole = form.hole, state.hasRoom(for: 2) else { return 0 }
        let byte = text[position]
        switch hole {
        case .braces:
            return byte == hole.open && text[position + 1] != byte ? 1 : 0
        case .dollarBraces:
            return byte == UInt8(ascii: "$") && text[position + 1] == hole.open ? 2 : 0
        case .escapedParentheses:
            let hashes = Int(frame.depth)
            guard byte == form.escape, text[position + 1 + hashes] == hole.open else { return 0 }
            return hasHashes(hashes, at: position + 1) ? 2 + hashes : 0
        }
    }

    /// What stands behind the colon of a replacement field: text, fields of its own, and the brace that ends both.
    mutating func specificationPiece(_ frame: Frame) -> TokenKind? {
        let form = lexicon.strings[Int(frame.form)]
        let start = position
        while position < text.count {
            let byte = text[position]
            if byte == Hole.braces.open || byte == Hole.braces.close {
                guard position == start else { return .string }
                if byte == Hole.braces.open, state.hasRoom(for: 1) {
                    state.push(Frame(.hole, form: frame.form))
                    state.openBracket(beforeStatement: false)
                    return pass(1, .interpolation, then: .operand)
                }
                leaveField()
                return pass(1, .interpolation)
            }
            if byte == form.quote, isClosed(form, 0) || !form.isMultiline {
                leaveField()
                return position > start ? .string : nil
            }
            if byte == 0x0A || byte == 0x0D, !form.isMultiline {
                leaveField()
                return position > start ? .string : nil
            }
            position += 1
            if byte == 0x0A {
                state.endLine()
                return .string
            }
        }
        if !form.isMultiline { leaveField() }
        return position > start ? .string : nil
    }

    /// Back to the string, from the specification of one of its fields.
    private mutating func leaveField() {
        state.pop()
        state.pop()
        _ = state.closeBracket()
    }
}
