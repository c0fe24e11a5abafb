import Git
import Provenance
import Store
import Text

extension RecordReader {
    /// A generation with its session, its prompt, what it saw, and its edits.
    mutating func generation(_ members: Members) throws -> [Sighting] {
        let at = try members.time("at") ?? now
        let id = try members.raw("id")
        let edits = try members.objects("edits", each: "edit").map { try EditDraft($0) }
        var output = try members.body("output")
        let run = try TokenReader(members).run(of: &output, members)
        let uid = try id.map { UID(of: .generation, makerID: $0) } ?? contentID(members, output: output, edits: edits)
        let session = try session(members, generation: id ?? uid.text, at: at)

        var generation = Generation(uid: uid, session: session.uid, startedAt: at)
        generation.makerID = id.map { members.clean($0) }
        generation.model = try members.text("model")
        generation.endedAt = try members.time("ended_at") ?? at
        guard generation.endedAt >= at else { throw members.bad("'ended_at' is before 'at'.") }
        generation.tokens = TokenCounts(
            input: try members.count("input_tokens"), cacheRead: try members.count("cache_read_tokens"),
            cacheWrite: try members.count("cache_write_tokens"), output: try members.count("output_tokens"),
            reasoning: try members.count("reasoning_tokens"))
        generation.stopReason = try members.text("stop_reason")
        generation.output = output ?? ""
        generation.tokenRun = run

        var sightings: [Sighting] = [.session(session)]
        if let prompt = try prompt(members, of: generation, branch: session.branch) {
            generation.prompt = prompt.uid
            sightings += prompt.sightings
        }
        sightings += try segments(members, of: generation)
        sightings.append(.generation(generation))
        for edit in edits { sightings += edit.sightings(of: uid, session: session.uid, at: generation.endedAt) }

        references.remember(.session, session.uid)
        references.remember(.generation, uid, session: session.uid)
        for case .edit(let edit) in sightings { references.remember(.edit, edit.uid, session: session.uid) }
        return sightings
    }

    private func contentID(_ members: Members, output: Body?, edits: [EditDraft]) throws -> UID {
        let prompt = try members.text("prompt")
        guard output != nil || prompt != nil || !edits.isEmpty else {
            throw members.missing("id", "a generation without it needs 'output', 'prompt' or 'edits' to be told by")
        }
        var content = ContentID(
            try members.text("session"), try members.text("agent"), try members.text("model"),
            try members.time("at").map(String.init), try members.raw("prompt_id"), prompt,
            output.map { members.clean($0.text) })
        for edit in edits { content.add(edit.content) }
        return content.uid(of: .generation)
    }

    /// A generation that names no session has one with those of the same prompt, or one of its own.
    private func session(_ members: Members, generation: String, at: Int64) throws -> Session {
        let id = try members.raw("session") ?? members.raw("prompt_id") ?? generation
        var session = Session(
            uid: UID(of: .session, makerID: id),
            agent: try members.requiredText("agent", "the name of the program that asked the model"),
            makerID: members.clean(id))
        session.agentVersion = try members.text("agent_version")
        session.branch = try members.text("branch")
        session.commit = try members.text("commit")
        session.startedAt = at
        if let directory = try members.text("directory") {
            guard directory.utf8.first == UInt8(ascii: "/") else {
                throw members.wrong("directory", "is no path from the root on", members.value("directory"))
            }
            session.directory = directory
        }
        // The remote may hold a password, which goes with all but its name.
        if let remote = try members.raw("repository") {
            guard let name = RemoteName.normalise(remote) ?? RemoteName.normalise("https://\(remote)") else {
                throw members.wrong(
                    "repository", "is no remote (github.com/owner/name, or its URL)", members.value("repository"))
            }
            session.remote = "https://\(name)"
        }
        return session
    }

    private mutating func prompt(
        _ members: Members, of generation: Generation, branch: String?
    ) throws -> (uid: UID, sightings: [Sighting])? {
        let id = try members.raw("prompt_id")
        let words = try members.raw("prompt")
        let known = try id.flatMap { try references.find(.prompt, $0)?.uid }
        guard let words else {
            if let known { return (known, []) }
            if id == nil { return nil }
            throw members.wrong(
                "prompt_id", "names no prompt that was recorded, and there is no 'prompt'", members.value("prompt_id"))
        }
        let uid = known ?? UID(of: .prompt, makerID: id ?? "generation/\(generation.uid)")
        var prompt = Prompt(uid: uid, session: generation.session, words: Body(words), at: generation.startedAt)
        prompt.branch = branch
        references.remember(.prompt, uid)
        return (uid, [.prompt(prompt)])
    }

    /// The context, not yet numbered: the store does that.
    private func segments(_ members: Members, of generation: Generation) throws -> [Sighting] {
        var sightings: [Sighting] = []
        for piece in try members.objects("segments", each: "segment") {
            guard let text = try piece.body("text") else { throw piece.missing("text", "what went to the model") }
            var segment = Segment(
                uid: UID(of: .segment, makerID: "\(generation.uid)/\(sightings.count + 1)"),
                session: generation.session, thread: generation.thread, number: 0,
                origin: try piece.requiredChoice("origin", of: Segment.Origin.self), text: text,
                at: generation.startedAt)
            segment.tool = try piece.text("tool")
            segment.source = try piece.text("source")
            segment.path = try piece.text("path")
            segment.firstLine = try piece.count("first_line", from: 1)
            if segment.origin == .file { segment.lineCount = text.lineCount }
            sightings.append(.segment(segment))
        }
        return sightings
    }
}

extension Body {
    /// A last newline ends a line and begins none.
    fileprivate var lineCount: Int {
        let newlines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        return text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? newlines : newlines + 1
    }
}
