/// How far one history has been read, stored in the same transaction as what was read from it.
package struct SourceProgress: Equatable, Sendable {
    /// The file's real path.
    package var location: String
    package var format: String
    /// Digest of the file's first bytes: another file under the same name is read from its start.
    package var head: [UInt8]
    /// Everything before this offset is in the store.
    package var position: Int64
    /// The number of the line that starts there.
    package var line: Int
    /// What the reader has to remember to go on from there; its own affair.
    package var state: String
    /// The file's size when it was last looked at.
    package var size: Int64
    package var skipped: Int
    package var unknown: Int
    package var readAt: Int64

    package init(location: String, format: String, head: [UInt8] = [], readAt: Int64 = 0) {
        self.location = location
        self.format = format
        self.head = head
        self.position = 0
        self.line = 1
        self.state = ""
        self.size = 0
        self.skipped = 0
        self.unknown = 0
        self.readAt = readAt
    }
}
