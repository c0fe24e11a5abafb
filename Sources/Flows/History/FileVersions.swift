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
        guard let found = try objects.open(place), found.object.kind == "blob" else { return nil }
        if let same = kept.last(where: { $0.id == found.id })?.version {
            keep(same, place, id: found.id)
            return same
        }
        guard let bytes = try objects.rest(limit: Self.largest) else { return nil }
        let version = FileVersion(bytes)
        keep(version, place, id: found.id)
        return version
    }

    /// Tells git which ones are wanted next, so that it need not be waited for one by one.
    func expect(_ places: [FilePlace]) throws {
        try objects.expect(places.filter { place in !kept.contains { $0.place == place } })
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
