import GRDB

/// Writes entries that come in order as the blocks of one run.
struct ShingleRunWriter {
    let run: Int64
    private var open: [ShingleEntry] = []
    /// How many entries of the shingle that came last there are.
    private var ofLast = 0
    private(set) var count = 0

    init(run: Int64) { self.run = run }

    /// - Returns: a block that is full, to be written.
    mutating func add(_ entry: ShingleEntry) -> Block? {
        let isSame = open.last?.shingle == entry.shingle
        if isSame, open.last == entry { return nil }
        ofLast = isSame ? ofLast + 1 : 1
        guard ofLast <= ShingleEntry.mostEdits else { return nil }
        let full = !isSame && open.count >= ShingleBlock.size ? close() : nil
        open.append(entry)
        count += 1
        return full
    }

    /// What is left, where something is.
    mutating func close() -> Block? {
        guard let first = open.first else { return nil }
        defer { open.removeAll(keepingCapacity: true) }
        return Block(run: run, first: first.shingle, bytes: ShingleBlock.encoded(open[...]))
    }

    struct Block {
        var run: Int64
        var first: UInt32
        var bytes: [UInt8]

        func write(_ db: Database) throws {
            try db.cachedStatement(sql: "INSERT INTO shingle (run, first, entries) VALUES (?, ?, ?)")
                .execute(arguments: [run, Int64(first), bytes.blob])
        }
    }
}
