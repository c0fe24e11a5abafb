import Text

/// Made-up requests of the shape of a VS Code chat, and the one object that holds them.
package struct VSCodeHistory: Sendable {
    package var session = "5c0de000-0000-4000-8000-000000000001"

    package init() {}

    package func chat(_ requests: String...) -> String {
        """
        {
          "version": 3,
          "requesterUsername": "ada",
          "requests": [\(requests.joined(separator: ",\n"))],
          "sessionId": "\(session)",
          "creationDate": 1767225600000,
          "customTitle": "A faster parser"
        }
        """
    }

    /// A request; `rounds` are what the model said and called, `results` what the tools answered by call.
    package func request(
        _ second: Int, _ id: String, _ words: String, response: String = "[]", rounds: String = "",
        results: String = "",
        metadata: String = ""
    ) -> String {
        """
        {"requestId":"\(id)","message":{"text":\(quoted(words)),"parts":[]},"variableData":{"variables":[]},\
        "response":\(response),"responseId":"response_\(id)","timestamp":\(1_767_225_600_000 + second * 1000),\
        "modelId":"copilot/test-1","isCanceled":false,"result":{"timings":{"firstProgress":10,"totalElapsed":2500},\
        "metadata":{"toolCallRounds":[\(rounds)],"toolCallResults":{\(results)}\(metadata)}}}
        """
    }

    package static func round(_ id: String, _ text: String, calls: String...) -> String {
        #"{"response":\#(quoted(text)),"toolCalls":[\#(calls.joined(separator: ","))],"id":"\#(id)"}"#
    }

    package static func call(_ id: String, _ name: String, _ arguments: String) -> String {
        #"{"name":"\#(name)","arguments":\#(quoted(arguments)),"id":"\#(id)"}"#
    }

    package static func result(_ call: String, _ text: String) -> String {
        """
        "\(call)":{"$mid":20,"content":[{"$mid":23,"value":{"node":{"type":1,"children":[{"type":2,"text":\(quoted(text)),\
        "lineBreakBefore":false}]}}}]}
        """
    }
}

extension VSCodeHistory {
    /// A chat of two requests, of which one called tools.
    package static let example = VSCodeHistory().chat(
        VSCodeHistory().request(
            1, "r-1", "make it faster",
            rounds: VSCodeHistory.round(
                "round-1", "I will.",
                calls: VSCodeHistory.call(
                    "c-1", "multi_replace_string_in_file",
                    #"{"replacements":[{"filePath":"/s/a.py","oldString":"b","newString":"c"}]}"#),
                VSCodeHistory.call("c-2", "run_in_terminal", #"{"command":"cat > x <<'E'\ny\nE\n"}"#)),
            results: VSCodeHistory.result("c-1", "done"), metadata: #","renderedUserMessage":[{"text":"<a>b</a>"}]"#),
        VSCodeHistory().request(2, "r-2", "why?", response: #"[{"value":"Because."}]"#))
}

extension VSCodeHistory {
    /// The lines of the log in which `VSCodeHistory.example` came to be: its answers came in pieces, one request was taken
    /// back, and a title was given and taken away again.
    package static let log: [String] = {
        let history = VSCodeHistory()
        let empty = """
            {"version":3,"creationDate":1767225600000,"customTitle":"A faster parser","sessionId":"\(history.session)"
            """
        let rounds = VSCodeHistory.round(
            "round-1", "I will.",
            calls: VSCodeHistory.call(
                "c-1", "multi_replace_string_in_file",
                #"{"replacements":[{"filePath":"/s/a.py","oldString":"b","newString":"c"}]}"#),
            VSCodeHistory.call("c-2", "run_in_terminal", #"{"command":"cat > x <<'E'\ny\nE\n"}"#))
        let answered = """
            {"timings":{"firstProgress":10,"totalElapsed":2500},"metadata":{"toolCallRounds":[\(rounds)],\
            "toolCallResults":{\(VSCodeHistory.result("c-1", "done"))},"renderedUserMessage":[{"text":"<a>b</a>"}]}}
            """
        return [
            #"{"kind":0,"v":\#(empty),"responderUsername":"","requests":[],"inputState":{}}}"#,
            #"{"kind":1,"k":["inputState","text"],"v":"make"}"#,
            #"{"kind":2,"k":["requests"],"v":[\#(history.asked(1, "r-1", "make it faster"))]}"#,
            #"{"kind":1,"k":["responderUsername"],"v":"GitHub Copilot"}"#,
            #"{"kind":2,"k":["requests",0,"response"],"v":[{"value":"I "},{"kind":"thinking","value":"hm"}]}"#,
            #"{"kind":2,"k":["requests",0,"response"],"v":[{"value":"I will."}],"i":0}"#,
            #"{"kind":1,"k":["requests",0,"modelState"],"v":{"value":1,"completedAt":1767225603500}}"#,
            #"{"kind":1,"k":["requests",0,"result"],"v":\#(answered)}"#,
            #"{"kind":3,"k":["inputState","text"]}"#,
            #"{"kind":2,"k":["requests"],"v":[\#(history.asked(2, "r-2", "why?"))]}"#,
            #"{"kind":2,"k":["requests",1,"response"],"v":[{"value":"Because."}]}"#,
            #"{"kind":1,"k":["requests",1,"result"],"v":{"timings":{"totalElapsed":2500},"metadata":{}}}"#,
            #"{"kind":1,"k":["requests",1,"modelState","value"],"v":1}"#,
        ]
    }()

    /// What is in a log once a person takes the last request back and asks otherwise.
    package static let askedAnew = [
        #"{"kind":2,"k":["requests"],"v":[\#(VSCodeHistory().asked(9, "r-3", "why so?"))],"i":1}"#,
        #"{"kind":1,"k":["requests",1,"result"],"v":{"timings":{"totalElapsed":100}}}"#,
        #"{"kind":1,"k":["requests",1,"completionTokens"],"v":7}"#,
        #"{"kind":2,"k":["requests",1,"response"],"v":[{"value":"So."}]}"#,
    ]

    /// A request whose answer is still to come.
    package func asked(_ second: Int, _ id: String, _ words: String) -> String {
        """
        {"requestId":"\(id)","message":{"text":\(quoted(words)),"parts":[]},"variableData":{"variables":[]},"response":[],\
        "responseId":"response_\(id)","timestamp":\(1_767_225_600_000 + second * 1000),"modelId":"copilot/test-1",\
        "modelState":{"value":0}}
        """
    }
}
