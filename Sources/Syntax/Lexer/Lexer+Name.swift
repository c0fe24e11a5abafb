extension Lexer {
    /// A name, a word of the language, or the prefix of a string and that string.
    @inline(__always)
    mutating func name() -> TokenKind {
        guard let base = text.base else { return pass(1, .unknown) }
        let start = position
        var end = nameEnd(from: start)
        if end - start <= lexicon.longestPrefix, let kind = prefixedString(start, end) { return kind }
        if lexicon.traits.contains(.markedNames), isMark(at: end) { end += 1 }
        let next = text[end]
        let expected = state.expected
        let isFirst = state.isLineStart
        state.isLineStart = false
        position = end
        let isMember = expected == .member && lexicon.traits.contains(.wordsAreMembers)
        if !isMember, let word = lexicon.words.find(base + start, end - start),
            isWord(word, start..<end, isFirst, expected)
        {
            state.expected = expected == .functionName && next == UInt8(ascii: ".") ? .receiver : word.next
            return word.kind
        }
        state.expected = .operator
        switch expected {
        case .functionName:
            guard next == UInt8(ascii: ".") else { return .function }
            state.expected = .receiver
            return kindOfName(start, end, next)
        case .typeName: return .type
        case .attribute: return .attribute
        case .statement where lexicon.traits.contains(.commands) && state.isInBlock: return command(end, next)
        default: return kindOfName(start, end, next)
        }
    }

    @inline(__always)
    func nameEnd(from start: Int) -> Int {
        var end = start
        let takesDollar = lexicon.traits.contains(.dollarInNames)
        while true {
            let byte = text[end]
            if byte.isName || (takesDollar && byte == UInt8(ascii: "$")) {
                end &+= 1
            } else if byte >= 0x80, let (scalar, length) = text.scalar(at: end), scalar.properties.isXIDContinue {
                end &+= length
            } else if byte == UInt8(ascii: "-"), end > start, lexicon.traits.contains(.dashesInNames),
                text[end + 1].isName
            {
                end &+= 2
            } else {
                return end
            }
        }
    }

    /// The end of a name as it stands in strings: neither `$` nor `-` belong to it.
    func bareNameEnd(from start: Int) -> Int {
        var end = start
        while true {
            if text[end].isName {
                end &+= 1
            } else if text[end] >= 0x80, let (scalar, length) = text.scalar(at: end), scalar.properties.isXIDContinue {
                end &+= length
            } else {
                return end
            }
        }
    }

    /// `?` or `!` at the end of a name, but not `!=`.
    private func isMark(at end: Int) -> Bool {
        guard text[end] == UInt8(ascii: "?") || text[end] == UInt8(ascii: "!") else { return false }
        guard text[end + 1] == UInt8(ascii: "=") else { return text[end + 1] != UInt8(ascii: "~") }
        return text[end + 2] == UInt8(ascii: "=") || text[end + 2] == UInt8(ascii: ">")
    }

    /// The first word of a command: what it calls, or what it sets.
    private func command(_ end: Int, _ next: UInt8) -> TokenKind {
        let isSet =
            next == UInt8(ascii: "=") || next == UInt8(ascii: "[")
            || (next == UInt8(ascii: "+") && text[end + 1] == UInt8(ascii: "="))
        return isSet ? .identifier : .function
    }

    /// Whether a word of the table is one where it stands, and no label or plain name.
    private func isWord(_ word: Word, _ range: Range<Int>, _ isFirst: Bool, _ expected: Expected) -> Bool {
        let end = range.upperBound
        if word.kind == .keyword, lexicon.traits.contains(.wordsAreLabels), isLabel(range) {
            // `default:` of a switch, unless an object, a call or a subscript is open.
            return word.isReserved && word.next == .statement && state.isInBlock
        }
        if word.isReserved { return true }
        guard expected != .functionName, expected != .typeName else { return false }
        if word.followers.contains(.leadingLine), !isFirst { return false }
        if word.followers.contains(.statement) {
            // Shell: `if=1` sets a variable.
            guard expected == .statement, text[end] != UInt8(ascii: "=") else { return false }
        }
        return word.followers.isSubset(of: .places) || isFollowed(end, by: word.followers)
    }

    /// `if: 1` in an object; `index(in: x)` and `index(in list: List)` in Swift.
    private func isLabel(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        if text[end] == UInt8(ascii: ":") { return text[end + 1] != UInt8(ascii: ":") }
        guard lexicon.traits.contains(.bracesHoldStatements), !state.isInBlock else { return false }
        let name = text.pastBlanks(from: end)
        return name > end && text[name].isNameStart && text[nameEnd(from: name)] == UInt8(ascii: ":")
    }

    private func isFollowed(_ end: Int, by followers: Followers) -> Bool {
        let start = text.pastBlanks(from: end)
        let byte = text[start]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return followers.contains(.string)
        case UInt8(ascii: "{"): return followers.contains(.brace)
        case UInt8(ascii: "}"): return followers.contains(.closingBrace)
        case UInt8(ascii: "["): return followers.contains(.bracket) && start > end
        case UInt8(ascii: "("): return followers.contains(.parenthesis) && start > end
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "~"):
            return followers.contains(.prefix) && start > end && !text[start + 1].isBlank
        case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"): return followers.contains(.name)
        case UInt8(ascii: ";"), UInt8(ascii: ":"): return followers.contains(.end)
        case UInt8(ascii: "=") where text[start + 1] == UInt8(ascii: ">"): return followers.contains(.end)
        default:
            if text.isLineEnd(start) { return followers.contains(.end) }
            guard byte.isName || byte >= 0x80, start > end, followers.contains(.name), let base = text.base else {
                return false
            }
            return lexicon.words.find(base + start, nameEnd(from: start) - start)?.joins != true
        }
    }

    private func kindOfName(_ start: Int, _ end: Int, _ next: UInt8) -> TokenKind {
        let isCalled = next == UInt8(ascii: "(")
        if lexicon.traits.contains(.caseless) { return isCalled ? .function : .identifier }
        if next == UInt8(ascii: "!"), lexicon.traits.contains(.macroCalls), isMacro(end + 1) { return .function }
        var first = start
        while text[first] == UInt8(ascii: "_") { first += 1 }
        guard first < end, text[first].isCapital else { return isCalled ? .function : .identifier }
        if isCalled, lexicon.traits.contains(.capitalsAreCalled) { return .function }
        var position = first + 1
        while position < end, !(text[position] &- 0x61 < 26) { position += 1 }
        guard position == end, end > first + 1 else { return .type }
        return isCalled ? .function : .constant
    }

    private func isMacro(_ start: Int) -> Bool {
        switch text[text[start].isBlank ? start + 1 : start] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): true
        default: false
        }
    }
}
