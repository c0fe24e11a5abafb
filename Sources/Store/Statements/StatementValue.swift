import GRDBSQLite
import Provenance

/// What can stand for a `?`.
protocol StatementValue {
    /// - Returns: SQLite's result code.
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32
}

/// "The object is to be copied prior to the return from sqlite3_bind_*()": SQLITE_TRANSIENT, a macro that C hides.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        sqlite3_bind_int64(statement, place, self)
    }
}

extension Int: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        sqlite3_bind_int64(statement, place, Int64(self))
    }
}

extension Double: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        sqlite3_bind_double(statement, place, self)
    }
}

extension String: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty text may have no address, which would make it NULL.
                guard let start = characters.baseAddress else {
                    return sqlite3_bind_text(statement, place, "", 0, transient)
                }
                return sqlite3_bind_text64(
                    statement, place, start, UInt64(characters.count), transient, UInt8(SQLITE_UTF8))
            }
        }
    }
}

extension [UInt8]: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        if isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
        return sqlite3_bind_blob64(statement, place, self, UInt64(count), transient)
    }
}

extension Digest: StatementValue {
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        withBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), transient) }
    }
}
