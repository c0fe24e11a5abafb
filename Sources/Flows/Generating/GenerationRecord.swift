package import Engines
import Ingest
package import Provenance
import Text

/// What is recorded of one answer that was asked for here.
package struct GenerationRecord: Sendable {
    /// What records of ours name as the agent.
    package static let agent = "colophon"

    package var id: String
    package var prompt: GenerationPrompt
    package var outcome: EngineClient.Outcome
    package var engine: Engine
    package var model: EngineModel?
    package var question: EngineQuestion
    package var directory: String
    package var branch: String?
    package var commit: String?
    package var edit: Change?

    /// What was written, where something was.
    package struct Change: Sendable {
        package var fullPath: String
        package var before: String?
        package var after: String
        package var firstLine: Int
        package var status: Edit.Status

        package init(fullPath: String, before: String?, after: String, firstLine: Int = 1, status: Edit.Status) {
            self.fullPath = fullPath
            self.before = before
            self.after = after
            self.firstLine = firstLine
            self.status = status
        }
    }

    package init(
        id: String, prompt: GenerationPrompt, outcome: EngineClient.Outcome, engine: Engine, model: EngineModel?,
        question: EngineQuestion, directory: String
    ) {
        self.id = id
        self.prompt = prompt
        self.outcome = outcome
        self.engine = engine
        self.model = model
        self.question = question
        self.directory = directory
    }

    package var uid: UID { UID(of: .generation, makerID: id) }
    package var editUID: UID { UID(of: .edit, makerID: id + "/edit") }

    /// Segments are not yet numbered: the store does that.
    var sightings: [Sighting] {
        var session = Session(uid: UID(of: .session, makerID: id), agent: Self.agent, makerID: id)
        session.directory = directory
        session.branch = branch
        session.commit = commit
        session.startedAt = outcome.startedAt
        var asked = Prompt(
            uid: UID(of: .prompt, makerID: id), session: session.uid, words: Body(prompt.words), at: outcome.startedAt)
        asked.branch = branch
        var sightings: [Sighting] = [.session(session), .prompt(asked)]
        let pieces = [(text: prompt.system, origin: Segment.Origin.system, file: nil as ContextPiece?)] + prompt.pieces
        for (index, piece) in pieces.enumerated() {
            var segment = Segment(
                uid: UID(of: .segment, makerID: "\(id)/\(index)"), session: session.uid, thread: "", number: 0,
                origin: piece.origin, text: Body(piece.text), at: outcome.startedAt)
            segment.path = piece.file?.fullPath
            segment.firstLine = piece.file?.firstLine
            segment.lineCount = piece.file?.lineCount
            sightings.append(.segment(segment))
        }
        sightings.append(.generation(generation(session.uid, asked.uid)))
        if let edit { sightings += self.edit(edit, session.uid) }
        return sightings
    }

    private func generation(_ session: UID, _ prompt: UID) -> Generation {
        var generation = Generation(uid: uid, session: session, startedAt: outcome.startedAt)
        generation.prompt = prompt
        generation.makerID = outcome.answer.makerID ?? id
        generation.model = outcome.answer.model ?? question.model
        generation.endedAt = max(outcome.endedAt, outcome.startedAt)
        generation.take(outcome.answer)
        var run = EngineRun(engine: engine.kind.rawValue, answer: outcome.answer)
        run.host = engine.host
        run.path = outcome.request.path
        run.modelDigest = model?.digest
        run.parameters = parameters
        run.seed = question.seed.map(Int64.init) ?? run.seed
        run.shortfall = outcome.shortfall
        run.firstTokenAfter = outcome.firstTokenAfter
        generation.engineRun = run
        return generation
    }

    /// What was asked for, and what the engine says it set.
    private var parameters: String {
        var json = JSONWriter()
        json.object { object in
            if let seed = question.seed { object.set("seed", Int64(seed)) }
            if let temperature = question.temperature { object.set("temperature", temperature) }
            if let most = question.maxTokens { object.set("max_tokens", most) }
            if let quantization = model?.quantization, !quantization.isEmpty {
                object.set("quantization", quantization)
            }
            if let settings = outcome.answer.settings { object.set("settings", settings) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func edit(_ change: Change, _ session: UID) -> [Sighting] {
        var edit = Edit(
            uid: editUID, call: editUID, generation: uid, session: session, path: change.fullPath,
            kind: change.before == nil ? .create : .update, means: .record, at: max(outcome.endedAt, outcome.startedAt))
        edit.status = change.status
        edit.before = change.before.map { Body($0) }
        edit.after = Body(change.after)
        edit.firstLine = change.firstLine
        edit.countLines()
        guard change.status != .proposed else { return [.edit(edit)] }
        var applied = EditOutcome(call: editUID, status: change.status)
        applied.path = change.fullPath
        applied.added = edit.added
        applied.removed = edit.removed
        applied.firstLine = edit.firstLine
        return [.edit(edit), .outcome(applied)]
    }
}

extension EngineRun {
    package init(engine: String, answer: EngineAnswer) {
        let ended: Ended =
            switch answer.end {
            case .complete: .complete
            case .truncated: .truncated
            case .cancelled: .cancelled
            case .failed, .unreadable: .failed
            }
        let fidelity: Fidelity =
            switch answer.fidelity {
            case .ids: .ids
            case .pieces: .pieces
            case .text: .text
            }
        self.init(engine: engine, fidelity: fidelity, observedTokens: answer.observedTokens, ended: ended)
        reportedTokens = answer.reportedTokens
        seed = answer.seed.flatMap { Int64(exactly: $0) }
        promptTime = answer.timings.prompt.map { Int64($0.rounded()) }
        generationTime = answer.timings.generation.map { Int64($0.rounded()) }
    }
}

extension Generation {
    /// Text, tokens and counts of an answer.
    ///
    /// - Parameter told: what is to be told after its words, a line each: calls of tools that are no edits.
    package mutating func take(_ answer: EngineAnswer, told: [String] = []) {
        let lines = told.joined(separator: "\n")
        let rest = lines.isEmpty || answer.text.isEmpty ? lines : "\n" + lines
        output = Body(answer.text + rest)
        tokens = TokenCounts(
            input: answer.promptTokens, cacheRead: answer.cachedPromptTokens, output: answer.reportedTokens,
            reasoning: answer.reasoningTokens)
        stopReason = answer.finishReason
        guard !answer.pieces.isEmpty, !answer.text.isEmpty else { return }
        var tokens = answer.pieces.map { piece in
            TokenRun.Token(
                length: piece.length, logprob: piece.logprob, id: piece.id,
                alternatives: piece.alternatives.map { .init(text: $0.text, logprob: $0.logprob, id: $0.id) })
        }
        // Nothing is known of its tokens.
        if !rest.isEmpty { tokens.append(TokenRun.Token(length: rest.utf8.count)) }
        tokenRun = TokenRun(tokens)
    }
}
