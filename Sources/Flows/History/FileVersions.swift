import Git
import Provenance
import Syntax

/// The texts of files at commits, as tokens; of those looked at last a few are kept.
final class FileVersions {
    private let objects: GitObjects
    private var kept: [(id: String, language: String?, stream: CodeStream)] = []

    /// Larger files are not compared.
    private static let largest = 4 << 20
    private static let mostKept = 4

    init(_ objects: GitObjects) {
        self.objects = objects
    }

    /// `nil` where the file is not there, not here, or too large.
    func text(of place: FilePlace) throws -> String? {
        guard let found = try objects.open(place), found.object.kind == "blob",
            let bytes = try objects.rest(limit: Self.largest)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func has(_ place: FilePlace) throws -> Bool { try objects.open(place) != nil }

    /// Its tokens; `nil` for what is binary, too.
    func stream(of place: FilePlace) throws -> CodeStream? {
        guard let found = try objects.open(place), found.object.kind == "blob" else { return nil }
        let language = Language.named(by: place.path)
        if let known = kept.firstIndex(where: { $0.id == found.id && $0.language == language }) {
            let entry = kept.remove(at: known)
            kept.append(entry)
            return entry.stream
        }
        guard let bytes = try objects.rest(limit: Self.largest), !bytes.prefix(8000).contains(0) else { return nil }
        let stream = CodeStream(String(decoding: bytes, as: UTF8.self), language: language)
        if kept.count >= Self.mostKept { kept.removeFirst() }
        kept.append((found.id, language, stream))
        return stream
    }
}
