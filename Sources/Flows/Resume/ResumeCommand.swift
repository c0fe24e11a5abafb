package import Store

/// What takes up a session again in its agent, as a line for a shell: `cd '/srv/shop' && claude --resume 4f2a…`.
package enum ResumeCommand: Equatable, Sendable {
    case line(String)
    /// There is none; said in one sentence.
    case none(String)

    package init(_ session: SessionRow) {
        guard let words = Self.words(agent: session.agent) else {
            self = .none("\(session.agent) has no command that takes up a session again.")
            return
        }
        guard Self.isID(session.makerID) else {
            self = .none(
                "The agent's own id of this session is not recorded as one word, so that no command can name it.")
            return
        }
        let command = words + session.makerID
        // The agents look for a session among those of the folder they are started in.
        self = .line(session.directory.map { "cd \(Self.quoted($0)) && \(command)" } ?? command)
    }

    /// What stands before the id, from each agent's own documentation.
    private static func words(agent: String) -> String? {
        switch agent {
        // "claude --resume <session>": resume a specific session by ID
        case "claude-code": "claude --resume "
        // "codex resume <SESSION_ID> targets a specific run"
        case "codex": "codex resume "
        // "Resume by ID: You can also provide the full session UUID: gemini --resume …"
        case "gemini-cli": "gemini --resume "
        // The hint that it leaves with: copilot --resume=…
        case "copilot-cli": "copilot --resume="
        // "--session -s: Session ID to continue"
        case "opencode": "opencode --session "
        default: nil
        }
    }

    /// Whether a text is one word of a shell and no option.
    private static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 200 else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "/"), UInt8(ascii: ":"):
                true
            default: false
            }
        }
    }

    /// In single quotes; what a terminal would obey when it is pasted is left out.
    private static func quoted(_ path: String) -> String {
        var quoted = path.hasPrefix("-") ? "'./" : "'"
        for scalar in path.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
            quoted += scalar == "'" ? "'\\''" : String(scalar)
        }
        return quoted + "'"
    }
}
