import Git

/// The texts of files at commits; of those looked at last a few are kept.
final class FileVersions {
    private let objects: GitObjects
    private var kept: [(id: String, version: FileVersion)] = []

    /// Larger files are not looked at.
    private static let largest = 8 << 20
    private static let mostKept = 4

    init(_ objects: GitObjects) {
        self.objects = objects
    }

    func has(_ place: FilePlace) throws -> Bool { try objects.open(place) != nil }

    /// `nil` where the file is not there, not here, or too large.
    func version(of place: FilePlace) throws -> FileVersion? {
        guard let found = try objects.open(place), found.object.kind == "blob" else { return nil }
        if let known = kept.firstIndex(where: { $0.id == found.id }) {
            let entry = kept.remove(at: known)
            kept.append(entry)
            return entry.version
        }
        guard let bytes = try objects.rest(limit: Self.largest) else { return nil }
        let version = FileVersion(bytes)
        if kept.count >= Self.mostKept { kept.removeFirst() }
        kept.append((found.id, version))
        return version
    }
}
