import Provenance
import Text

/// How git-ai names sessions, and how we name what it says.
package enum GitAINames {
    package static let teller = "git-ai"
    /// How a `custom_attributes` of ours begins that names the model of one trace, as a session has room for one alone.
    package static let modelAttribute = "model."
    /// How the maker's id of an answer begins that a note brought, not the agent's own record.
    package static let answerPrefix = "git-ai/"

    /// "`s_` + SHA256(`<tool>:<conversation_id>`)[0..14]" (git-ai standard 3.0.0).
    package static func session(tool: String, id: String) -> String {
        "s_" + SHA256.hash("\(tool):\(id)").hex(14)
    }

    /// All names that git-ai may have for a session of ours.
    package static func sessions(agent: String, makerID: String) -> [String] {
        AgentName.gitAINames(for: agent).map { session(tool: $0, id: makerID) }
    }

    /// The session's name in a key of an entry: `s_…::t_…` has it in front, and the bare digits of older notes are the
    /// same hash at another length.
    static func session(inKey key: Substring) -> String? {
        if key.hasPrefix("s_") { return String(key.prefix { $0 != ":" }) }
        guard key.utf8.count >= 14, key.utf8.allSatisfy(isHexadecimal) else { return nil }
        return "s_" + key.prefix(14)
    }

    /// What is said of one range in one note; of a note whose commit is not known, by what it says.
    static func attribution(of note: String, path: String, key: Substring, lines: ClosedRange<Int>) -> UID {
        UID(
            text: SHA256.hash(
                "attribution\u{0}\(teller)\u{0}\(note)\u{0}\(path)\u{0}\(key)\u{0}\(lines.lowerBound)-\(lines.upperBound)"
            ).hex(UID.length))
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
}
