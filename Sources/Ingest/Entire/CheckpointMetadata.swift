package import Provenance
package import Text

/// What a checkpoint's `metadata.json` says of the session that it keeps.
package struct CheckpointMetadata: Equatable, Sendable {
    package var checkpoint: String?
    /// The agent's own id of the conversation.
    package var conversation: String?
    package var agent: String?
    package var branch: String?
    /// When the checkpoint was made, in Unix milliseconds.
    package var at: Int64?

    package init() {}

    package init(_ value: JSONValue) {
        checkpoint = value["checkpoint_id"].string.flatMap { Self.isID($0) ? $0 : nil }
        conversation = value["session_id"].string.map(Self.conversation(in:)).flatMap { $0.isEmpty ? nil : $0 }
        agent = value["agent"].string.flatMap { $0.isEmpty ? nil : AgentName.ours(for: $0) }
        branch = value["branch"].string.flatMap { $0.isEmpty ? nil : $0 }
        at = value["created_at"].string.flatMap { Timestamp(iso: $0)?.milliseconds.moment }
    }

    /// "12 hex or ULID".
    package static func isID(_ text: some StringProtocol) -> Bool {
        8...64 ~= text.utf8.count
            && text.utf8.allSatisfy {
                GitAINames.isHexadecimal($0) || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
                    || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
            }
    }

    /// Older versions wrote the day in front: `2026-01-26-b42aaf1f-96ad-4f7a-9f52-783eb0847649`.
    private static func conversation(in id: String) -> String {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        let isDated =
            parts.count > 3 && parts.prefix(3).map(\.count) == [4, 2, 2]
            && parts.prefix(3).allSatisfy { $0.allSatisfy(\.isNumber) }
        return isDated ? parts.dropFirst(3).joined(separator: "-") : id
    }

    /// The session as the checkpoint alone tells it.
    package func session(checkout: String?) -> Session? {
        guard let conversation else { return nil }
        var session = Session(
            uid: UID(of: .session, makerID: conversation), agent: agent ?? "unknown", makerID: conversation)
        session.branch = branch
        session.startedAt = at
        session.checkout = checkout
        return session
    }

    /// What it adds to the sessions of its transcript, and that they are saved in the checkpoint; without a transcript, of
    /// the session that it names.
    package func sightings(beside transcript: [UID], checkpoint: String?, checkout: String?) -> [Sighting] {
        var told: [Sighting] = []
        let own = session(checkout: checkout)
        if let own, transcript.isEmpty || transcript.contains(own.uid) { told.append(.session(own)) }
        guard let id = self.checkpoint ?? checkpoint, Self.isID(id) else { return told }
        let uids = transcript.isEmpty ? own.map { [$0.uid] } ?? [] : transcript
        return told
            + uids.map { uid in
                .link(
                    RecordLink(
                        from: .init(kind: RecordKind.session.rawValue, uid: uid.text), relation: RecordLink.savedIn,
                        to: .init(kind: RecordLink.checkpoint, uid: id), at: at ?? 0))
            }
    }

    /// The prompts of `prompt.txt`, "joined by `\n\n---\n\n`", for a checkpoint whose transcript cannot be read.
    package func prompts(in text: String, checkout: String?) -> [Sighting] {
        guard let session = session(checkout: checkout) else { return [] }
        var conversation = Conversation(agent: session.agent, makerID: session.makerID)
        var sightings: [Sighting] = [.session(session)]
        for prompt in text.components(separatedBy: "\n\n---\n\n") {
            // The next checkpoint of the session begins with another of them: their places name nothing.
            let id = "entire/\(session.makerID)/\(SHA256.hash(prompt).hex(16))"
            conversation.session.branch = branch
            conversation.ask(
                PersonWords(prompt, wrappers: ClaudeWrappers.tags, prefixes: ClaudeWrappers.prefixes), makerID: id,
                at: at ?? 0, into: &sightings)
        }
        return sightings
    }

    /// The ids behind `Entire-Checkpoint:` in a commit's message; squashed ones hold several.
    package static func trailers(in message: String) -> [String] {
        message.split(separator: "\n").compactMap { line in
            guard line.hasPrefix(trailer) else { return nil }
            let id = line.dropFirst(trailer.count).trimmed
            return isID(id) ? String(id) : nil
        }
    }

    package static let trailer = "Entire-Checkpoint:"
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.range(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
