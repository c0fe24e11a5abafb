extension RunFact {
    private static let conclusions: [RunRecord.Conclusion?] = [nil, .success, .failure, .cancelled, .skipped]

    static func pack(_ facts: [RunFact], from start: Int64) -> [UInt8] {
        var page = PageWriter()
        var created = start
        for fact in facts {
            var flags = UInt64(conclusions.firstIndex(of: fact.conclusion) ?? 0)
            if fact.startedAt != nil { flags |= 8 }
            if fact.endedAt != nil { flags |= 16 }
            page.put(flags)
            page.put(fact.createdAt, since: created)
            created = fact.createdAt
            if let moment = fact.startedAt { page.put(moment, since: created) }
            if let moment = fact.endedAt { page.put(moment, since: created) }
        }
        return page.bytes
    }

    /// - Returns: `false` of damaged bytes; what was told until then is to be forgotten.
    static func unpack(_ bytes: UnsafeRawBufferPointer, from start: Int64, _ take: (RunFact) -> Void) -> Bool {
        var page = PageReader(bytes)
        var created = start
        while !page.isAtEnd {
            let flags = page.number()
            created = page.signed(since: created)
            let started = flags & 8 != 0 ? page.signed(since: created) : nil
            let ended = flags & 16 != 0 ? page.signed(since: created) : nil
            let place = Int(flags & 7)
            if !page.isDamaged {
                take(
                    RunFact(
                        conclusion: place < conclusions.count ? conclusions[place] : nil, createdAt: created,
                        startedAt: started, endedAt: ended))
            }
        }
        return !page.isDamaged
    }
}
