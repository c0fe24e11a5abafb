extension ChangeFact {
    private static let states: [ChangeRecord.State?] = [nil, .open, .merged, .closed]

    /// In the order in which they are written.
    private var moments: [Int64?] {
        [createdAt, readyAt, firstCommitAt, firstReviewAt, mergedAt, closedAt, seenAt]
    }

    /// Which of what may be missing is there, a bit each, and what has few values.
    private var flags: UInt64 {
        var flags = UInt64(Self.states.firstIndex(of: state) ?? 0)
        if isBot { flags |= 4 }
        if kind != nil { flags |= 8 }
        if lines != nil { flags |= 16 }
        if lateCommits != nil { flags |= 32 }
        flags |= (hasConflicts.map { $0 ? 2 : 1 } ?? 0) << 6
        flags |= (generated.map { $0 == 1 ? 2 : $0 == 0 && $0.sign == .plus ? 1 : 3 } ?? 0) << 8
        for (bit, moment) in moments.enumerated() where moment != nil { flags |= 1 << (10 + bit) }
        return flags
    }

    static func pack(_ facts: [ChangeFact], from start: Int64) -> [UInt8] {
        var page = PageWriter()
        var number: Int64 = 0
        for fact in facts {
            page.put(fact.flags)
            page.put(fact.number, since: number)
            number = fact.number
            if let kind = fact.kind { page.put(word: kind) }
            var base = start
            for moment in fact.moments.compactMap(\.self) {
                page.put(moment, since: base)
                base = moment
            }
            if let lines = fact.lines { page.put(lines) }
            if let late = fact.lateCommits { page.put(late) }
            if fact.flags >> 8 & 3 == 3, let generated = fact.generated { page.put(generated) }
        }
        return page.bytes
    }

    /// - Returns: `false` of damaged bytes; what was told until then is to be forgotten.
    static func unpack(
        _ bytes: UnsafeRawBufferPointer, from start: Int64, repository: String, _ take: (ChangeFact) -> Void
    ) -> Bool {
        var page = PageReader(bytes)
        var number: Int64 = 0
        while !page.isAtEnd {
            let flags = page.number()
            number = page.signed(since: number)
            var fact = ChangeFact(number: number, repository: repository, isBot: flags & 4 != 0)
            fact.state = Self.states[Int(flags & 3)]
            if flags & 8 != 0 {
                let kind = page.word()
                fact.kind = page.words[kind]
            }
            var base = start
            func moment(_ bit: UInt64) -> Int64? {
                guard flags & 1 << (10 + bit) != 0 else { return nil }
                base = page.signed(since: base)
                return base
            }
            fact.createdAt = moment(0)
            fact.readyAt = moment(1)
            fact.firstCommitAt = moment(2)
            fact.firstReviewAt = moment(3)
            fact.mergedAt = moment(4)
            fact.closedAt = moment(5)
            fact.seenAt = moment(6)
            if flags & 16 != 0 { fact.lines = page.signed() }
            if flags & 32 != 0 { fact.lateCommits = page.signed() }
            fact.hasConflicts = flags >> 6 & 3 == 0 ? nil : flags >> 6 & 3 == 2
            switch flags >> 8 & 3 {
            case 1: fact.generated = 0
            case 2: fact.generated = 1
            case 3: fact.generated = page.double()
            default: break
            }
            if !page.isDamaged { take(fact) }
        }
        return !page.isDamaged
    }
}
