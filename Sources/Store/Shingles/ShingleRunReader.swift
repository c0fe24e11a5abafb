import Foundation
import GRDB

/// Reads one run by its shingles: of each block at most once what is asked for, in order.
struct ShingleRunReader {
    private let seek: Statement
    private let run: Int64

    init(_ db: Database, run: Int64) throws {
        self.run = run
        seek = try db.cachedStatement(
            sql: """
                SELECT first, entries, (SELECT n.first FROM shingle n WHERE n.run = s.run AND n.first > s.first
                    ORDER BY n.first LIMIT 1) AS next
                FROM shingle s WHERE run = ? AND first <= ? ORDER BY first DESC LIMIT 1
                """)
    }

    /// - Parameter shingles: rising.
    func each(of shingles: [UInt32], _ take: (ShingleEntry) -> Void) throws {
        var index = 0
        while index < shingles.count {
            try seek.setArguments([run, Int64(shingles[index])])
            let cursor = try Row.fetchCursor(seek)
            guard let row = try cursor.next() else {
                // It lies before the first block; so may others.
                index += 1
                continue
            }
            let first = UInt32(clamping: row[0] as Int64)
            let next = (row[2] as Int64?).map { UInt32(clamping: $0) }
            let begin = index
            while index < shingles.count, next.map({ shingles[index] < $0 }) ?? true { index += 1 }
            var asked = begin
            try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { bytes in
                    ShingleBlock.entries(of: bytes, first: first) { entry in
                        while asked < index, shingles[asked] < entry.shingle { asked += 1 }
                        if asked < index, shingles[asked] == entry.shingle { take(entry) }
                    }
                }
            }
        }
    }
}
