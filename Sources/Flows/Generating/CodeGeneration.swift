package import Engines
import Git
package import Provenance
package import Store
import Text

/// Asks an engine for code, writes it where it is wanted, and records where it came from.
package struct CodeGeneration {
    package var prompt: GenerationPrompt
    package var question: EngineQuestion
    package let client: EngineClient
    package var model: EngineModel?
    package var output: OutputFile?
    /// Writes over what somebody else wrote, and what is not whole.
    package var isForced = false
    /// What stands there is known to be generated, whatever the store knows.
    package var isOwn = false
    /// Asked before anything is written, where somebody is to look at it first.
    package var approve: ((_ code: String) throws -> Approval)?
    /// The folder that is worked in.
    package var folder: String

    package init(
        _ prompt: GenerationPrompt, question: EngineQuestion, client: EngineClient, model: EngineModel?, folder: String
    ) {
        self.prompt = prompt
        self.question = prompt.question(question)
        self.client = client
        self.model = model
        self.folder = folder
    }

    package enum Approval: Sendable {
        case write, reject
        /// Nobody could be asked: it stays a proposal.
        case leave
    }

    /// What was done.
    package struct Report: Sendable {
        package var outcome: EngineClient.Outcome
        package var code: String
        package var kept: GenerationKeeping.Kept
        package var isWritten = false
        package var isComplete = true
        /// Nobody could be asked whether it is to be written.
        package var isProposal = false
        /// Why the file was not written, as a sentence.
        package var reason: String?

        package var uid: UID { UID(text: kept.generation) }
    }

    /// - Throws: `EngineFailure` where nothing came; `OutputFile.Refusal` before anything is asked for, where what stands there
    ///   is not to be written over; `StoreError`.
    package func run(in store: Store, _ watch: EngineClient.Watch = .init()) throws -> Report {
        try checkOutput(in: store)
        let outcome = try client.ask(question, watch)
        var record = GenerationRecord(
            id: "colophon/" + Self.newID(), prompt: prompt, outcome: outcome, engine: client.engine, model: model,
            question: question, directory: folder)
        let checkout = Checkout.discover(from: folder)
        record.branch = checkout?.branch
        record.commit = checkout?.head
        var code = AnswerCode(
            of: outcome.answer.text, language: prompt.language, isMarkdown: prompt.language == "markdown")
        if let region = prompt.region { code.text = region.text(code.text) }
        let reason = Self.reasonAgainst(outcome, code)
        let change = reason == nil || isForced ? try change(code.text) : nil
        record.edit = change
        let keeping = GenerationKeeping(store: store)
        guard var done = change, let output else {
            return Report(
                outcome: outcome, code: code.text, kept: try keeping.keep(record), isComplete: reason == nil,
                reason: output == nil ? nil : reason)
        }
        // It is recorded before it is written: what stands in a file can always be found.
        _ = try keeping.keep(record, isLast: false)
        var report = Report(
            outcome: outcome, code: code.text, kept: .init(generation: record.uid.text, findings: []),
            isComplete: reason == nil)
        let approval = try approve?(code.text) ?? .write
        if approval == .leave {
            report.kept = try keeping.keep(record)
            report.isProposal = true
            return report
        }
        do {
            guard approval == .write else {
                done.status = .rejected
                record.edit = done
                report.kept = try keeping.keep(record)
                return report
            }
            try output.write(try wholeText(code.text))
            done.status = .applied
            report.isWritten = true
        } catch let refusal as OutputFile.Refusal {
            done.status = .failed
            report.reason = refusal.description
        }
        record.edit = done
        report.kept = try keeping.keep(record)
        return report
    }

    private func checkOutput(in store: Store) throws {
        guard let output, prompt.region == nil, !isForced, !isOwn, try !output.isOurs(in: store) else { return }
        throw OutputFile.Refusal(
            description: "'\(output.path)' holds what Colophon did not generate, or what was changed since: "
                + "name another file, or write over it with --force.")
    }

    /// Why an answer is not written to a file, as a sentence.
    private static func reasonAgainst(_ outcome: EngineClient.Outcome, _ code: AnswerCode) -> String? {
        if let shortfall = outcome.shortfall { return shortfall }
        switch outcome.answer.finishReason {
        case "length", "limit", "max_tokens", "model_context_window_exceeded":
            return "The answer was cut where it reached the limit of tokens: allow more with --max-tokens."
        case let reason? where ["content_filter", "refusal"].contains(reason):
            return "The engine held back the answer, or a part of it (\(reason))."
        default: break
        }
        if code.isProse { return "The answer is words and no code." }
        if code.text.isEmpty { return "The answer holds no code." }
        return code.isOpen ? "The answer ends within its code." : nil
    }

    private func change(_ code: String) throws -> GenerationRecord.Change? {
        guard let output else { return nil }
        guard let region = prompt.region else {
            return .init(fullPath: output.fullPath, before: output.before, after: code, status: .proposed)
        }
        let lines = FileLines.split(region.file.text)
        let before = lines[region.lines.lowerBound - 1..<region.lines.upperBound].joined()
        return .init(
            fullPath: output.fullPath, before: before, after: code, firstLine: region.lines.lowerBound,
            status: .proposed)
    }

    /// The file as it will be.
    private func wholeText(_ code: String) throws(OutputFile.Refusal) -> String {
        guard let region = prompt.region else { return code }
        let lines = FileLines.split(region.file.text)
        let rest = lines[region.lines.upperBound...].joined()
        return lines[..<(region.lines.lowerBound - 1)].joined() + code + rest
    }

    /// 128 random bits.
    static func newID() -> String {
        let id = (0..<2).map { _ in UInt64.random(in: 0...UInt64.max) }
        return id.map { String(repeating: "0", count: $0.leadingZeroBitCount / 4) + String($0, radix: 16) }.joined()
    }
}
