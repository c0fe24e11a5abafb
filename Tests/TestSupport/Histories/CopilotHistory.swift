import Provenance
import Text

/// Made-up lines of the shape of Copilot CLI's events, one a call; the first number is the second of the day.
package struct CopilotHistory: Sendable {
    package var session: String

    package init(session: String = "c0b10000-0000-4000-8000-000000000001") {
        self.session = session
    }

    package func start(more: String = "") -> String {
        event(
            0, "session.start",
            """
            {"sessionId":"\(session)","version":1,"producer":"copilot-agent","copilotVersion":"1.0.45",\
            "startTime":"\(ClaudeHistory.time(0))","context":{"cwd":"/home/ada/shop/src","gitRoot":"/home/ada/shop",\
            "branch":"main","headCommit":"c0ffee","repository":"ada/shop","repositoryHost":"example.com"}\(more)}
            """)
    }

    package func model(_ second: Int, _ name: String = "gpt-test-1") -> String {
        event(second, "session.model_change", #"{"newModel":"\#(name)"}"#)
    }

    package func user(_ second: Int, _ words: String, more: String = "") -> String {
        event(second, "user.message", #"{"content":\#(quoted(words)),"attachments":[]\#(more)}"#)
    }

    package func answer(_ second: Int, _ id: String, _ text: String, requests: String..., more: String = "") -> String {
        event(
            second, "assistant.message",
            """
            {"messageId":"\(id)","content":\(quoted(text)),"toolRequests":[\(requests.joined(separator: ","))]\(more)}
            """)
    }

    /// A tool's call inside an answer; the arguments are JSON, and stand in a string or as they are.
    package static func request(_ id: String, _ name: String, _ arguments: String, isText: Bool = true) -> String {
        let asked = isText ? quoted(arguments) : arguments
        return #"{"toolCallId":"\#(id)","name":"\#(name)","arguments":\#(asked),"type":"function"}"#
    }

    package func started(_ second: Int, _ id: String, _ name: String, _ arguments: String) -> String {
        event(
            second, "tool.execution_start",
            #"{"toolCallId":"\#(id)","toolName":"\#(name)","arguments":\#(arguments)}"#)
    }

    package func completed(_ second: Int, _ id: String, _ text: String, more: String = "") -> String {
        event(
            second, "tool.execution_complete",
            #"{"toolCallId":"\#(id)","success":true,"result":{"content":\#(quoted(text))\#(more)}}"#)
    }

    package func event(_ second: Int, _ type: String, _ data: String) -> String {
        """
        {"type":"\(type)","data":\(data),"id":"\(SHA256.hash("\(second)\(type)\(data)").hex.prefix(32))",\
        "timestamp":"\(ClaudeHistory.time(second))","parentId":null}
        """
    }
}
