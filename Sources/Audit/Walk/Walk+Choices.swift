/// `switch`, `match`, `when`: in an arm of literals a name is one of them, and behind them all where the rest is sent away.
extension Walk {
    private static let choosers = WordSet(["switch", "match", "when", "case"].map { Word($0) })
    private static let defaults = WordSet(["default", "else", "_"].map { Word($0) })
    private static let arrows = WordSet([.sign("->"), .sign("=>")])
    /// So many pieces a label may have.
    private static let longestLabel = 64

    // MARK: - Braces

    /// What the block that opens here chooses by: `switch (a) {`, `match a {`.
    func choice(openedAt place: Int) -> Choice? {
        guard !dialect.isC, place >= 2 else { return nil }
        var name = place - 1
        var head = place - 2
        if pieces[name].kind == .close {
            let open = Int(pieces[name].partner)
            guard pieces[name].byte == UInt8(ascii: ")"), open > 0, name - open == 2 else { return nil }
            (name, head) = (open + 1, open - 1)
        }
        return choice(by: name, head: head)
    }

    private func choice(by name: Int, head: Int) -> Choice? {
        guard pieces[name].kind == .word, Self.choosers.contains(pieces[head].word) else { return nil }
        let subject = Chain(pieces[name].word).full
        guard let before = bindings[subject] else { return nil }
        return Choice(subject: subject, before: before, hasCases: pieces[head].word == Words.switch)
    }

    /// An arm begins at a piece of a block that chooses: gives the piece behind its label, where nothing in it is of interest.
    mutating func arm(at place: Int) -> Int? {
        guard let last = blocks.indices.last, blocks[last].frames == frames.count, var choice = blocks[last].choice,
            let label = label(at: place, hasCases: choice.hasCases)
        else { return nil }
        if Int(top.statementFrom) < place { endStatement(at: place) }
        choice.begin(label, at: place, wasLeft: blocks[last].wasLeft && !blocks[last].wasJump)
        (blocks[last].wasLeft, blocks[last].wasJump) = (false, false)
        blocks[last].choice = choice
        bindings.set(choice.subject, choice.before)
        guard label.isFixed || label.isDefault else { return nil }
        if label.isFixed { clear(choice.subject, .max) }
        top.statementFrom = Int32(label.end)
        top.argumentFrom = Int32(label.end)
        return label.end
    }

    /// `case "a": {`
    func opensArm(_ place: Int) -> Bool {
        guard let block = blocks.indices.last, blocks[block].frames == frames.count else { return false }
        return blocks[block].choice?.body == Int32(place)
    }

    private mutating func label(at place: Int, hasCases: Bool) -> Choice.Label? {
        let first = pieces[place]
        let isCase = first.word == Words.case
        if Self.defaults.contains(first.word), let next = piece(place + 1), isEndOfLabel(next) {
            return Choice.Label(isDefault: true, end: place + 2)
        }
        guard isCase || !hasCases else { return nil }
        var at = isCase ? place + 1 : place
        if let end = literals(from: at), let next = piece(end), isEndOfLabel(next) {
            return Choice.Label(isFixed: true, end: end + 1)
        }
        if isCase { return Choice.Label(end: at) }
        while at < pieces.count, at - place < Self.longestLabel {
            let piece = pieces[at]
            steps &+= 1
            if piece.kind == .close || at > place && piece.beginsLine { return nil }
            if Self.arrows.contains(piece.word) { return Choice.Label(end: at + 1) }
            at = piece.kind == .open && Int(piece.partner) > at ? Int(piece.partner) + 1 : at + 1
        }
        return nil
    }

    private func isEndOfLabel(_ piece: Piece) -> Bool { piece.word == .sign(":") || Self.arrows.contains(piece.word) }

    /// The piece behind `"a", "b"` or `"a" | "b"`; `nil` where something else stands there.
    private mutating func literals(from place: Int) -> Int? {
        var at = place
        while at - place < Self.longestLabel, let piece = piece(at) {
            // PHP: `"1; ls" == 1` holds, or did.
            guard piece.kind == .string || piece.kind == .number && !dialect.usesDollar else { return nil }
            at += 1
            steps &+= 1
            guard let next = self.piece(at), next.word == .sign(",") || next.word == .sign("|") else { return at }
            at += 1
        }
        return nil
    }

    /// What a block that chooses tells of all its arms, at its end.
    func ended(_ block: Block, at place: Int) -> Block {
        guard var choice = block.choice, choice.arms > 0 else { return block }
        var block = block
        choice.end(at: place, wasLeft: block.wasLeft && !block.wasJump)
        block.choice = choice
        (block.wasLeft, block.wasJump) = (choice.isLeft, false)
        return block
    }

    // MARK: - Indentation

    /// `match a:`, `case a`
    func choice(headFrom from: Int, to place: Int) -> Choice? {
        var to = place
        if to > from, pieces[to - 1].word == .sign(":") { to -= 1 }
        return to - from == 2 ? choice(by: from + 1, head: from) : nil
    }

    /// An arm that is a block of its own: `case "a":`, `when "a", "b"`.
    struct Arm {
        /// The name that is one of some literals in it.
        var within = Word.none
        var isDefault = false
        var isFirst = false
    }

    mutating func arm(_ block: inout Block, head: Word, before place: Int) -> Arm? {
        let from = Int(top.statementFrom)
        guard dialect.layout == .indentation, from < place else { return nil }
        if head == Words.case, let parent = blocks.indices.last, let choice = blocks[parent].choice {
            blocks[parent].choice?.begin(Choice.Label(end: place), at: place, wasLeft: false)
            let isDefault = piece(from + 1)?.word == Words.underscore && place - from == 3
            let isFixed = literals(from: from + 1) == place - 1
            return Arm(
                within: isFixed ? choice.subject : .none, isDefault: isDefault, isFirst: choice.arms == 0)
        }
        guard head == Words.when, ended.subject != .none else { return nil }
        block.subject = ended.subject
        let to = pieces[place - 1].word == Words.then ? place - 1 : place
        return Arm(within: literals(from: from + 1) == to ? ended.subject : .none, isFirst: ended.isBegin)
    }
}
