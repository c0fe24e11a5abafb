import Provenance
import Text

/// Names for what its maker gave none: a conversation by the id in its file's name, or else by its first record; a record
/// by its conversation, its place and what it says, so that a copy of the file meets the same rows.
enum NamelessConversation {
    static func id(file: String, first: JSONValue) -> String {
        let name = file.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
        return isUUID(name) ? name.lowercased() : String(SHA256.hash(first.source).hex.prefix(32))
    }

    static func recordID(_ conversation: Conversation, _ record: JSONValue) -> String {
        "\(conversation.session.makerID)/\(conversation.records)/\(SHA256.hash(record.source).hex.prefix(16))"
    }

    private static func isUUID(_ name: Substring) -> Bool {
        name.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
            && name.allSatisfy { $0.isHexDigit || $0 == "-" }
    }
}
