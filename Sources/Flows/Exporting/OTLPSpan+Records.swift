import Ingest
import Provenance
import Text

extension OTLPSpan {
    /// Segments in one span, and bytes of their texts: what an answer saw beyond that is counted and left out.
    static let segmentLimit = 5_000
    private static let segmentBytes = 2 << 20

    init(prompt: Prompt, of session: Session) {
        self.init(
            name: "invoke_agent \(session.agent)", kind: .internal, trace: Self.traceID(session: session.uid.text),
            id: Self.id("prompt", prompt.uid.text), start: prompt.at, end: prompt.at)
        parent = prompt.parent.map { Self.id("prompt", $0.text) }
        attributes.set("gen_ai.operation.name", "invoke_agent")
        attributes.set("gen_ai.provider.name", Self.provider(model: nil, agent: session.agent))
        attributes.set("gen_ai.agent.name", session.agent)
        attributes.set("gen_ai.conversation.id", session.makerID)
        attributes.set("gen_ai.input.messages", Self.messages { Self.text(prompt.words.text, role: "user", to: &$0) })
        attributes.set(ColophonName.prompt, prompt.uid.text)
        attributes.set(ColophonName.asker, prompt.asker.rawValue)
        attributes.set(ColophonName.promptParent, prompt.parent?.text)
        attributes.set(ColophonName.promptBranch, prompt.branch)
        if !prompt.thread.isEmpty { attributes.set(ColophonName.thread, prompt.thread) }
        attributes.set(ColophonName.firstSegment, prompt.segments?.lowerBound)
        attributes.set(ColophonName.lastSegment, prompt.segments?.upperBound)
    }

    /// - Parameter segments: what no earlier answer has seen, the latest first.
    init(generation: Generation, of session: Session, seeing segments: [Segment], edits: [Edit]) {
        self.init(
            name: generation.model.map { "chat \($0)" } ?? "chat", kind: .client,
            trace: Self.traceID(session: session.uid.text), id: Self.id("generation", generation.uid.text),
            start: generation.startedAt, end: generation.endedAt)
        parent = generation.prompt.map { Self.id("prompt", $0.text) }
        attributes.set("gen_ai.operation.name", "chat")
        attributes.set("gen_ai.provider.name", Self.provider(model: generation.model, agent: session.agent))
        attributes.set("gen_ai.request.model", generation.model)
        attributes.set("gen_ai.response.model", generation.model)
        attributes.set("gen_ai.response.id", generation.makerID)
        attributes.set("gen_ai.response.finish_reasons", generation.stopReason.map { [$0] })
        attributes.set("gen_ai.conversation.id", session.makerID)
        attributes.set("gen_ai.agent.name", session.agent)
        setTokens(generation.tokens)
        setMessages(generation, segments)
        attributes.set(ColophonName.generation, generation.uid.text)
        attributes.set(ColophonName.prompt, generation.prompt?.text)
        if !generation.thread.isEmpty { attributes.set(ColophonName.thread, generation.thread) }
        attributes.set(ColophonName.firstSegment, generation.context?.lowerBound)
        attributes.set(ColophonName.lastSegment, generation.context?.upperBound)
        events = edits.map(Event.init(edit:))
    }

    /// "gen_ai.usage.input_tokens … SHOULD include all types of input tokens, including cached tokens."
    private mutating func setTokens(_ tokens: TokenCounts) {
        let input = tokens.input.map { $0 + (tokens.cacheRead ?? 0) + (tokens.cacheWrite ?? 0) }
        attributes.set("gen_ai.usage.input_tokens", input)
        attributes.set("gen_ai.usage.cache_read.input_tokens", tokens.cacheRead)
        attributes.set("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWrite)
        attributes.set("gen_ai.usage.output_tokens", tokens.output)
        attributes.set("gen_ai.usage.reasoning.output_tokens", tokens.reasoning)
    }

    private mutating func setMessages(_ generation: Generation, _ segments: [Segment]) {
        var room = Self.segmentBytes
        let shown = segments.prefix {
            room -= $0.text.text.utf8.count
            return room >= 0
        }.reversed()
        if !shown.isEmpty {
            attributes.set(
                "gen_ai.input.messages",
                Self.messages { array in for segment in shown { Self.message(segment, to: &array) } })
        }
        if shown.count < segments.count { attributes.set(ColophonName.omitted, segments.count - shown.count) }
        attributes.set(
            "gen_ai.output.messages",
            Self.messages {
                Self.text(generation.output.text, role: "assistant", finish: generation.stopReason, to: &$0)
            })
    }

    /// Who makes the model, as far as the model's or the agent's name tells.
    private static func provider(model: String?, agent: String) -> String? {
        let names: KeyValuePairs = [
            "claude": "anthropic", "gpt-": "openai", "o1": "openai", "o3": "openai", "o4": "openai", "codex": "openai",
            "gemini": "gcp.gemini", "mistral": "mistral_ai", "codestral": "mistral_ai", "devstral": "mistral_ai",
            "deepseek": "deepseek", "grok": "x_ai", "command-": "cohere", "sonar": "perplexity",
        ]
        let model = model?.lowercased() ?? ""
        if let known = names.first(where: { model.hasPrefix($0.key) }) { return known.value }
        if !model.isEmpty { return nil }
        return ["claude-code": "anthropic", "codex": "openai", "gemini-cli": "gcp.gemini"][agent]
    }
}

extension OTLPSpan.Event {
    init(edit: Edit) {
        name = ColophonName.edit
        at = edit.at
        func member(_ member: String) -> String { ColophonName.editMember + member }
        attributes.set(member("uid"), edit.uid.text)
        attributes.set(member("call"), edit.call.text)
        attributes.set(member("path"), edit.path)
        attributes.set(member("moved_from"), edit.movedFrom)
        attributes.set(member("kind"), edit.kind.rawValue)
        attributes.set(member("means"), edit.means.rawValue)
        attributes.set(member("status"), edit.status.rawValue)
        attributes.set(member("first_line"), edit.firstLine)
        attributes.set(member("added"), edit.added)
        attributes.set(member("removed"), edit.removed)
        attributes.set(member("before"), edit.before?.text)
        attributes.set(member("after"), edit.after?.text)
        attributes.set(member("patch"), edit.patch?.text)
    }
}

/// Messages are JSON in a text: "if structured format is not supported" by whoever receives the span, which is most.
extension OTLPSpan {
    private static func messages(_ body: (inout JSONArrayWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.array(body)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func text(
        _ text: String, role: String, finish: String? = nil, to array: inout JSONArrayWriter
    ) {
        array.object { json in
            json.set("role", role)
            json.array("parts") { array in
                guard !text.isEmpty else { return }
                array.object { json in
                    json.set("type", "text")
                    json.set("content", text)
                }
            }
            if let finish { json.set("finish_reason", finish) }
        }
    }

    private static func message(_ segment: Segment, to array: inout JSONArrayWriter) {
        let isResult = segment.origin == .tool || segment.origin == .file
        array.object { json in
            json.set("role", isResult ? "tool" : segment.origin == .user ? "user" : "system")
            json.array("parts") { array in
                array.object { json in
                    json.set("type", isResult ? "tool_call_response" : "text")
                    json.set(isResult ? "result" : "content", segment.text.text)
                }
            }
            json.object("colophon") { json in
                json.set("uid", segment.uid.text)
                json.set("number", segment.number)
                json.set("origin", segment.origin.rawValue)
                json.set("at", segment.at)
                if let tool = segment.tool { json.set("tool", tool) }
                if let path = segment.path { json.set("path", path) }
                if let line = segment.firstLine { json.set("first_line", line) }
                if let count = segment.lineCount { json.set("line_count", count) }
            }
        }
    }
}
