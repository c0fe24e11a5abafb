/// The words that fill the blanks of one text.
struct Words {
    private var noun: Int
    private var otherNoun: Int
    private var verb: Int
    private var field: Int
    private var otherField: Int
    private var adjective: Int
    private var number: Int
    private var mark: UInt32

    init(_ dice: inout Dice) {
        noun = Self.common(Lexicon.nouns.count, &dice)
        otherNoun = Self.common(Lexicon.nouns.count, &dice)
        verb = Self.common(Lexicon.verbs.count, &dice)
        field = Self.common(Lexicon.fields.count, &dice)
        otherField = Self.common(Lexicon.fields.count, &dice)
        adjective = Self.common(Lexicon.adjectives.count, &dice)
        number = 1 + Self.common(dice.chance(0.2) ? 4000 : 60, &dice)
        mark = UInt32(truncatingIfNeeded: dice.next())
    }

    /// The same words but for one or two: a line as it stood before somebody changed it.
    func varied(_ dice: inout Dice) -> Words {
        let other = Words(&dice)
        var words = self
        words.field = other.field
        words.number = other.number
        words.mark = other.mark
        if dice.chance(0.5) { words.verb = other.verb } else { words.otherNoun = other.otherNoun }
        if dice.chance(0.3) { words.noun = other.noun }
        return words
    }

    func write(_ blank: Template.Blank, to bytes: inout [UInt8]) {
        switch blank {
        case .noun: bytes += Lexicon.nouns[noun]
        case .capitalNoun: bytes.append(capital: Lexicon.nouns[noun])
        case .otherNoun: bytes += Lexicon.nouns[otherNoun]
        case .capitalOtherNoun: bytes.append(capital: Lexicon.nouns[otherNoun])
        case .verb: bytes += Lexicon.verbs[verb]
        case .capitalVerb: bytes.append(capital: Lexicon.verbs[verb])
        case .field: bytes += Lexicon.fields[field]
        case .capitalField: bytes.append(capital: Lexicon.fields[field])
        case .otherField: bytes += Lexicon.fields[otherField]
        case .adjective: bytes += Lexicon.adjectives[adjective]
        case .number: bytes += String(number).utf8
        case .mark: for shift in stride(from: 20, through: 0, by: -4) { bytes.append(hex: mark >> UInt32(shift)) }
        }
    }

    /// A place in a list, the first ones far more often: as words are used.
    private static func common(_ count: Int, _ dice: inout Dice) -> Int {
        let unit = dice.unit()
        return Int(unit * unit * Double(count))
    }
}

extension [UInt8] {
    fileprivate mutating func append(capital word: [UInt8]) {
        guard let first = word.first else { return }
        append(first & ~0x20)
        self += word.dropFirst()
    }

    fileprivate mutating func append(hex number: UInt32) {
        let digit = UInt8(number & 15)
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
}
