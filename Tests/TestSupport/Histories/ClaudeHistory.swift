import Text

/// Made-up lines of the shape of Claude Code's transcripts, one a call; ids are numbers, and so are the seconds.
package struct ClaudeHistory: Sendable {
    package var session: String
    package var directory = "/home/ada/shop"
    package var branch = "main"
    /// The sub-agent whose file this is.
    package var agent: String?
    /// The session whose lines these are copies of, where the copy says so.
    package var forkedFrom: String?

    package init(session: String = "5e551011-0000-4000-8000-000000000001") {
        self.session = session
    }

    /// A person's line with plain words.
    package func user(_ id: Int, _ words: String, more: String = "") -> String {
        line("user", id, message: #"{"role":"user","content":\#(quoted(words))}"#, more)
    }

    /// A line in the user's role whose content is these blocks, as JSON.
    package func user(_ id: Int, blocks: String..., more: String = "") -> String {
        line("user", id, message: #"{"role":"user","content":[\#(blocks.joined(separator: ","))]}"#, more)
    }

    /// One line of an answer: one block, with the usage as it stands by then.
    package func answer(
        _ id: Int, _ message: String, _ block: String, usage: String = Self.usage(), model: String = "claude-test-1",
        stop: String? = nil
    ) -> String {
        line(
            "assistant", id,
            message: """
                {"model":"\(model)","id":"\(message)","type":"message","role":"assistant","content":[\(block)],\
                "stop_reason":\(stop.map(quoted(_:)) ?? "null"),"usage":\(usage)}
                """, #","requestId":"req_\#(message)""#)
    }

    /// A call of a tool with its input as JSON.
    package func call(_ id: Int, _ message: String, _ call: String, _ tool: String, _ input: String) -> String {
        answer(id, message, Self.use(call, tool, input))
    }

    /// What a tool answered, to the model and (as JSON) to the program.
    package func result(
        _ id: Int, of call: String, _ text: String = "ok", isError: Bool = false, _ result: String? = nil
    ) -> String {
        user(
            id, blocks: Self.result(call, text, isError: isError),
            more: result.map { #","toolUseResult":\#($0)"# } ?? "")
    }

    /// What a sub-agent says or is told, as versions tell it that keep no file of the sub-agent.
    package func progress(_ id: Int, agent: String, _ line: String) -> String {
        self.line(
            "progress", id, message: nil,
            #","toolUseID":"agent_\#(agent)","data":{"type":"agent_progress","agentId":"\#(agent)","message":\#(line)}"#
        )
    }

    /// Any line with this envelope.
    package func line(_ type: String, _ id: Int, message: String?, _ more: String = "") -> String {
        var line = #"{"parentUuid":null,"isSidechain":\#(agent != nil),"userType":"external","cwd":"\#(directory)","#
        line += #""sessionId":"\#(session)","version":"2.1.0","gitBranch":"\#(branch)","#
        if let agent { line += #""agentId":"\#(agent)","# }
        if let forkedFrom {
            line += #""forkedFrom":{"sessionId":"\#(forkedFrom)","messageUuid":"\#(Self.uuid(id))"},"#
        }
        line += #""type":"\#(type)","#
        if let message { line += #""message":\#(message),"# }
        return line + #""uuid":"\#(Self.uuid(id))","timestamp":"\#(Self.time(id))"\#(more)}"#
    }

    package static func text(_ text: String) -> String { #"{"type":"text","text":\#(quoted(text))}"# }

    package static func use(_ call: String, _ tool: String, _ input: String) -> String {
        #"{"type":"tool_use","id":"\#(call)","name":"\#(tool)","input":\#(input)}"#
    }

    package static func result(_ call: String, _ text: String, isError: Bool = false) -> String {
        #"{"tool_use_id":"\#(call)","type":"tool_result","content":\#(quoted(text)),"is_error":\#(isError)}"#
    }

    package static func usage(input: Int = 3, read: Int = 100, write: Int = 20, output: Int = 1) -> String {
        """
        {"input_tokens":\(input),"cache_read_input_tokens":\(read),"cache_creation_input_tokens":\(write),\
        "output_tokens":\(output),"service_tier":"standard"}
        """
    }

    package static func uuid(_ id: Int) -> String { "00000000-0000-4000-8000-\(padded(id, 12))" }

    /// Seconds since the beginning of 2026.
    package static func time(_ id: Int) -> String {
        "2026-01-01T\(padded(id / 3600 % 24, 2)):\(padded(id / 60 % 60, 2)):\(padded(id % 60, 2)).000Z"
    }
}

/// A text as JSON.
package func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(text)
    return String(decoding: writer.bytes, as: UTF8.self)
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
