import struct Foundation.Data

extension [UInt8] {
    /// As SQLite's BLOB; GRDB takes `Data` for it.
    var blob: Data { Data(self) }
}
