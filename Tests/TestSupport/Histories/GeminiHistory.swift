import Provenance
import Text

/// Made-up lines of the shape of Gemini CLI's chats, one a call; the first number is the second of the day.
package struct GeminiHistory: Sendable {
    package var session: String
    package var directory = "/home/ada/shop"

    package init(session: String = "9e310000-0000-4000-8000-000000000001") {
        self.session = session
    }

    /// The first line: the project is named by the SHA-256 of its path.
    package func header(more: String = "") -> String {
        """
        {"sessionId":"\(session)","projectHash":"\(SHA256.hash(directory).hex)",\
        "startTime":"\(ClaudeHistory.time(0))","lastUpdated":"\(ClaudeHistory.time(0))","kind":"main"\(more)}
        """
    }

    package func user(_ second: Int, _ id: String, _ words: String) -> String {
        message(second, id, "user", #""content":\#(quoted(words))"#)
    }

    package func answer(
        _ second: Int, _ id: String, _ text: String, calls: String..., tokens: String? = nil,
        model: String = "gemini-test-1"
    ) -> String {
        var members = #""content":\#(quoted(text)),"thoughts":[],"model":"\#(model)""#
        if !calls.isEmpty { members += #","toolCalls":[\#(calls.joined(separator: ","))]"# }
        if let tokens { members += #","tokens":\#(tokens)"# }
        return message(second, id, "gemini", members)
    }

    package static func tokens(input: Int, cached: Int = 0, output: Int, thoughts: Int = 0, tool: Int = 0) -> String {
        """
        {"input":\(input),"output":\(output),"cached":\(cached),"thoughts":\(thoughts),"tool":\(tool),\
        "total":\(input + output + thoughts + tool)}
        """
    }

    /// A tool's call inside an answer; `status` and `result` are there once it is over.
    package static func call(
        _ id: String, _ name: String, _ arguments: String, status: String? = nil, result: String? = nil,
        display: String? = nil
    ) -> String {
        var members = #""id":"\#(id)","name":"\#(name)","args":\#(arguments)"#
        if let status { members += #","status":"\#(status)","timestamp":"\#(ClaudeHistory.time(50))""# }
        if let result {
            members +=
                #","result":[{"functionResponse":{"id":"\#(id)","response":{"output":\#(quoted(result))}}}]"#
        }
        if let display { members += #","resultDisplay":\#(display)"# }
        return "{\(members)}"
    }

    package func message(_ second: Int, _ id: String, _ type: String, _ members: String) -> String {
        #"{"id":"\#(id)","timestamp":"\#(ClaudeHistory.time(second))","type":"\#(type)",\#(members)}"#
    }

    /// The same messages as older versions keep them: one object, written anew each time.
    package func document(_ messages: [String]) -> String {
        header(more: #","messages":[\#(messages.joined(separator: ",\n"))]"#)
    }
}
