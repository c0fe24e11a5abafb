import Text

/// Reads a filter's text into its tree.
///
///     any  = all { "or" all }
///     all  = one { ["and"] one }
///     one  = ( "not" | "-" ) one | "(" any ")" | field ":" value { "," value } | word | phrase
struct FilterParser {
    /// Deeper and longer than anyone types, shallower than what SQLite takes.
    static let maximumDepth = 32
    static let maximumTests = 200
    static let maximumLength = 10_000

    var scanner: FilterScanner
    let reader: FilterValueReader
    private var tests = 0

    init(_ text: String, clock: FilterClock) throws(FilterError) {
        guard text.utf8.count <= Self.maximumLength else {
            throw FilterError(
                "The filter is longer than \(Self.maximumLength) bytes: make it shorter.",
                at: Self.maximumLength..<text.utf8.count)
        }
        scanner = FilterScanner(text)
        reader = FilterValueReader(clock: clock)
    }

    mutating func parse() throws(FilterError) -> FilterExpression {
        scanner.skipSpace()
        if scanner.isAtEnd { return .all([]) }
        let expression = try any(depth: 0)
        guard scanner.isAtEnd else {
            throw FilterError(
                "Nothing opens this parenthesis: take it out, or put it in quotes.",
                at: scanner.position..<scanner.position + 1)
        }
        return expression
    }

    private mutating func any(depth: Int) throws(FilterError) -> FilterExpression {
        var parts = [try all(depth: depth)]
        while let range = scanner.keyword("or") {
            scanner.position = range.upperBound
            parts.append(try all(depth: depth))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func all(depth: Int) throws(FilterError) -> FilterExpression {
        var parts = [try one(depth: depth)]
        while true {
            scanner.skipSpace()
            if scanner.isAtEnd || scanner.next == UInt8(ascii: ")") || scanner.keyword("or") != nil { break }
            if let range = scanner.keyword("and") { scanner.position = range.upperBound }
            parts.append(try one(depth: depth))
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func one(depth: Int) throws(FilterError) -> FilterExpression {
        scanner.skipSpace()
        let start = scanner.position
        if let range = scanner.keyword("or") ?? scanner.keyword("and") {
            let word = scanner.text(range)
            throw FilterError(
                "'\(word)' stands between two conditions: put it in quotes to search for the word.", at: range,
                suggestion: word.quotedForFilter)
        }
        switch scanner.next {
        case nil:
            throw FilterError("A condition is missing at the end: add one, or take the last word out.", at: scanner.end)
        case UInt8(ascii: ")"):
            throw FilterError("A condition is missing before this parenthesis.", at: start..<start + 1)
        case UInt8(ascii: "("):
            return try group(depth: depth)
        case UInt8(ascii: "-"):
            scanner.position += 1
            try checkDash(at: start)
            return .not(
                try inner(depth: depth, from: start) { parser, depth throws(FilterError) in
                    try parser.one(depth: depth)
                })
        default: break
        }
        if let range = scanner.keyword("not") {
            scanner.position = range.upperBound
            return .not(
                try inner(depth: depth, from: start) { parser, depth throws(FilterError) in
                    try parser.one(depth: depth)
                })
        }
        return try term()
    }

    private mutating func group(depth: Int) throws(FilterError) -> FilterExpression {
        let start = scanner.position
        scanner.position += 1
        let expression = try inner(depth: depth, from: start) { parser, depth throws(FilterError) in
            try parser.any(depth: depth)
        }
        guard scanner.take(")") else {
            throw FilterError("The parenthesis is not closed: end the group with ')'.", at: start..<start + 1)
        }
        return expression
    }

    private mutating func inner(
        depth: Int, from start: Int, _ read: (inout FilterParser, Int) throws(FilterError) -> FilterExpression
    ) throws(FilterError) -> FilterExpression {
        guard depth < Self.maximumDepth else {
            throw FilterError("The filter is nested too deeply: make it simpler.", at: start..<start + 1)
        }
        return try read(&self, depth + 1)
    }

    /// A dash denies what follows it at once: `-path:Tests`.
    private func checkDash(at start: Int) throws(FilterError) {
        switch scanner.next {
        case nil, UInt8(ascii: " "), UInt8(ascii: ")"):
            throw FilterError(
                "A dash denies what follows it: put a condition right behind it, or quote it.", at: start..<start + 1,
                suggestion: "\"-\"")
        case UInt8(ascii: "-"):
            var rest = scanner
            rest.position = start
            while let byte = rest.next, byte != UInt8(ascii: " ") { rest.position += 1 }
            let word = rest.text(start..<rest.position)
            throw FilterError(
                "'\(word)' starts with two dashes: put it in quotes to search for it.", at: start..<rest.position,
                suggestion: word.quotedForFilter)
        default: break
        }
    }
}

// MARK: - Terms

extension FilterParser {
    private mutating func term() throws(FilterError) -> FilterExpression {
        let start = scanner.position
        guard let name = scanner.fieldName() else { return try freeWord() }
        guard let field = FilterField(name: scanner.text(name)) else {
            scanner.position = name.upperBound
            throw unknownField(name)
        }
        guard field.isRecorded else {
            throw FilterError(
                "Nothing records '\(field.rawValue)' yet (\(field.meaning)): leave it out for now.", at: name)
        }
        scanner.position = name.upperBound + 1
        var predicates: [FilterPredicate] = []
        repeat {
            let element = try scanner.value()
            guard !element.isEmpty else {
                let range = predicates.isEmpty ? start..<scanner.position : scanner.position - 1..<scanner.position
                throw FilterError("'\(scanner.text(range))' has no value: \(field.kind.advice)", at: range)
            }
            try count(at: element.range)
            predicates.append(try reader.predicate(of: field, element))
        } while scanner.take(",")
        return .test(FilterTest(field: field, predicates: predicates))
    }

    private mutating func freeWord() throws(FilterError) -> FilterExpression {
        let element = try scanner.word()
        try count(at: element.range)
        // While a filter is typed, its last word is the beginning of one.
        let word = try reader.word(element, isBeginning: scanner.isAtEnd)
        return .test(FilterTest(field: .words, predicates: [.word(word)]))
    }

    private mutating func count(at range: Range<Int>) throws(FilterError) {
        tests += 1
        guard tests <= Self.maximumTests else {
            throw FilterError("The filter has more than \(Self.maximumTests) conditions: make it simpler.", at: range)
        }
    }

    /// Either a field mistyped, or a text that happens to hold a colon.
    private func unknownField(_ name: Range<Int>) -> FilterError {
        let word = scanner.text(name)
        let after = scanner.byte(at: name.upperBound + 1)
        if after != UInt8(ascii: ":"), after != UInt8(ascii: "/"),
            let field = Nearest.word(to: word, among: FilterField.allCases.flatMap { [$0.rawValue] + $0.aliases })
        {
            return FilterError(
                "There is no field '\(word)': did you mean '\(field)'?", at: name, suggestion: field)
        }
        var end = name.upperBound
        while let byte = scanner.byte(at: end), byte != UInt8(ascii: " "), byte != UInt8(ascii: ")") { end += 1 }
        let text = scanner.text(name.lowerBound..<end)
        return FilterError(
            "There is no field '\(word)': put '\(text)' in quotes to search for the text.", at: name.lowerBound..<end,
            suggestion: text.quotedForFilter)
    }
}

extension String {
    /// In quotes, so that a filter takes it as it is.
    var quotedForFilter: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
