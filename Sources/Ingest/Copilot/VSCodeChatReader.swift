import Provenance
import Text

/// Reads a chat of VS Code with Copilot: one JSON object that holds all requests, each with what was answered.
package struct VSCodeChatReader: ConversationReader {
    package static let agent = "vscode-copilot"

    private let directory: String?
    /// Each object holds its own, and is told whole.
    let conversation: Conversation? = nil
    var next = LinePlace.start

    package init(state: String, file: String) {
        directory = VSCodeWorkspace.folder(of: file)
    }

    mutating func take(_ line: JSONValue, into sightings: inout [Sighting]) -> LineVerdict {
        let requests = line["requests"].elements
        let folder = directory ?? requests.lazy.compactMap(VSCodeChat.directory(of:)).first
        guard var chat = VSCodeChat(line, directory: folder) else { return .broken("the chat has no id") }
        sightings.append(.session(chat.conversation.session))
        var verdict = LineVerdict.read
        for (index, request) in requests.enumerated() {
            let answer = chat.tell(request, into: &sightings)
            if case .broken(let reason) = answer { verdict = .broken("request \(index + 1): \(reason)") }
        }
        return verdict
    }
}
