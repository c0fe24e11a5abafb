/// A piece of SQL with the arguments of its `?`, put together by interpolation.
///
/// Only literals of this program become SQL; a string, a number or a list of them becomes an argument, whatever it
/// holds.
///
///     let condition: FilterSQL = "t.agent = \(text) COLLATE NOCASE"    // "t.agent = ? COLLATE NOCASE", [.text(text)]
struct FilterSQL: Equatable, Sendable, ExpressibleByStringInterpolation {
    fileprivate(set) var sql: String
    fileprivate(set) var arguments: [FilterValue]

    init(stringLiteral value: String) {
        sql = value
        arguments = []
    }

    init(stringInterpolation: StringInterpolation) {
        sql = stringInterpolation.sql
        arguments = stringInterpolation.arguments
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = ""
        fileprivate var arguments: [FilterValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) {
            sql += literal
        }

        mutating func appendInterpolation(_ piece: FilterSQL) {
            sql += piece.sql
            arguments += piece.arguments
        }

        /// A name or expression that this program itself has written.
        mutating func appendInterpolation(literal sql: String) {
            self.sql += sql
        }

        mutating func appendInterpolation(_ text: String) {
            sql += "?"
            arguments.append(.text(text))
        }

        mutating func appendInterpolation(_ number: Int64) {
            sql += "?"
            arguments.append(.integer(number))
        }

        /// `(?, ?, …)`
        mutating func appendInterpolation(_ texts: [String]) {
            append(list: texts.map(FilterValue.text))
        }

        mutating func appendInterpolation(_ numbers: [Int]) {
            append(list: numbers.map { .integer(Int64($0)) })
        }

        private mutating func append(list: [FilterValue]) {
            sql += "(" + list.map { _ in "?" }.joined(separator: ", ") + ")"
            arguments += list
        }
    }

    /// In parentheses where there are several; `identity` where there is none.
    static func joined(_ pieces: [FilterSQL], by word: FilterSQL, identity: FilterSQL) -> FilterSQL {
        guard let first = pieces.first else { return identity }
        guard pieces.count > 1 else { return first }
        var all = first
        for piece in pieces.dropFirst() {
            all.sql += " \(word.sql) \(piece.sql)"
            all.arguments += piece.arguments
        }
        return "(\(all))"
    }

    static func or(_ pieces: [FilterSQL]) -> FilterSQL {
        joined(pieces, by: "OR", identity: "0")
    }
}

extension FilterTextMatch {
    /// Whether a column holds it; letters of ASCII whatever their case.
    func on(_ column: FilterSQL) -> FilterSQL {
        switch self {
        case .equal(let text): "\(column) = \(text) COLLATE NOCASE"
        case .glob(let parts): "\(column) LIKE \(Self.pattern(parts)) ESCAPE '\\'"
        case .contains(let text): "\(column) LIKE \(Self.pattern(["", text, ""])) ESCAPE '\\'"
        }
    }

    /// A LIKE pattern: anything between the parts, and each part as it is.
    static func pattern(_ parts: [String]) -> String {
        parts.map { part in
            var escaped = ""
            for scalar in part.unicodeScalars {
                if scalar == "%" || scalar == "_" || scalar == "\\" { escaped += "\\" }
                escaped.unicodeScalars.append(scalar)
            }
            return escaped
        }.joined(separator: "%")
    }
}

extension [FilterPredicate] {
    /// Whether a column holds one of the texts.
    func texts(on column: FilterSQL) -> FilterSQL {
        texts { $0.on(column) }
    }

    func texts(_ condition: (FilterTextMatch) -> FilterSQL) -> FilterSQL {
        .or(
            compactMap { predicate in
                if case .text(let match) = predicate { condition(match) } else { nil }
            })
    }

    /// Whether a number or time lies in one of the spans.
    func spans(on column: FilterSQL) -> FilterSQL {
        .or(
            compactMap { predicate in
                guard case .span(let span) = predicate else { return nil }
                return switch (span.lower, span.upper) {
                case (let lower?, let upper?): "(\(column) >= \(lower) AND \(column) <= \(upper))"
                case (let lower?, nil): "\(column) >= \(lower)"
                case (nil, let upper?): "\(column) <= \(upper)"
                case (nil, nil): "\(column) IS NOT NULL"
                }
            })
    }

    var choices: [String] {
        compactMap { predicate in
            if case .choice(let choice) = predicate { choice } else { nil }
        }
    }

    /// Without doubles, lowest first.
    var levels: [Int] {
        let asked = Set(
            flatMap { predicate -> [Int] in
                if case .levels(let levels) = predicate { levels } else { [] }
            })
        return asked.sorted()
    }
}
