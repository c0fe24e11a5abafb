import Syntax

/// What a line of code does that a rule can speak of: what it calls, or sets.
struct DraftPlace {
    /// `call = ["subprocess.run"]`
    private(set) var pattern = ""
    private(set) var title = ""
    /// What the id ends in.
    private(set) var shortName = ""
    /// What the rule may ask, the most telling first; the last one is nothing.
    private(set) var conditions: [String] = []
    /// The function with the line, or the line, behind the imports that it needs.
    private(set) var example = ""
    private(set) var functionName: String?
    private(set) var importLines: [String] = []

    /// Longer functions are no examples.
    private static let longest = 80

    init?(code: String, line: Int, language: String) {
        guard let rules = try? RuleLibrary().rules(for: language), let lexicon = Lexicon.named(language) else {
            return nil
        }
        var code = code
        let found = code.withUTF8 { bytes -> DraftPlace? in
            let pieces = Pieces(bytes, lexicon, rules.dialect)
            return pieces.list.withUnsafeBufferPointer { list in
                var walk = Walk(rules, bytes, list)
                walk.run()
                return DraftPlace(walk, line: line)
            }
        }
        guard let found else { return nil }
        self = found
    }

    private init() {}

    private init?(_ walk: Walk, line: Int) {
        let lines = DraftLines(walk.bytes)
        guard let bytes = lines.range(of: line) else { return nil }
        let places = walk.pieces.indices.filter { bytes.contains(Int(walk.pieces[$0].start)) }
        guard let first = places.first, let last = places.last else { return nil }
        self.init()
        guard takeCall(walk, first...last) || takeAssignment(walk, first...last) else { return nil }
        takeExample(walk, lines, line)
    }

    // MARK: What is called

    private mutating func takeCall(_ walk: Walk, _ places: ClosedRange<Int>) -> Bool {
        for place in places {
            guard walk.pieces[place].kind == .word || walk.pieces[place].kind == .keyword,
                let open = walk.piece(place + 1), open.kind == .open, open.byte == UInt8(ascii: "("), open.partner > 0,
                !walk.functions.contains(where: { $0.namePiece == Int32(place) }),
                walk.pieces[place].kind == .word || KeywordRole.all[walk.pieces[place].word] == nil
            else { continue }
            var from = place
            while let sign = walk.piece(from - 1), sign.kind == .sign, DraftName.joins.contains(sign.word),
                let before = walk.piece(from - 2),
                before.kind == .word || before.kind == .keyword || before.kind == .constant
            { from -= 2 }
            let words = stride(from: from, through: place, by: 2).map { walk.text($0) }
            // What is called on a value without a name: `f().read()`.
            let isLoose = walk.piece(from - 1).map { $0.kind == .sign && DraftName.joins.contains($0.word) } ?? false
            let name = DraftName(words, isLoose: isLoose, walk, at: from)
            guard let name else { continue }
            pattern = "call = [\(Self.quoted(name.pattern))]"
            title = "\(words.joined(separator: ".")) is called"
            shortName = name.shortName
            importLines = name.importLines
            conditions = DraftConditions.of(walk, open: place + 1)
            return true
        }
        return false
    }

    private mutating func takeAssignment(_ walk: Walk, _ places: ClosedRange<Int>) -> Bool {
        for place in places {
            guard walk.pieces[place].kind == .word || walk.pieces[place].kind == .constant,
                let sign = walk.piece(place + 1), sign.kind == .sign
            else { continue }
            let isSet = sign.word == .sign("=") || sign.word == .sign("+=") || sign.word == .sign(":=")
            guard isSet || sign.word == .sign(":") else { continue }
            let isMember = walk.piece(place - 1).map { $0.kind == .sign && DraftName.joins.contains($0.word) } ?? false
            let word = walk.text(place)
            pattern = isSet && isMember ? "set = [\(Self.quoted("*." + word))]" : "key = [\(Self.quoted(word))]"
            title = "\(word) is set"
            shortName = DraftName.kebab(word)
            conditions = DraftConditions.ofValue(walk, place + 2)
            return true
        }
        return false
    }

    // MARK: The example

    private mutating func takeExample(_ walk: Walk, _ lines: DraftLines, _ line: Int) {
        let around = walk.functions.indices.dropFirst().compactMap { index -> ClosedRange<Int>? in
            let function = walk.functions[index]
            guard function.hasBody, function.namePiece >= 0, let start = walk.piece(Int(function.namePiece)),
                let end = walk.piece(min(Int(function.to), walk.pieces.count) - 1)
            else { return nil }
            let first = lines.line(of: Int(start.start))
            let isBrace = walk.piece(Int(function.to))?.byte == UInt8(ascii: "}")
            let last =
                isBrace ? lines.line(of: Int(walk.pieces[Int(function.to)].start)) : lines.line(of: Int(end.end) - 1)
            return first <= line && line <= last && last - first < Self.longest ? first...last : nil
        }.min { $0.count < $1.count }
        let head = walk.functions.dropFirst().last { function in
            around.map { lines.line(of: Int(walk.piece(Int(max(0, function.namePiece)))?.start ?? 0)) == $0.lowerBound }
                ?? false
        }
        functionName = head.map { walk.text(Int($0.namePiece)) }
        let body = Self.unindented((around ?? line...line).map { lines.text(of: $0) })
        let imports = importLines.filter { !body.contains($0) }
        example = (imports + body).joined(separator: "\n") + "\n"
    }

    /// The mended function, where a text has it, behind the imports that it needs.
    static func example(of text: String, named name: String?, imports: [String], language: String) -> String {
        var body = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while body.last?.isEmpty == true { body.removeLast() }
        let needed = imports.filter { !body.contains($0) }
        return (needed + unindented(body)).joined(separator: "\n") + "\n"
    }

    /// The function of a name in a text; `nil` where there is none.
    static func function(named name: String, in text: String, language: String) -> String? {
        guard let rules = try? RuleLibrary().rules(for: language), let lexicon = Lexicon.named(language) else {
            return nil
        }
        var text = text
        return text.withUTF8 { bytes -> String? in
            let pieces = Pieces(bytes, lexicon, rules.dialect)
            return pieces.list.withUnsafeBufferPointer { list in
                var walk = Walk(rules, bytes, list)
                walk.run()
                let lines = DraftLines(bytes)
                for function in walk.functions.dropFirst()
                where function.hasBody && function.namePiece >= 0 && walk.text(Int(function.namePiece)) == name {
                    var place = DraftPlace()
                    place.takeExample(walk, lines, lines.line(of: Int(list[Int(function.namePiece)].start)))
                    return place.example
                }
                return nil
            }
        }
    }

    private static func unindented(_ lines: [String]) -> [String] {
        let blanks = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " || $0 == "\t" }.count }
        let common = blanks.min() ?? 0
        return lines.map { $0.allSatisfy(\.isWhitespace) ? "" : String($0.dropFirst(common)) }
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
