import Flows
import Provenance
import Store
import Text

/// A record as plain text for people: a few lines of facts, then the words and the code.
struct Page {
    let width: Int
    private(set) var text = ""
    private let clock = TimeZoneClock.local

    init(width: Int) {
        self.width = width
    }

    mutating func heading(_ detail: TurnDetail) {
        let turn = detail.turn
        line("turn:\(turn.uid)")
        fact("asked", moment(turn.at))
        fact("agent", [turn.agent, detail.session.agentVersion].compactMap { $0 }.joined(separator: " "))
        fact("model", turn.model ?? "not recorded")
        fact("where", [turn.repository, turn.branch].compactMap { $0 }.joined(separator: " @ "))
        fact("wrote", "\(turn.files) files  +\(turn.added) −\(turn.removed)  \(turn.status)")
        fact("tokens", tokens(turn.inputTokens, turn.cacheReadTokens, turn.cacheWriteTokens, turn.outputTokens))
        fact("session", "\(detail.session.makerID)  session:\(detail.session.uid)")
    }

    /// - Parameter reply: the end of the answer that a short prompt answers.
    mutating func prompt(_ words: String, inReplyTo reply: String?) {
        rule("prompt")
        if let reply {
            line(
                reply.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
            )
        }
        line(words)
    }

    mutating func finding(_ finding: FindingRow) {
        let place = [finding.path, finding.firstLine.map(String.init)].compactMap { $0 }.joined(separator: ":")
        line("! \(finding.severity)  \(finding.rule)  \(place)  \(finding.message)")
    }

    mutating func answer(_ answer: TurnDetail.Answer) {
        let generation = answer.generation
        let thread = generation.thread.isEmpty ? "" : "  sub-agent \(generation.thread)"
        rule(
            "\(moment(generation.at))  \(generation.model ?? "model not recorded")\(thread)  generation:\(generation.uid)"
        )
        let tokens = tokens(
            generation.inputTokens, generation.cacheReadTokens, generation.cacheWriteTokens, generation.outputTokens)
        fact("tokens", tokens)
        if let trust = answer.trust { fact("trust", Self.words(trust)) }
        if let run = answer.engineRun { engine(run) }
        for trial in answer.trials { fact("ran", GenerationPage.line(of: trial)) }
        if !answer.output.isEmpty { line(answer.output) }
        for edit in answer.edits { self.edit(edit) }
    }

    /// `ollama at 127.0.0.1:11434 /api/chat, weights ec2820c625ae, seed 7`
    private mutating func engine(_ run: EngineRun) {
        let place = [run.host.map { "at \($0)" }, run.path].compactMap(\.self).joined(separator: " ")
        let parts = [
            "\(run.engine) \(place)", run.modelDigest.map { "weights \($0.prefix(12))" }, run.seed.map { "seed \($0)" },
        ]
        fact("engine", parts.compactMap(\.self).joined(separator: ", "))
        let known =
            switch run.fidelity {
            case .ids: "each by its id"
            case .pieces: "as the engine sent them"
            case .text: "as text only"
            }
        let counted = run.reportedTokens.map { " of \($0.grouped)" } ?? ""
        let wait = run.firstTokenAfter.map { ", the first after \($0.grouped) ms" } ?? ""
        fact("recorded", "\(run.observedTokens.grouped)\(counted) tokens, \(known)\(wait)")
        if let shortfall = run.shortfall { fact("partial", shortfall) }
    }

    /// `untrusted, 1 hop away: fetched: curl docs.stripe.com (segment:4f2a91)`
    private static func words(_ trust: GenerationTrust) -> String {
        let why = trust.reason.map { ": \($0)" } ?? ""
        let segment = trust.uid.map { " (segment:\($0.short))" } ?? ""
        return "\(trust.trust.word), \(trust.hops) \(trust.hops == 1 ? "hop" : "hops") away\(why)\(segment)"
    }

    mutating func edit(_ detail: EditDetail) {
        let edit = detail.edit
        let counts = [edit.added.map { "+\($0)" }, edit.removed.map { "−\($0)" }].compactMap { $0 }
        rule(([edit.path, edit.kind] + counts + [edit.status, "edit:\(edit.uid)"]).joined(separator: "  "))
        if edit.kind == "touch" {
            line("A command wrote this file; what it wrote is not recorded.")
        } else {
            text += detail.unified
        }
    }

    mutating func session(_ session: SessionRow) {
        line("session:\(session.uid)")
        fact("agent", [session.agent, session.agentVersion].compactMap { $0 }.joined(separator: " "))
        fact("id", session.makerID)
        fact("where", [session.directory, session.branch].compactMap { $0 }.joined(separator: " @ "))
        fact("began", session.startedAt.map { moment($0) } ?? "not recorded")
        if let ended = session.endedAt { fact("ended", moment(ended)) }
        if let title = session.title { fact("title", title) }
        if case .line(let line) = ResumeCommand(session) { fact("resume", line) }
        rule("\(session.turns) turns")
    }

    /// Where its work went, as other programs say.
    mutating func work(_ work: SessionWork) {
        if !work.files.isEmpty {
            let lines = work.files.reduce(0) { $0 + $1.lines }
            rule("\(lines.grouped) lines in \(work.files.count) files are said to come from it")
            for file in work.files {
                line("\(file.lines.grouped.padded(to: 8))\(file.path)".truncated(to: width))
            }
        }
        guard !work.revisions.isEmpty else { return }
        rule("\(work.revisions.count) commits")
        for revision in work.revisions { line("revision:\(revision)") }
    }

    mutating func turn(_ turn: TurnRow) {
        line(
            "\(moment(turn.at))  turn:\(turn.uid.short)  \(turn.title)\(turn.inReplyTo.map { "  ⟵ \"\($0)\"" } ?? "")"
                .truncated(to: width))
    }

    private mutating func line(_ words: String) {
        text += words.hasSuffix("\n") ? words : words + "\n"
    }

    private mutating func fact(_ name: String, _ value: String) {
        line(name.padded(to: 9) + value)
    }

    private mutating func rule(_ title: String) {
        line("")
        line("— " + title)
    }

    private func moment(_ milliseconds: Int64) -> String {
        let parts = clock.parts(of: Timestamp(milliseconds: milliseconds))
        return "\(parts.date) \(parts.clock)"
    }

    private func tokens(_ input: Int64?, _ read: Int64?, _ write: Int64?, _ output: Int64?) -> String {
        guard input != nil || output != nil else { return "not recorded" }
        func number(_ value: Int64?) -> String { value.map(\.grouped) ?? "not recorded" }
        return "\(number(input)) in, \(number(read)) from cache, \(number(write)) to cache, \(number(output)) out"
    }
}
