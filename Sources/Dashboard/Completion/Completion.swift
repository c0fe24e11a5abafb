import Store

/// What could stand at the cursor of a filter that is being typed, and which of it is being tried.
package struct Completion: Equatable, Sendable {
    package struct Candidate: Equatable, Sendable {
        /// What is put into the line.
        var text: String
        /// As it is shown; the text without quotes.
        package var shown: String
        /// What it means, or nothing.
        package var meaning = ""
    }

    /// The line as it was typed.
    let line: TextLine
    private let range: Range<Int>
    package let candidates: [Candidate]
    package private(set) var selected: Int?
    /// What the store should be asked, where it knows more.
    let question: FieldValues.Question?
    /// Before which character of the line the candidates belong.
    var column: Int { range.lowerBound }

    private static let limit = 40
    /// As many as a pop-up has rows.
    private static let shown = 8

    /// - Parameters:
    ///   - values: what is known of the store's values; those of another field or piece are used as far as they fit.
    ///   - offersAll: also where nothing is typed.
    init?(of line: TextLine, values: FieldValues?, offersAll: Bool) {
        guard let place = CompletionPlace(in: line) else { return nil }
        self.line = line
        switch place {
        case .field(let piece, let range):
            guard offersAll || !piece.isEmpty else { return nil }
            self.range = range
            question = nil
            candidates = Self.fields(piece)
        case .value(let field, let sign, let piece, let range):
            self.range = range
            question = field.hasStoredValues ? FieldValues.Question(field: field, piece: piece) : nil
            let signs = sign.isEmpty && piece.isEmpty ? field.kind.signs : []
            let known = values?.question.field == field ? values?.values ?? [] : []
            // Signs stand among what shows at once, but a value is the first to be taken.
            let all = Self.values(field.kind.words, piece) + Self.values(known, piece)
            let first = all.prefix(Self.shown - signs.count)
            candidates = Array((first + signs + all.dropFirst(first.count)).prefix(Self.limit))
        }
        if candidates.isEmpty, question == nil { return nil }
    }

    /// Goes to the next candidate or the one before; after the last one comes what was typed, then the first.
    ///
    /// - Returns: the line with the candidate in it.
    mutating func select(by step: Int) -> TextLine {
        let places = candidates.count + 1
        let place = ((selected ?? candidates.count) + step + places) % places
        selected = place == candidates.count ? nil : place
        guard let selected else { return line }
        var line = line
        line.replace(range, with: candidates[selected].text)
        return line
    }

    private static func fields(_ piece: String) -> [Candidate] {
        let piece = piece.lowercased()
        return FilterField.allCases.filter { field in
            field.isRecorded && ([field.rawValue] + field.aliases).contains { $0.hasPrefix(piece) }
        }.map { Candidate(text: $0.rawValue + ":", shown: $0.rawValue + ":", meaning: $0.meaning) }
    }

    /// Those that begin with the piece, then those that hold it; nothing where the only one is there already.
    private static func values(_ values: [String], _ piece: String) -> [Candidate] {
        let piece = piece.lowercased()
        let fitting = values.filter { $0.lowercased().contains(piece) }
        if fitting.count == 1, fitting[0].lowercased() == piece { return [] }
        let first = fitting.filter { $0.lowercased().hasPrefix(piece) }
        let rest = fitting.filter { !$0.lowercased().hasPrefix(piece) }
        return (first + rest).map { Candidate(text: $0.asFilterValue, shown: $0) }
    }
}

extension FilterField {
    /// Whether the store knows values to choose from.
    var hasStoredValues: Bool {
        switch self {
        case .model, .agent, .repo, .branch, .file, .lang, .session, .rule, .cwe: true
        default: false
        }
    }
}

extension FilterField.Kind {
    /// Words that can be values, or begin one.
    fileprivate var words: [String] {
        switch self {
        case .level: ["critical", "high", "medium", "low", "info"]
        case .choice(let choices): choices
        case .time: ["today", "yesterday"]
        case .text, .number, .duration: []
        }
    }

    /// What may stand before a value.
    fileprivate var signs: [Completion.Candidate] {
        let order = [
            Completion.Candidate(text: ">=", shown: ">=", meaning: "at least"),
            Completion.Candidate(text: "<=", shown: "<=", meaning: "at most"),
        ]
        return switch self {
        case .text: [Completion.Candidate(text: "~", shown: "~", meaning: "a part of it; 'a*b' is a pattern")]
        case .level: order
        case .number: order + [Completion.Candidate(text: ">", shown: ">", meaning: "more; '2k..5k' is a range")]
        case .time: order
        case .duration:
            [
                Completion.Candidate(text: "<", shown: "<", meaning: "younger: <2d, <3h, <1w"),
                Completion.Candidate(text: ">", shown: ">", meaning: "older; '1w..2w' is a range"),
            ]
        case .choice: []
        }
    }
}

extension String {
    /// In quotes where the filter would read it otherwise.
    var asFilterValue: String {
        let signs: Set<Character> = [" ", "\"", ",", "(", ")", "*", "\\"]
        let isPlain =
            !isEmpty && !contains { signs.contains($0) || $0.isWhitespace } && !contains("..")
            && !["<", ">", "~", "=", "/"].contains { hasPrefix($0) }
        if isPlain { return self }
        var quoted = "\""
        for character in self {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
