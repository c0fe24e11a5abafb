package import Provenance
package import Text

/// Who asks a model, by what a request says of itself: what passes by is then read as this agent's own history tells it.
package enum PassingAgent: Equatable, Sendable {
    case claudeCode, codex
    /// One whose histories name nothing that a request tells.
    case other

    /// - Parameter client: what it calls itself, as in `User-Agent`: `claude-cli/2.1.0 (external, cli)`, `codex_cli_rs/0.98.0`.
    package init(client: String?) {
        let client = client?.lowercased() ?? ""
        if client.hasPrefix("claude-cli/") || client.hasPrefix("claude-code/") {
            self = .claudeCode
        } else if client.hasPrefix("codex_") || client.hasPrefix("codex-") || client.hasPrefix("codex/") {
            self = .codex
        } else {
            self = .other
        }
    }

    /// The agent's own id of the conversation, where the request tells it.
    package func conversation(of request: JSONValue) -> String? {
        switch self {
        case .claudeCode:
            // `user_…_account_…_session_<id>`, or an object with `session_id`, as a text
            guard let user = request["metadata"]["user_id"].string, user.utf8.count < 4096 else { return nil }
            if let told = JSONTape().object(in: user, { $0["session_id"].string }) { return Self.id(told[...]) }
            return user[...].range(of: "_session_").flatMap { Self.id(user[$0.upperBound...]) }
        case .codex: return request["prompt_cache_key"].string.flatMap { Self.id($0[...]) }
        case .other: return nil
        }
    }

    /// An id of 8 to 64 letters, digits and hyphens.
    private static func id(_ text: Substring) -> String? {
        let isID =
            8...64 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        return isID ? String(text) : nil
    }

    /// The name that the agent's history will have for an answer of `/v1/responses`, by the first thing in it.
    package func answerName(firstItem: String?) -> String? {
        guard self == .codex, let key = firstItem, key.utf8.count >= 20 else { return nil }
        return CodexReader.name(ofAnswer: key)
    }

    /// A person's words, parted from what the agent wraps around them; all of them where the agent is not known.
    package func words(in text: String) -> PersonWords {
        switch self {
        case .claudeCode: ClaudeWrappers.words(in: text)
        case .codex: CodexWrappers.words(in: text)
        case .other: PersonWords(whole: text)
        }
    }

    /// The folder that is worked in, as agents tell it to their models: `Working directory: /srv/shop`, `<cwd>/srv/shop</cwd>`.
    package static func directory(toldIn text: String) -> String? {
        let told: String?
        if let content = PersonWords.content(of: "cwd", in: text) {
            told = content
        } else if let label = text[...].range(of: "orking directory: ") {
            told = String(text[label.upperBound...].prefix { !$0.isNewline })
        } else {
            told = nil
        }
        guard let path = told?.trimmed, path.hasPrefix("/"), path.utf8.count < 4096, !path.contains("\0") else {
            return nil
        }
        return String(path)
    }

    /// What a result says of the edits that its call made; `nil` where it does not say.
    package func outcome(ofCall id: String, saying text: String, isError: Bool?) -> EditOutcome? {
        guard let status = status(saying: text, isError: isError) else { return nil }
        return EditOutcome(call: UID(of: .edit, makerID: id), status: status)
    }

    private func status(saying text: String, isError: Bool?) -> Edit.Status? {
        if self == .codex { return CodexReader.status(ofOutput: text) }
        guard let isError else { return nil }
        if isError { return ClaudeCodeReader.isRejection(text) ? .rejected : .failed }
        // What then stands there the history tells.
        return text.contains("user modified your proposed changes") ? nil : .applied
    }
}
