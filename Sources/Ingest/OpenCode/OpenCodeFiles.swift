import Provenance
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a session lies that OpenCode kept in files, before it had its database: `session/<project>/<session>.json`,
/// `message/<session>/<message>.json` and `part/<message>/<part>.json`, all below one folder `storage`.
///
/// Names come from the folders themselves, and links are not followed.
struct OpenCodeFiles {
    let file: HistoryFile
    let id: String
    private let project: String
    private let storage: String

    init(ofSession file: HistoryFile) {
        self.file = file
        let parts = file.path.split(separator: "/")
        id = String(parts.last?.dropLast(Self.end.count) ?? "")
        project = "/" + parts.dropLast().joined(separator: "/")
        storage = "/" + parts.dropLast(3).joined(separator: "/")
    }

    private static let end = ".json"

    static func isSession(_ path: String) -> Bool {
        guard path.hasSuffix(end) else { return false }
        let parts = path.split(separator: "/")
        guard parts.count > 3, parts[parts.count - 1].hasPrefix("ses_"), parts[parts.count - 3] == "session" else {
            return false
        }
        return isFolder("/" + parts.dropLast(3).joined(separator: "/") + "/message")
    }

    /// Ids of the session's messages; they ascend with time.
    var messages: [String] { names(in: "\(storage)/message/\(id)") }

    func parts(of message: String) -> [String] { names(in: "\(storage)/part/\(message)") }

    func session(_ id: String) -> String? { Self.isName(id) ? Self.text(of: "\(project)/\(id)\(Self.end)") : nil }

    func message(_ message: String) -> String? { Self.text(of: path(ofMessage: message)) }

    func part(_ part: String, of message: String) -> String? { Self.text(of: path(ofPart: part, message)) }

    /// Changes with the session, with messages that are added, and with the last ones while they grow.
    var stamp: String {
        let messages = messages
        var stamps = [file.stamp, "\(messages.count)"]
        for message in messages.suffix(2) {
            stamps.append(Self.stamp(of: path(ofMessage: message)))
            stamps += parts(of: message).map { Self.stamp(of: path(ofPart: $0, message)) }
        }
        return String(SHA256.hash(stamps.joined(separator: " ")).hex.prefix(32))
    }

    private func path(ofMessage message: String) -> String { "\(storage)/message/\(id)/\(message)\(Self.end)" }

    private func path(ofPart part: String, _ message: String) -> String {
        "\(storage)/part/\(message)/\(part)\(Self.end)"
    }

    private func names(in folder: String) -> [String] {
        guard Self.isFolder(folder) else { return [] }
        return HistoryFile.entries(of: folder).filter { $0.hasSuffix(Self.end) }
            .map { String($0.dropLast(Self.end.count)) }.filter(Self.isName(_:)).sorted()
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/"))
    }

    /// `nil` where there is no regular file of a size that is read.
    private static func text(of path: String) -> String? {
        guard let status = status(of: path), status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= OpenCodeMessages.limit
        else { return nil }
        return FileBytes.read(path, limit: Int(status.st_size)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func stamp(of path: String) -> String { HistoryFile(path: path)?.stamp ?? "" }

    private static func isFolder(_ path: String) -> Bool {
        status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }
}
