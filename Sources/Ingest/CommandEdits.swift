import Provenance
import Text

/// Edits that a shell command makes, marked as read from a command.
enum CommandEdits {
    /// - Parameter makerID: the id of the tool call; the edits are told apart by their place in the command.
    static func read(
        _ command: String, makerID: String, generation: UID, session: UID, directory: String?, at: Int64
    ) -> [Edit] {
        let call = UID(of: .edit, makerID: makerID)
        var edits: [Edit] = []
        func add(_ path: String, _ kind: Edit.Kind, _ means: Edit.Means, _ complete: (inout Edit) -> Void) {
            let uid = UID(of: .edit, makerID: "\(makerID)#\(edits.count)")
            var edit = Edit(
                uid: uid, call: call, generation: generation, session: session, path: join(directory, path),
                kind: kind, means: means, at: at)
            complete(&edit)
            edits.append(edit)
        }
        for write in ShellWrites.find(in: command) {
            switch write.kind {
            case .content(let text, let isAppend):
                add(write.path, isAppend ? .update : .create, .command) { edit in
                    edit.after = Body(text)
                    // Nothing stood where it was put.
                    if isAppend { edit.before = Body("") }
                    edit.countLines()
                }
            case .touches:
                add(write.path, .touch, .command) { _ in }
            case .patch(let patch):
                for file in patch.files {
                    add(file.movedTo ?? file.path, file.kind.editKind, .patch) { $0.take(file, in: directory) }
                }
            }
        }
        return edits
    }

    static func join(_ directory: String?, _ path: String) -> String {
        guard let directory, !directory.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~") else { return path }
        var parts = directory.split(separator: "/")
        for part in path.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        let joined = (directory.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }
}

extension FileChange.Kind {
    var editKind: Edit.Kind {
        switch self {
        case .add: .create
        case .update: .update
        case .delete: .delete
        }
    }
}
