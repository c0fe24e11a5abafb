/// Statements, blocks and assignments.
extension Walk {
    mutating func beginStatement(_ place: Int) {
        top.statementFrom = Int32(place)
        top.argumentFrom = Int32(place)
        guard dialect.layout == .indentation, top.kind == .base || top.kind == .block else { return }
        let column = Int(pieces[place].column)
        guard pieces[place].beginsLine else { return }
        // Ruby's `end` and `else` stand under their heads and end nothing more.
        while let block = blocks.last, block.column >= 0, block.column >= column, block.frames > frames.count - 1 {
            leave(block, at: place)
        }
    }

    mutating func leave(_ open: Block, at place: Int) {
        blocks.removeLast()
        let block = ended(open, at: place)
        steps &+= bindings.mark - block.journal
        if block.function >= 0 {
            functions[Int(block.function)].to = Int32(place)
            bindings.leaveFunction(block.journal)
            function = functions[Int(block.function)].outer
        } else {
            let cleared = block.clearing.isEmpty ? block.clearing : safe(behind: block)
            ended = Ended(
                within: bindings[block.within]?.cleared == .max ? block.within : .none,
                subject: block.choice?.subject ?? block.subject, isBegin: block.choice != nil)
            if block.isTry { attempt = Attempt(changes: bindings.changes(since: block.journal)) }
            bindings.leaveBlock(block.journal, wasLeft: block.wasLeft && !block.wasJump)
            if block.isCatch { caught(block) }
            if cleared.root != .none { clear(cleared.root, .max) }
            if cleared.address != .none { clear(cleared.address, set.hostKinds) }
            if let choice = block.choice, choice.isSettled { clear(choice.subject, .max) }
            if let outer = blocks.indices.last, let choice = blocks[outer].choice {
                if choice.body == block.open, block.open >= 0 {
                    blocks[outer].choice?.isBodyLeft = block.wasLeft && !block.wasJump
                } else if block.open < 0, choice.subject == cleared.root {
                    blocks[outer].choice?.isSettled = true
                }
            }
        }
    }

    /// What failed does not get behind the block where it is left, or `if a not in allowed: a = "b"` puts another in its place.
    private func safe(behind block: Block) -> Asked {
        if block.wasLeft { return block.clearing }
        func isReplaced(_ word: Word) -> Bool {
            guard word != .none, let value = bindings[word] else { return false }
            return value.marks.isDisjoint(with: [.outside, .parameter, .unbound])
                && bindings.wasTainted(word, at: block.journal)
        }
        var clearing = block.clearing
        if !isReplaced(clearing.root) { clearing.root = .none }
        if !isReplaced(clearing.address), !isReplaced(bindings[clearing.address]?.via ?? .none) {
            clearing.address = .none
        }
        return clearing
    }

    mutating func endStatement(at place: Int) {
        while top.kind == .command {
            let before = frames.count
            _ = closeTop(at: place)
            if frames.count == before { break }
        }
        fold()
        finishMembership()
        let value = top.hasSum ? top.sum : .unknown
        if top.hasSum { seenBuilt(value) }
        if piece(Int(top.statementFrom))?.byte == UInt8(ascii: "@"), Self.routes.contains(top.raw.last) {
            pendingHandler = true
        }
        if targets.count > Int(top.firstTarget) {
            if top.assigning != .none { assignTargets(value, at: place) }
            targets.removeSubrange(Int(top.firstTarget)...)
        }
        let role = top.headRole
        if role == .leave {
            if top.head == Dialect.return { returned(top.hasSum ? value : .constant, at: place) }
            if let block = blocks.indices.last, !top.isHeaded {
                blocks[block].wasLeft = true
                blocks[block].wasJump = Self.jumps.contains(top.head)
            }
        } else if top.hasSum || top.hasOperand, let block = blocks.indices.last, role == nil {
            blocks[block].wasLeft = endsProgram()
            if dialect.hasCommandCalls, top.assigning == .none, top.hasSum { lastValue(value, at: place) }
        }
        if top.isHeaded {
            let behind = role == .leave ? top.behind : fixedByHead(before: place).behind
            if bindings[behind] != nil { clear(behind, .max) }
            (top.isHeaded, top.behind) = (false, .none)
        }
        if role == .loop, top.member != nil || top.hasSum { loopHead(value, at: place) }
        let isHead = role == .condition || role == .loop || role == .otherwise || role == .block
        if isHead || pending >= 0, dialect.layout == .indentation, top.statementFrom < Int32(place) {
            openIndented(at: place)
        }
        (top.hasSum, top.hasOperand, top.sign, top.assigning) = (false, false, .none, .none)
        (top.head, top.headRole, top.isCondition, top.isType, top.member) = (.none, nil, false, false, nil)
        top.isMember = false
        (top.keyword, top.keyPiece) = (.none, -1)
        held.removeAll(keepingCapacity: true)
        arguments.removeSubrange(Int(top.firstArgument)...)
        top.statementFrom = Int32(place)
        top.argumentFrom = Int32(place)
    }

    /// The last statement of a block called what does not come back.
    private func endsProgram() -> Bool { Self.endings.contains(top.raw.last) }

    private static let jumps = WordSet(["break", "continue", "next", "last"].map { Word($0) })

    /// What decorates a function that answers requests.
    private static let routes = WordSet(
        ["route", "get", "post", "put", "delete", "patch", "api_view", "websocket", "head", "options"].map {
            Word($0).joined(.call)
        })

    private static let endings = WordSet(
        ["exit", "_exit", "abort", "die", "panic", "fail", "quit", "Exit", "Fatal", "Fatalf", "fatalError"].map {
            Word($0).joined(.call)
        })

    /// A head such as `if …` ends where its block begins.
    mutating func endHead(at place: Int) {
        fold()
        finishMembership()
        let value = top.hasSum ? top.sum : .unknown
        if targets.count > Int(top.firstTarget) {
            if top.assigning != .none { assignTargets(value, at: place) }
            targets.removeSubrange(Int(top.firstTarget)...)
        }
        if top.headRole == .loop { loopHead(value, at: place) }
        (top.hasSum, top.hasOperand, top.sign, top.assigning) = (false, false, .none, .none)
        (top.head, top.headRole, top.isCondition, top.isType, top.member) = (.none, nil, false, false, nil)
        top.isMember = false
    }

    private mutating func openIndented(at place: Int) {
        guard blocks.count < Pieces.deepest, let start = piece(Int(top.statementFrom)) else {
            pending = -1
            return
        }
        var block = Block(column: Int(lineColumn(of: start)), journal: bindings.mark, frames: frames.count)
        let fixed = fixedByHead(before: place)
        block.choice = choice(headFrom: Int(top.statementFrom), to: place)
        begin(&block, head: top.head, fixed, at: place)
        enterFunction(&block, at: place)
        blocks.append(block)
        if block.function >= 0 { bindParameters(of: Int(block.function)) }
    }

    /// What the head of a block says of it.
    mutating func begin(_ block: inout Block, head: Word, _ fixed: Fixed, at place: Int) {
        (block.clearing, clearing) = (clearing, Asked())
        if block.clearing.root == .none { block.clearing.root = fixed.behind }
        holdWithin(&block, head)
        var within = fixed.within
        var isElse = isElse(before: place)
        var isFirst = head == Words.if
        if let arm = arm(&block, head: head, before: place) {
            (within, isElse, isFirst) = (arm.within, arm.isDefault, arm.isFirst)
        }
        if isElse {
            if block.clearing.root == .none { block.clearing.root = ended.within }
        } else {
            if bindings[within] != nil { clear(within, .max) }
            if within == .none { within = held.first?.word ?? .none }
            block.within = isFirst || within == ended.within ? within : .none
        }
        held.removeAll(keepingCapacity: true)
        block.isTry = Self.attempts.contains(head)
        block.isCatch = Self.catches.contains(head)
    }

    private func isElse(before place: Int) -> Bool {
        guard let last = piece(place - 1) else { return false }
        return last.word == Words.else || last.word == .sign(":") && piece(place - 2)?.word == Words.else
    }

    /// What a list was asked for is known in the block, and not behind it.
    private mutating func holdWithin(_ block: inout Block, _ head: Word) {
        guard !held.isEmpty, Self.questions.contains(head) else { return held.removeAll(keepingCapacity: true) }
        let now = held.map { bindings[$0.word] }
        for asked in held { bindings.set(asked.word, asked.before) }
        block.journal = bindings.mark
        for (asked, value) in zip(held, now) { bindings.set(asked.word, value) }
    }

    private static let questions = WordSet(["if", "elif", "elsif", "elseif", "else"].map { Word($0) })

    private static let attempts: [Word] = [Words.try, Words.do, Words.begin]
    private static let catches: [Word] = [Words.catch, Words.except, Words.rescue]

    /// Where all that catches leaves, what was done in the `try` was done to its end.
    private mutating func caught(_ block: Block) {
        guard !attempt.isLost else { return }
        let wasDone = attempt.isDone
        (attempt.isDone, attempt.isLost) = (block.wasLeft, !block.wasLeft)
        guard block.wasLeft != wasDone else { return }
        for change in attempt.changes {
            var value = change.after
            if !block.wasLeft { value.join(change.before) }
            if change.after.marks.contains(.name) { value.marks.insert(.name) }
            bindings.put(value, at: change.place)
        }
        steps &+= attempt.changes.count
    }

    /// The block is the body of the function whose head was read.
    mutating func enterFunction(_ block: inout Block, at place: Int) {
        guard pending >= 0 else { return }
        block.function = pending
        functions[Int(pending)].from = Int32(place)
        functions[Int(pending)].hasBody = true
        functions[Int(pending)].outer = function
        function = pending
        pending = -1
    }

    private func lineColumn(of piece: Piece) -> UInt16 { piece.column }

    /// `for a in b`: what is gone through gives what is taken from it.
    private mutating func loopHead(_ value: Value, at place: Int) {
        guard let from = top.member, from.root != .none else { return }
        var value = value
        value.marks.remove([.text, .built, .collection, .name])
        bindings.set(from.root, value)
    }

    mutating func assignTargets(_ value: Value, at place: Int) {
        guard top.assigning != .none else { return }
        for index in Int(top.firstTarget)..<targets.count {
            let target = targets[index]
            matchAssignment(target, value, at: place)
            assign(target, value)
        }
        targets.removeSubrange(Int(top.firstTarget)...)
    }

    private mutating func assign(_ target: Target, _ value: Value) {
        if target.isPart {
            // What was put in is in it from now on.
            guard value.isDynamic, value.marks.contains(.outside), value.cleared != .max, target.root != .none else {
                return
            }
            bindings.change(target.root) { $0.join(value) }
            return
        }
        var value = value
        if value.module >= 0 {
            // `const { exec } = require("child_process")`
            var chain = origins[Int(value.module)]
            if target.isTaken { chain.append(target.raw.last) }
            imports.set(target.raw.last, chain)
            bindings.set(target.raw.full, nil)
            return
        }
        if target.isTaken {
            value.origin = -1
            value.marks.remove([.text, .built, .collection])
        }
        if !value.marks.isDisjoint(with: [.outside, .parameter, .built]), value.cleared != .max {
            trail.append(Trail(kind: .name, before: value.trail, from: target.from, to: target.to))
            value.trail = Int32(trail.count - 1)
        }
        // What was taken from a list is itself no part of one: `a = b["c"]; a = "d"`
        value.marks.remove([.unbound, .name, .indexed])
        if !value.marks.contains(.called) { value.origin = -1 }
        if !value.marks.contains(.host) { value.via = value.root }
        bindings.set(target.raw.full, value)
    }

    // MARK: Keywords

    mutating func keyword(_ place: Int) -> Int {
        let piece = pieces[place]
        if set.nearWords.contains(piece.word) {
            nearPlaces.change(piece.word, standard: []) { $0.append(Int32(place)) }
        }
        if top.isMember, top.hasOperand {
            extend(piece.word, place)
            return place + 1
        }
        if dialect.functionWords.contains(piece.word), let end = function(definedAt: place) { return end }
        if let next = self.piece(place + 1), next.word == .sign(":"), isKeyPlace(place) {
            key(piece.word, place)
            return place + 2
        }
        if dialect.isC, piece.word == Words.sizeof { return sizeOf(place) }
        var role = KeywordRole.all[piece.word] ?? .name
        if dialect.layout == .commands, role == .command || role == .leave || role == .name {
            return commandWord(place)
        }
        let isFirst = !top.hasOperand && !top.hasSum && top.head == .none
        if role == .command, let next = self.piece(place + 1), next.byte == UInt8(ascii: "("), next.kind == .open,
            !dialect.usesDollar
        {
            role = .name
        }
        if role == .loop, dialect.isPython || dialect.hasCommandCalls, !isFirst {
            // A comprehension, or a modifier behind its statement.
            if top.holdsStatements, dialect.hasCommandCalls { endStatement(at: place) }
            seen(.logic)
            return place + 1
        }
        switch role {
        case .name:
            name(piece.word, place, isConstant: false)
        case .transparent, .ends:
            if role == .ends, dialect.hasCommandCalls, top.holdsStatements { endStatement(at: place + 1) }
        case .condition:
            if !isFirst, dialect.isPython, piece.word == Words.if {
                // `a if condition else b`
                fold()
                seen(.logic)
                top.kept = top.hasSum ? top.sum : nil
                (top.hasSum, top.sign) = (false, .none)
                top.isCondition = true
                return place + 1
            }
            if !isFirst, dialect.hasCommandCalls {
                // `statement if condition`: what is asked comes too late to be heard by the statement.
                let leaves = top.headRole == .leave
                endStatement(at: place)
                if leaves, let block = blocks.indices.last { blocks[block].wasLeft = false }
                top.isHeaded = leaves
                top.statementFrom = Int32(place)
                top.headRole = .transparent
                top.isCondition = true
                top.head = piece.word
                return place + 1
            }
            if top.holdsStatements {
                top.isCondition = true
                if isFirst { (top.head, top.headRole) = (piece.word, .condition) }
            }
        case .otherwise:
            if let kept = top.kept {
                fold()
                finishMembership()
                var kept = kept
                // `a if a in allowed else b`
                if kept.root != .none, bindings[kept.root]?.cleared == .max { kept.clear(.max) }
                (top.sum, top.hasSum, top.sign) = (kept, true, .logic)
                top.kept = nil
            } else if top.holdsStatements {
                (top.head, top.headRole) = (piece.word, .otherwise)
            }
        case .loop, .block:
            if top.holdsStatements, isFirst { (top.head, top.headRole) = (piece.word, role) }
            if role == .block, dialect.hasCommandCalls, piece.word == Words.do { return blockOfRuby(place) }
        case .leave:
            if top.holdsStatements {
                if !isFirst, let role = top.headRole {
                    if role == .condition || role == .otherwise, dialect.layout == .braces {
                        (top.isHeaded, top.behind) = (true, fixedByHead(before: place).behind)
                    }
                    endHead(at: place)
                }
                (top.head, top.headRole) = (piece.word, .leave)
                top.argumentFrom = Int32(place) + 1
            }
        case .logic:
            seen(.logic)
        case .comparison:
            seen(.comparison)
        case .membership:
            membership(place)
        case .importing, .from:
            if top.holdsStatements, isFirst { return importing(place) }
        case .command:
            openKeywordCommand(place)
        case .lambda:
            var end = place + 1
            while end < pieces.count, end < place + 24, pieces[end].word != .sign(":") {
                if pieces[end].kind == .word { bindings.set(Chain(pieces[end].word).full, .unknown) }
                end += 1
            }
            steps &+= end - place
            return min(end + 1, pieces.count)
        case .as:
            if dialect.isPython, let next = self.piece(place + 1), next.kind == .word {
                // `with open(x) as f`
                fold()
                var value = top.hasSum ? top.sum : .unknown
                value.marks.remove([.unbound, .name, .indexed])
                bindings.set(Chain(next.word).full, value)
                return place + 2
            }
            if !dialect.isPython { top.isType = dialect.layout == .braces && top.kind != .base && top.kind != .block }
        }
        return place + 1
    }

    /// `sizeof(a)`, `sizeof a`, `sizeof *a`: fixed, whatever it is of.
    private mutating func sizeOf(_ place: Int) -> Int {
        var end = place + 1
        while let next = piece(end), next.word == .sign("*") { end += 1 }
        begin(Value(literal: Int32(place)), at: place)
        guard let next = piece(end) else { return end }
        if next.kind == .open, next.partner > Int32(end) { return min(Int(next.partner) + 1, pieces.count) }
        return next.kind == .word ? end + 1 : end
    }

    /// `do |a, b|`
    private mutating func blockOfRuby(_ place: Int) -> Int {
        if top.kind == .command { _ = closeTop(at: place) }
        if top.holdsStatements {
            let start = top.statementFrom
            top.headRole = .block
            top.head = pieces[place].word
            var end = place + 1
            if let next = piece(end), next.word == .sign("|"), !next.beginsLine {
                end += 1
                while end < pieces.count, end < place + 20, pieces[end].word != .sign("|") {
                    if pieces[end].kind == .word { bindings.set(Chain(pieces[end].word).full, .unknown) }
                    end += 1
                }
                end += 1
            }
            top.statementFrom = start
            endStatement(at: min(end, pieces.count))
            return min(end, pieces.count)
        }
        return place + 1
    }

    /// `a in b`; in the head of a loop `a` gets what `b` holds.
    private mutating func membership(_ place: Int) {
        let last = top.hasOperand ? top.operand : .constant
        fold()
        top.member = top.hasSum ? top.sum : nil
        // `not url or url.netloc not in allowed`
        if last.marks.contains(.host) { top.member = last }
        top.isNotMember = piece(place - 1)?.word == Words.not
        if let root = top.member?.root, root == .none, top.raw.count > 0 { top.member?.root = top.raw.full }
        if top.sum.marks.isDisjoint(with: .name), top.headRole == .loop { top.member?.root = top.raw.full }
        (top.hasSum, top.sign) = (false, .none)
    }
}
