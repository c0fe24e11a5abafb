extension LifeFact {
    private static let origins: [LandedLines.Origin] = [.record, .mark, .mixed, .other]

    /// Until when they were watched is not in it: that goes on.
    static func pack(_ facts: [LifeFact], from start: Int64) -> [UInt8] {
        var page = PageWriter()
        var landed = start
        for fact in facts {
            page.put(UInt64(origins.firstIndex(of: fact.origin) ?? 0))
            page.put(Array(fact.hash.utf8))
            page.put(fact.landedAt, since: landed)
            landed = fact.landedAt
            page.put(Int64(fact.lines))
            page.put(bytes(of: fact.ends))
        }
        return page.bytes
    }

    /// - Returns: `false` of damaged bytes; what was told until then is to be forgotten.
    static func unpack(
        _ bytes: UnsafeRawBufferPointer, from start: Int64, until: Int64, _ take: (LifeFact) -> Void
    ) -> Bool {
        var page = PageReader(bytes)
        var landed = start
        while !page.isAtEnd {
            let origin = Int(page.number() & 3)
            let hash = page.text()
            landed = page.signed(since: landed)
            var fact = LifeFact(
                hash: hash, origin: origins[origin], landedAt: landed, lines: Int(page.signed()), until: until)
            fact.ends = ends(in: page.some())
            if !page.isDamaged { take(fact) }
        }
        return !page.isDamaged
    }
}
