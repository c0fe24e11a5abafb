import Git

/// The texts of files at commits; those that were looked at last are kept.
final class FileVersions {
    private let objects: GitObjects
    /// The last one was looked at last.
    private var kept: [(place: FilePlace, id: String?, version: FileVersion)] = []
    private var keptBytes = 0

    /// Larger files are not looked at.
    private static let largest = 8 << 20
    private static let mostKeptBytes = 8 << 20

    init(_ objects: GitObjects) {
        self.objects = objects
    }

    func has(_ place: FilePlace) throws -> Bool { try objects.open(place) != nil }

    /// What somebody has already read need not be asked of git.
    func know(_ text: String, of place: FilePlace) {
        guard known(place) == nil, text.utf8.count <= Self.largest else { return }
        let bytes = Array(text.utf8)
        // Bytes that were no UTF-8 are not in the text any more.
        guard !bytes.contains(0xEF) || !text.unicodeScalars.contains("\u{FFFD}") else { return }
        keep(FileVersion(bytes), place, id: nil)
    }

    /// `nil` where the file is not there, not here, or too large.
    func version(of place: FilePlace) throws -> FileVersion? {
        if let known = known(place) { return known }
        let id = try objects.blobName(of: place)
        if let id, let same = kept.last(where: { $0.id == id })?.version {
            keep(same, place, id: id)
            return same
        }
        let bytes =
            if let id { try objects.bytes(of: place.path, named: id, limit: Self.largest) } else {
                try objects.bytes(of: place, limit: Self.largest)
            }
        guard let bytes else { return nil }
        let version = FileVersion(bytes)
        keep(version, place, id: id)
        return version
    }

    private func known(_ place: FilePlace) -> FileVersion? {
        guard let index = kept.lastIndex(where: { $0.place == place }) else { return nil }
        let entry = kept.remove(at: index)
        kept.append(entry)
        return entry.version
    }

    private func keep(_ version: FileVersion, _ place: FilePlace, id: String?) {
        kept.append((place, id, version))
        keptBytes += version.byteCount
        while keptBytes > Self.mostKeptBytes, kept.count > 2 { keptBytes -= kept.removeFirst().version.byteCount }
    }
}
