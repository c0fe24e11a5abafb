import Engines
import Foundation
import Provenance
import TestSupport
import Testing
import Text

@testable import Flows
@testable import Store

/// What real servers sent, played by one of this machine: the record of it in the store.
@Suite(.enabled(if: Captures.areThere, "the captures of real servers are not there"))
struct CaptureRecordTests {
    /// Asks a server that answers with a capture, in chunks of so many bytes, and reads what the store then has.
    private func record(_ capture: Captures.Capture, chunks: Int) throws -> String {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(capture.body, type: capture.contentType ?? "text/event-stream")
            reply.cut = { _ in chunks }
            return reply
        }
        defer { server.close() }
        let (kind, path): (Engine.Kind, String) =
            switch capture.dialect {
            case "ollama": (.ollama, "/api/generate")
            case "llama": (.llama, "/completion")
            case "messages": (.anthropic, "/v1/messages")
            default: (.openai, "/v1/chat/completions")
            }
        let engine = Engine(kind, at: server.address, path: path)
        let question = EngineQuestion("Say it.")
        let outcome = try EngineClient(engine).ask(question)
        let store = try Store.inMemory()
        let record = GenerationRecord(
            id: capture.name, prompt: GenerationPrompt("Say it."), outcome: outcome, engine: engine, model: nil,
            question: question, directory: "/")
        _ = try GenerationKeeping(store: store).keep(record)
        guard case .one(_, let id, _) = try store.find(.generation, record.uid.text),
            let answer = try store.generation(id), let run = answer.engineRun
        else { return "nothing" }
        func told<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
        var text: [UInt8] = []
        answer.output.writeJSON(to: &text)
        let row = answer.generation
        var lines = [
            String(decoding: text, as: UTF8.self),
            "\(told(row.model)) \(told(row.stopReason)), in \(told(row.inputTokens)) and \(told(row.cacheReadTokens)), out \(told(row.outputTokens))",
            "\(run.fidelity), \(run.ended), told \(run.observedTokens), counted \(told(run.reportedTokens))",
        ]
        for token in try store.tokenRun(of: id)?.tokens ?? [] {
            let logprob = token.logprob.map { String(format: "%.3f", $0) }
            lines.append("\(token.length) \(told(token.id)) \(told(logprob))")
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: Captures.answers.filter { $0.dialect != "responses" })
    func `A record is the same wherever the chunks of an answer end, and as it was worked out by hand`(
        capture: Captures.Capture
    ) throws {
        let whole = try record(capture, chunks: .max)
        for chunks in [1, 2, 3, 61] { #expect(try record(capture, chunks: chunks) == whole, "\(chunks)") }
        if let known = HandWorkedRecords.all[capture.name] { #expect(whole == known) }
    }

    @Test func `Ten and more were worked out by hand`() {
        #expect(HandWorkedRecords.all.keys.count { Captures.capture($0) != nil } >= 10)
    }
}
