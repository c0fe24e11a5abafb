import Foundation
import GRDB

/// Reads one run by its shingles: of each block at most once what is asked for, in order.
struct ShingleRunReader {
    private let seek: Statement
    private let run: Int64

    init(_ db: Database, run: Int64) throws {
        self.run = run
        seek = try db.cachedStatement(
            sql: "SELECT first, entries FROM shingle WHERE run = ? AND first <= ? ORDER BY first DESC LIMIT 1")
    }

    /// - Parameter shingles: rising.
    func each(of shingles: [UInt32], _ take: (ShingleEntry) -> Void) throws {
        var index = 0
        var block: Int64?
        while index < shingles.count {
            try seek.setArguments([run, Int64(shingles[index])])
            let cursor = try Row.fetchCursor(seek)
            let row = try cursor.next()
            let first = row.map { $0[0] as Int64 }
            let begin = index
            // It may lie before the first block, or between the last entry of one and the first of the next.
            if let row, let first, first != block {
                try row.withUnsafeData(atIndex: 1) { data in
                    data?.withUnsafeBytes { bytes in
                        ShingleBlock.entries(of: bytes, first: UInt32(clamping: first)) { entry in
                            while index < shingles.count, shingles[index] < entry.shingle { index += 1 }
                            if index < shingles.count, shingles[index] == entry.shingle { take(entry) }
                        }
                    }
                }
            }
            block = first
            index = max(index, begin + 1)
        }
    }
}
