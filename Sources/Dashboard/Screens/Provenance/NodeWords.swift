import Provenance
import Store
import Terminal
import Text

/// What a node is called in a line.
enum NodeWords {
    /// `context` of a segment, `commit` of a revision.
    static func kind(_ kind: String) -> String {
        switch kind {
        case "segment": "context"
        case "revision": "commit"
        default: Visible.text(kind)
        }
    }

    /// What is known of it in a word or two, at the end of its line.
    static func mark(_ node: GraphNode) -> Span? {
        if node.trust == .untrusted { return Span("untrusted", Style(.untrusted)) }
        switch node.kind {
        case "segment": return node.trust.map { Span($0.word, .muted) }
        case "finding", "alert": return node.mark.map { TurnColumns.severity($0) }
        case "edit": return node.mark.map { Span(Visible.text($0), TurnColumns.status($0)) }
        case "generation", "prompt", "decision": return nil
        default: return node.mark.map { Span(Visible.text($0), .muted) }
        }
    }

    /// The title; of nothing that is told by its title its uid.
    static func title(_ node: GraphNode) -> String {
        let words = node.title.isEmpty ? String(node.uid.prefix(12)) : node.title
        let isSaid = node.kind == "prompt" || node.kind == "turn"
        let text = Visible.text(String(words.prefix(400)))
        return isSaid && !node.title.isEmpty
            ? "\"\(text)\"" : node.kind == "generation" ? TurnColumns.short(text) : text
    }

    /// Of a path its last part: `edit refund.py:61 +42 −3`.
    static func short(_ node: GraphNode) -> String {
        var title = title(node)
        if ["edit", "frame", "segment"].contains(node.kind) {
            let place = title.prefix { $0 != " " }
            if let slash = place.lastIndex(of: "/") { title = String(title[title.index(after: slash)...]) }
        }
        return "\(kind(node.kind)) \(title)"
    }
}

/// What is said of a node that is there more than once.
enum NodeSign: Equatable {
    /// It is in the path: going there leads back to it.
    case path
    /// So many ways lead to it among what is shown.
    case shared(Int)

    var span: Span {
        switch self {
        case .path: Span("@", Style(.note))
        case .shared(let count): Span("*\(count)", Style(.note))
        }
    }
}
