/// A file of what is to be published.
struct ReleaseFile {
    /// Within the artifact.
    var path: String
    var size: Int
    /// Its beginning, at most `ReleaseFile.longest` bytes.
    var bytes: [UInt8]

    /// More of one file is not held.
    static let longest = 16 << 20

    var isCut: Bool { bytes.count < size }
    var name: String { String(path.split(separator: "/").last ?? "") }
}
