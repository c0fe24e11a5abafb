/// What became of an edit, as its row says it. The words are numbers of a list that is told beside it.
struct FateRow {
    var session: Int64
    var model: Int
    var status: Int
    var at: Int64
    var tokens: Int64
    var landedAt: Int64?
    var common: Int64?
    var distance: Int64?
    var merged: Int64?
    var bits: Double?

    /// - Parameter words: those of the rows' numbers.
    static func pack(_ rows: [FateRow], _ words: [String], from start: Int64) -> [UInt8] {
        var page = PageWriter()
        var (session, at): (Int64, Int64) = (0, start)
        for row in rows {
            var flags: UInt64 = row.landedAt == nil ? 0 : 1
            if row.common != nil { flags |= 2 }
            if row.distance != nil { flags |= 4 }
            if row.merged != nil { flags |= 8 }
            if row.bits != nil { flags |= 16 }
            page.put(flags)
            page.put(row.session, since: session)
            page.put(word: words[row.model])
            page.put(word: words[row.status])
            page.put(row.at, since: at)
            (session, at) = (row.session, row.at)
            page.put(row.tokens)
            if let moment = row.landedAt { page.put(moment, since: at) }
            if let common = row.common { page.put(common) }
            if let distance = row.distance { page.put(distance) }
            if let merged = row.merged { page.put(merged) }
            if let bits = row.bits { page.put(bits) }
        }
        return page.bytes
    }

    /// - Returns: `nil` of damaged bytes.
    static func unpack(_ bytes: UnsafeRawBufferPointer, from start: Int64) -> (rows: [FateRow], words: [String])? {
        var page = PageReader(bytes)
        var rows: [FateRow] = []
        rows.reserveCapacity(bytes.count / 16)
        var (session, at): (Int64, Int64) = (0, start)
        while !page.isAtEnd {
            let flags = page.number()
            session = page.signed(since: session)
            let (model, status) = (page.word(), page.word())
            at = page.signed(since: at)
            rows.append(
                FateRow(
                    session: session, model: model, status: status, at: at, tokens: page.signed(),
                    landedAt: flags & 1 != 0 ? page.signed(since: at) : nil,
                    common: flags & 2 != 0 ? page.signed() : nil, distance: flags & 4 != 0 ? page.signed() : nil,
                    merged: flags & 8 != 0 ? page.signed() : nil, bits: flags & 16 != 0 ? page.double() : nil))
        }
        return page.isDamaged ? nil : (rows, page.words)
    }
}
