import Text

/// Calls of tools, whose arguments come in pieces.
extension AnswerBuilder {
    /// Of one answer; no model makes so many.
    private static let mostCalls = 1 << 12

    /// - Parameter key: the number by which further pieces of it are told; `nil` where it came whole.
    mutating func beginCall(_ key: Int64?, id: String?, name: String, _ arguments: String = "") {
        guard answer.calls.count < Self.mostCalls else { return }
        if let key { callPlaces[key] = answer.calls.count }
        answer.calls.append(AnswerCall(id: id, name: name, arguments: arguments))
        callBytes += name.utf8.count + arguments.utf8.count
    }

    mutating func addToCall(_ key: Int64, _ piece: String) {
        guard let place = callPlaces[key] else { return }
        answer.calls[place].arguments += piece
        callBytes += piece.utf8.count
    }

    /// What is told at its end is all of it.
    mutating func completeCall(_ key: Int64, _ arguments: String?) {
        guard let place = callPlaces[key], let arguments, !arguments.isEmpty else { return }
        answer.calls[place].arguments = arguments
    }

    func hasCall(_ key: Int64) -> Bool { callPlaces[key] != nil }

    /// A member of `tool_calls`, or a piece of one: OpenAI's `{index, id, function{name, arguments}}`, Ollama's with an object
    /// for arguments, and `{custom{name, input}}`.
    ///
    /// Some servers tell no index, or the same for all: another id begins another call.
    mutating func readCall(_ entry: JSONValue, at place: Int) {
        let key = entry["index"].int ?? Int64(place)
        let told = entry["function"].exists ? entry["function"] : entry["custom"]
        let arguments = (told["arguments"].exists ? told["arguments"] : told["input"]).written
        let id = entry["id"].string.flatMap { $0.isEmpty ? nil : $0 }
        let known = callPlaces[key].map { answer.calls[$0] }
        if let known, id == nil || id == known.id {
            addToCall(key, arguments)
        } else {
            beginCall(key, id: id, name: told["name"].string ?? "", arguments)
        }
    }
}

extension JSONValue {
    /// A text as it is, another value as it is written.
    var written: String { string ?? (exists && kind != .null ? source : "") }
}
