import Store

/// What stands at the cursor of a filter that is being typed.
enum CompletionPlace: Equatable {
    /// The beginning of a field, or of a free word.
    case field(piece: String, range: Range<Int>)
    /// The beginning of a value; `sign` is the operator before it.
    case value(FilterField, sign: String, piece: String, range: Range<Int>)

    /// `nil` within a word, within quotes that begin a free text, and where nothing is known to complete.
    init?(in line: TextLine) {
        let characters = line.characters
        let cursor = line.cursor
        if cursor < characters.count, ![" ", ")", ","].contains(characters[cursor]) { return nil }
        var start = 0
        var value: (field: FilterField?, start: Int)?
        var isQuoted = false
        var depth = 0
        var index = 0
        while index < cursor {
            defer { index += 1 }
            let character = characters[index]
            if isQuoted {
                if character == "\\" { index += 1 }
                if character == "\"" { isQuoted = false }
                continue
            }
            switch character {
            case "\"": isQuoted = true
            case " ": (start, value, depth) = (index + 1, nil, 0)
            // A parenthesis that groups stands before a condition, as a dash that denies does.
            case "(" where index == start, "-" where index == start: start = index + 1
            case "(": depth += 1
            case ")" where depth > 0: depth -= 1
            case ")": (start, value) = (index + 1, nil)
            case ":" where value == nil && Self.isName(characters[start..<index]):
                value = (FilterField(name: String(characters[start..<index])), index + 1)
            case "," where value != nil: value?.start = index + 1
            default: break
            }
        }
        guard let value else {
            guard !isQuoted, !characters[start..<cursor].contains("\"") else { return nil }
            self = .field(piece: String(characters[start..<cursor]), range: start..<cursor)
            return
        }
        guard let field = value.field, field.isRecorded else { return nil }
        let typed = String(characters[value.start..<cursor])
        let sign = ["<=", ">=", "<", ">", "~", "="].first { typed.hasPrefix($0) } ?? ""
        var from = value.start + sign.count
        if field.kind == .level, let dots = typed.range(ofDots: sign.count) { from = value.start + dots }
        self = .value(
            field, sign: sign, piece: Self.unquoted(characters[min(from, cursor)..<cursor]),
            range: min(from, cursor)..<cursor)
    }

    private static func isName(_ characters: ArraySlice<Character>) -> Bool {
        characters.first?.isLetter == true
            && characters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    private static func unquoted(_ characters: ArraySlice<Character>) -> String {
        var text = ""
        var isEscaped = false
        for character in characters {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character != "\"" {
                text.append(character)
            }
        }
        return text
    }
}

extension String {
    /// How many characters stand up to the end of a `..` after so many.
    fileprivate func range(ofDots start: Int) -> Int? {
        let characters = Array(self)
        guard characters.count > start + 1 else { return nil }
        let place = (start..<characters.count - 1).first { characters[$0] == "." && characters[$0 + 1] == "." }
        return place.map { $0 + 2 }
    }
}
