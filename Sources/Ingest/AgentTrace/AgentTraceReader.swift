package import Provenance
package import Text

/// Reads Agent Trace records, one a line or a single object: who wrote which lines of which revision.
///
/// The specification's own shape (0.1.0), and what is really written: agentdiff's session, excerpt and author in the
/// metadata, flat records of one range each, Windows paths, fields that are only proposed. Each record stands for itself.
package struct AgentTraceReader: HistoryReader {
    package static let teller = "agent-trace"

    private let tree: String?
    private var markedPlace = LinePlace(number: 1, start: 0, end: 0)

    package init(state: String, file: String) {
        tree = Self.workTree(of: file)
    }

    package func resume(into sightings: inout [Sighting]) {}

    package var mark: ReadMark {
        ReadMark(position: markedPlace.start, line: markedPlace.number, state: "")
    }

    package mutating func read(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        defer { markedPlace = LinePlace(number: place.number + 1, start: place.end, end: place.end) }
        guard line.kind == .object else { return .unknown }
        return line["files"].exists ? readRecord(line, into: &sightings) : readFlat(line, into: &sightings)
    }

    package mutating func end(into sightings: inout [Sighting]) {}

    static func recognises(_ line: JSONValue) -> Bool {
        if line["files"].kind == .array {
            return line["version"].string != nil && line["id"].string != nil && line["timestamp"].string != nil
        }
        return line["schema"].string?.hasPrefix("agent-trace/") == true && line["file_path"].exists
    }

    // MARK: - The specified shape

    private func readRecord(_ record: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        let context = TraceContext(record)
        var told = Telling()
        if let session = context.session {
            tell(session, context, into: &sightings)
            tellExcerpt(of: session, context, into: &sightings)
        }
        for file in record["files"].elements {
            guard let path = file["path"].string.map({ TracePath.plain($0) }), !path.isEmpty else {
                told.skip("a file has no path")
                continue
            }
            if TracePath.isPseudo(path) {
                told.pseudo += 1
                continue
            }
            for conversation in file["conversations"].elements {
                readConversation(conversation, of: path, context, told: &told, into: &sightings)
            }
        }
        return told.verdict
    }

    private func readConversation(
        _ conversation: JSONValue, of path: String, _ context: TraceContext, told: inout Telling,
        into sightings: inout [Sighting]
    ) {
        let session = TraceSession(conversation: conversation, record: context) ?? context.session
        if let session, session != context.session { tell(session, context, into: &sightings) }
        let whole = TraceContributor(conversation["contributor"], kind: conversation["kind"].string)
        for range in conversation["ranges"].elements {
            let contributor = range["contributor"].exists ? TraceContributor(range["contributor"], kind: nil) : whole
            readRange(range, of: path, by: contributor, session, context, told: &told, into: &sightings)
        }
    }

    // MARK: - One flat record a range

    private func readFlat(_ record: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        let context = TraceContext(record)
        var told = Telling()
        guard let path = record["file_path"].string.map({ TracePath.plain($0) }), !path.isEmpty else {
            return .broken("the record names no file")
        }
        if TracePath.isPseudo(path) { return .unknown }
        if let session = context.session { tell(session, context, into: &sightings) }
        var contributor = TraceContributor(record["contributor"], kind: nil)
        // Only what a tool of an agent did is recorded in this shape.
        if !record["contributor"].exists { contributor.type = .ai }
        contributor.model = contributor.model ?? TraceContributor.name(record["model"].string)
        readRange(record, of: path, by: contributor, context.session, context, told: &told, into: &sightings)
        return told.verdict
    }

    // MARK: - What both tell

    private func tell(_ found: TraceSession, _ context: TraceContext, into sightings: inout [Sighting]) {
        var session = found.session
        session.checkout = tree
        session.remote = context.remote
        session.startedAt = context.at
        sightings.append(.session(session))
    }

    /// The first words of what was asked, said to be no more than that.
    private func tellExcerpt(of session: TraceSession, _ context: TraceContext, into sightings: inout [Sighting]) {
        guard let excerpt = context.excerpt, let at = context.at else { return }
        let id = context.promptHash ?? excerpt
        sightings.append(
            .prompt(
                Prompt(
                    uid: UID(of: .prompt, makerID: "\(session.id)/\(id)"), session: session.session.uid,
                    words: Body("[excerpt] \(excerpt)"), at: at)))
    }

    private func readRange(
        _ range: JSONValue, of path: String, by contributor: TraceContributor, _ session: TraceSession?,
        _ context: TraceContext, told: inout Telling, into sightings: inout [Sighting]
    ) {
        guard let first = range["start_line"].int, let last = range["end_line"].int ?? range["start_line"].int else {
            return told.skip("a range has no lines")
        }
        guard first > 0, first <= last, last <= Self.lastLine else {
            return told.skip("lines \(first) to \(last) cannot be")
        }
        let lines = Int(first)...Int(last)
        let id = [
            context.id, context.revision ?? "", path, "\(first)-\(last)", contributor.type.rawValue,
            session?.id ?? "", contributor.model ?? "",
        ].joined(separator: "\u{0}")
        var attribution = Attribution(
            uid: UID(text: SHA256.hash("attribution\u{0}agent-trace\u{0}\(id)").hex(UID.length)), path: path,
            lines: lines, contributor: contributor.type, teller: Self.teller)
        attribution.revision = context.revision
        attribution.directory = tree
        attribution.session = session?.session.uid
        attribution.sessionHash = context.sessionHash
        attribution.model = contributor.model.map { context.models[$0] ?? $0 }
        attribution.author = context.author
        attribution.contentHash = range["content_hash"].string.flatMap { $0.isEmpty ? nil : $0 }
        attribution.at = context.at
        sightings.append(.attribution(attribution))
        told.ranges += 1
    }

    /// More lines than this no file of anybody's has: the number is a mistake.
    private static let lastLine: Int64 = 50_000_000

    /// The folder in which `.agent-trace` lies.
    private static func workTree(of file: String) -> String? {
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard let place = parts.dropLast().lastIndex(of: ".agent-trace"), place > 1 else { return nil }
        return parts[..<place].joined(separator: "/")
    }
}

/// What came of one record.
private struct Telling {
    var ranges = 0
    var pseudo = 0
    var reason: String?
    var skipped = 0

    mutating func skip(_ reason: String) {
        skipped += 1
        if self.reason == nil { self.reason = reason }
    }

    var verdict: LineVerdict {
        if let reason { return .broken(skipped > 1 ? "\(reason), and \(skipped - 1) more" : reason) }
        return ranges == 0 && pseudo > 0 ? .unknown : .read
    }
}
