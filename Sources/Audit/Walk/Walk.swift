/// One walk over the pieces of a text, statement by statement: what each name is worth, what is called with what, and
/// where a rule speaks of it.
///
/// Each piece is looked at a bounded number of times, and nothing is looked up but by name, so time and memory grow
/// linearly with the text.
struct Walk {
    let set: RuleSet
    let dialect: Dialect
    let names: NameTable.View
    let bytes: UnsafeBufferPointer<UInt8>
    let pieces: UnsafeBufferPointer<Piece>

    var frames: [Frame] = []
    var top: Frame
    var arguments: [Argument] = []
    var targets: [Target] = []
    var bindings = Bindings()
    var blocks: [Block] = []
    var functions: [Function]
    var function: Int32 = 0
    var trail: [Trail] = []
    /// What values were made by.
    var origins: [Chain] = []
    var candidates: [Candidate] = []
    /// Names that imports give: what they stand for.
    var imports = WordMap<Chain>()
    var functionNames = WordMap<Int32>()
    /// Names that more than one function has.
    var overloaded: Set<Word> = []
    /// Functions whose body begins with the next block.
    var pending: Int32 = -1
    var pendingHandler = false
    /// Calls of functions of the text with what comes from outside: the function, the position, the way of the value.
    var inner: [Inner] = []
    /// Where words stand that rules want to be near or not.
    var nearPlaces = WordMap<[Int32]>()
    /// Words that say by their parts whether they make safe.
    var cleaners = WordMap<Bool>()
    /// What the next block makes safe if it is left at its end.
    var clearing = Asked()
    /// What a list was asked for in the head that is read, and what it was worth before.
    var held: [(word: Word, before: Value)] = []
    /// What the block that ended last was about: what else there is stands next.
    var ended = Ended()
    /// The `try` that ended last: what catches its failures stands next.
    var attempt = Attempt()
    /// Where text that is put together was reported from.
    var reported: Set<Int32> = []
    /// Go: packages, by their paths.
    var importedPackages: Set<Word> = []
    var textTemplate = -1
    /// Python: whether the text speaks of Django, once it was asked.
    var isDjango: Bool?
    /// C: how long an array is declared, as the piece that says it.
    var arrays: [Word: (piece: Int32, function: Int32)] = [:]
    /// Pieces that functions and loops were looked through for, once more than once.
    var spent = 0
    /// The pieces that were looked at, for tests of the work that is done.
    var steps = 0

    init(_ set: RuleSet, _ bytes: UnsafeBufferPointer<UInt8>, _ pieces: UnsafeBufferPointer<Piece>) {
        self.set = set
        self.bytes = bytes
        self.pieces = pieces
        dialect = set.dialect
        names = set.names.view
        functions = [Function(from: 0, to: Int32(pieces.count))]
        top = Frame(.base, open: -1, end: .max, arguments: 0, targets: 0)
    }

    mutating func run() {
        var place = 0
        let count = pieces.count
        while place < count {
            steps &+= 1
            if top.end <= place {
                place = closeTop(at: place)
                continue
            }
            place = step(place)
        }
        while !frames.isEmpty { _ = closeTop(at: count) }
        endStatement(at: count)
        while let block = blocks.last { leave(block, at: count) }
    }

    @inline(__always)
    mutating func step(_ place: Int) -> Int {
        let piece = pieces[place]
        if top.holdsStatements, piece.beginsLine || piece.kind == .keyword {
            if top.kind == .block, let next = arm(at: place) { return next }
            if piece.beginsLine, dialect.linesEndStatements, endsBefore(place) { endStatement(at: place) }
            if Int(top.statementFrom) == place || isStatementStart(place) { beginStatement(place) }
        } else if top.kind == .command, piece.beginsLine, dialect.linesEndStatements, endsBefore(place) {
            // The arguments end with their line.
            return closeTop(at: place)
        }
        switch piece.kind {
        case .word: return word(place)
        case .keyword: return keyword(place)
        case .constant: return constant(place)
        case .number, .regex: return literal(place)
        case .string: return string(place)
        case .option: return option(place)
        case .directive: return directive(place)
        case .open: return open(place)
        case .close:
            // One that closes nothing here.
            if piece.byte == UInt8(ascii: "}"), top.holdsStatements { endStatement(at: place + 1) }
            return place + 1
        case .sign: return sign(place)
        }
    }

    private func isStatementStart(_ place: Int) -> Bool { !top.hasOperand && !top.hasSum && top.head == .none }

    /// Whether the line break before a piece ends the statement.
    private func endsBefore(_ place: Int) -> Bool {
        guard place > 0 else { return true }
        let last = pieces[place - 1]
        if last.kind == .sign, last.byte == UInt8(ascii: "\\") { return false }
        if dialect.isPython || dialect.layout == .commands { return true }
        if last.kind == .sign {
            switch last.word {
            case .sign("++"), .sign("--"), .sign(";"), .sign("!"), .sign("?"), .sign("*"), .sign("&"), .sign("|"): break
            case .sign(":"): break
            default: return false
            }
        }
        let next = pieces[place]
        guard next.kind == .sign else { return true }
        switch next.word {
        case .sign("."), .sign("?."), .sign("&."), .sign("?"), .sign(":"), .sign("&&"), .sign("||"), .sign("+"),
            .sign("->"), .sign("="), .sign("=>"), .sign("??"), .sign("?:"):
            return false
        default: return true
        }
    }

    /// Functions within functions are looked through more than once; not without end.
    mutating func spend(_ count: Int) -> Bool {
        guard spent + count < pieces.count * 8 + 1000 else { return false }
        spent += count
        steps &+= count
        return true
    }

    func text(_ piece: Int) -> String {
        guard pieces.indices.contains(piece) else { return "" }
        return String(decoding: bytes[Int(pieces[piece].start)..<Int(pieces[piece].end)], as: UTF8.self)
    }

    func text(_ from: Int32, _ to: Int32, limit: Int = 60) -> String {
        guard from >= 0, to >= from, Int(to) < pieces.count else { return "" }
        let (start, end) = (Int(pieces[Int(from)].start), Int(pieces[Int(to)].end))
        guard end > start else { return "" }
        let words = Self.onOneLine(bytes[start..<min(end, start + limit * 2)])
        return words.count > limit || end > start + limit * 2 ? words.prefix(limit) + "…" : words
    }

    /// Its words with one blank between them.
    private static func onOneLine(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard text.allSatisfy({ $0 < 0x80 }) else {
            return String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
        }
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        for byte in text {
            let isBlank = byte == 0x20 || 0x09...0x0D ~= byte
            if !isBlank { line.append(byte) } else if let last = line.last, last != 0x20 { line.append(0x20) }
        }
        if line.last == 0x20 { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    /// The word that so many bytes are.
    func word(from start: Int, _ count: Int) -> Word {
        guard let base = bytes.baseAddress else { return .none }
        return Word(base + start, count)
    }

    func piece(_ place: Int) -> Piece? { place >= 0 && place < pieces.count ? pieces[place] : nil }
}
