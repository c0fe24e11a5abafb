/// A commit of the main line as a row has it: what it takes back is still in words.
struct CommitRow {
    var fact: CommitFact
    var reverts: String?
    var otherTokens: Int64?
    var otherBits: Double

    init(_ row: StatementRow) {
        fact = CommitFact(
            hash: row.text(0) ?? "", authoredAt: row.number(1), landedAt: row.number(2), isMerge: row.number(3) != 0,
            isFirst: row.number(4) != 0, isBot: row.number(5) != 0, isGenerated: row.number(6) != 0,
            conflicts: row.int(8))
        reverts = row.text(7)
        otherTokens = row.int(9)
        otherBits = row.double(10)
    }

    private init(fact: CommitFact, reverts: String?, otherTokens: Int64?, otherBits: Double) {
        self.fact = fact
        self.reverts = reverts
        self.otherTokens = otherTokens
        self.otherBits = otherBits
    }

    static func pack(_ rows: [CommitRow], from start: Int64) -> [UInt8] {
        var page = PageWriter()
        var landed = start
        for row in rows {
            let fact = row.fact
            var flags: UInt64 = fact.isMerge ? 1 : 0
            if fact.isFirst { flags |= 2 }
            if fact.isBot { flags |= 4 }
            if fact.isGenerated { flags |= 8 }
            if fact.conflicts != nil { flags |= 16 }
            if row.reverts != nil { flags |= 32 }
            if row.otherTokens != nil { flags |= 64 }
            page.put(flags)
            page.put(Array(fact.hash.utf8))
            page.put(fact.landedAt, since: landed)
            landed = fact.landedAt
            page.put(fact.authoredAt, since: landed)
            if let conflicts = fact.conflicts { page.put(conflicts) }
            if let words = row.reverts { page.put(Array(words.utf8)) }
            if let tokens = row.otherTokens {
                page.put(tokens)
                page.put(row.otherBits)
            }
        }
        return page.bytes
    }

    /// - Returns: `false` of damaged bytes; what was told until then is to be forgotten.
    static func unpack(
        _ bytes: UnsafeRawBufferPointer, from start: Int64, _ take: (CommitRow) throws -> Void
    ) rethrows -> Bool {
        var page = PageReader(bytes)
        var landed = start
        while !page.isAtEnd {
            let flags = page.number()
            let hash = page.text()
            landed = page.signed(since: landed)
            let fact = CommitFact(
                hash: hash, authoredAt: page.signed(since: landed), landedAt: landed, isMerge: flags & 1 != 0,
                isFirst: flags & 2 != 0, isBot: flags & 4 != 0, isGenerated: flags & 8 != 0,
                conflicts: flags & 16 != 0 ? page.signed() : nil)
            let reverts = flags & 32 != 0 ? page.text() : nil
            let tokens = flags & 64 != 0 ? page.signed() : nil
            let bits = flags & 64 != 0 ? page.double() : 0
            if !page.isDamaged {
                try take(CommitRow(fact: fact, reverts: reverts, otherTokens: tokens, otherBits: bits))
            }
        }
        return !page.isDamaged
    }
}
