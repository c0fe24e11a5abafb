/// Line after line of made-up code in one style.
struct CodeLines {
    private let style: CodeStyle
    private var part: Template
    private var place: Int
    private var words: Words
    private var dice: Dice
    /// The lines that `changed` can go back to: what they were made from.
    private var sources: [(line: Template.Line, words: Words)] = []

    /// - Parameter isNew: whether the lines begin a file.
    init(_ style: CodeStyle, isNew: Bool = false, dice: inout Dice) {
        self.style = style
        var own = Dice(seed: dice.next())
        words = Words(&own)
        part = isNew ? style.header : own.pick(style.parts)
        // An edit begins anywhere.
        place = isNew || own.chance(0.5) ? 0 : own.below(part.lines.count)
        self.dice = own
    }

    mutating func next() -> [UInt8] {
        if place > part.lines.count {
            part = dice.pick(style.parts)
            place = 0
            words = Words(&dice)
        }
        defer { place += 1 }
        guard place < part.lines.count else { return [] }
        let line = part.lines[place]
        if line.hasBlanks { sources.append((line, words)) }
        return line.text(words)
    }

    /// Forgets what it has made: later changes are to lines that come now.
    mutating func mark() {
        sources.removeAll(keepingCapacity: true)
    }

    /// As many lines as they may have stood before, in the place of those that came since the mark.
    mutating func former(_ count: Int) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        lines.reserveCapacity(count)
        if sources.isEmpty {
            let other = style.parts[0]
            sources.append((other.lines[0], words))
        }
        for index in 0..<count {
            let source = sources[index % sources.count]
            lines.append(source.line.text(source.words.varied(&dice)))
        }
        return lines
    }
}
