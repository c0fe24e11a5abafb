import Foundation
import Text

/// What went wrong in hooks, which must not speak: a line each, in a file beside the store.
struct HookLog {
    private let path: String

    private static let limit = 1 << 20

    init(store: String) {
        let folder = (store as NSString).deletingLastPathComponent
        path = (folder.isEmpty ? "." : folder) + "/hook.log"
    }

    func note(_ sentence: String) {
        var status = stat()
        let isFull = stat(path, &status) == 0 && status.st_size > Self.limit
        let descriptor = open(
            path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (isFull ? O_TRUNC : 0), 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let line = Array("\(Timestamp.now.iso) \(Visible.text(sentence))\n".utf8)
        _ = line.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }
}
