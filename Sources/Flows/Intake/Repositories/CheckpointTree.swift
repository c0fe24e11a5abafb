import Git

/// The sessions that a tree of checkpoints keeps: `<id[:2]>/<id[2:]>/<n>/{metadata.json,full.jsonl,prompt.txt}`.
struct CheckpointTree {
    struct Session {
        var folder: String
        /// The id that its folders spell, where they do.
        var checkpoint: String?
        var metadata: String?
        var prompt: String?
        /// The blobs of the transcript in order: long ones are kept in parts.
        var transcript: [String] = []
    }

    private(set) var sessions: [Session] = []

    init(of tip: String, in checkout: Checkout, by git: GitCommand) throws(GitError) {
        var files: [String: [(name: String, id: String)]] = [:]
        try git.files(of: tip, in: checkout) { entry in
            files[Self.folder(of: entry.path), default: []].append((Self.name(of: entry.path), entry.id))
            return true
        }
        for (folder, entries) in files.sorted(by: { $0.key < $1.key }) {
            let parts = folder.split(separator: "/")
            // The checkpoint's own metadata stands above those of its sessions.
            guard let last = parts.last, last.allSatisfy(\.isNumber), last.count < 5 else { continue }
            var session = Session(folder: folder)
            if parts.count >= 3 { session.checkpoint = parts.dropLast().suffix(2).joined() }
            session.metadata = entries.first { $0.name == "metadata.json" }?.id
            session.prompt = entries.first { $0.name == "prompt.txt" }?.id
            session.transcript = entries.filter { $0.name == "full.jsonl" || $0.name.hasPrefix("full.jsonl.") }
                .sorted { $0.name < $1.name }.map(\.id)
            if session.metadata != nil || !session.transcript.isEmpty { sessions.append(session) }
        }
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
