import Provenance
import Text

/// Who wrote a range, as far as the record says.
struct TraceContributor: Equatable {
    var type: Attribution.Contributor
    var model: String?

    /// - Parameter kind: how it came about, as is proposed: of a person's typing alone a person is the author.
    init(_ value: JSONValue, kind: String?) {
        model = Self.name(value["model_id"].string)
        if let stated = value["type"].string.flatMap(Attribution.Contributor.init(rawValue:)) {
            type = stated
        } else if let kind {
            type = kind == "human_typing" ? .human : .ai
        } else {
            type = model == nil ? .unknown : .ai
        }
    }

    /// `nil` for what says nothing: empty, or `unknown`.
    static func name(_ text: String?) -> String? {
        guard let text = text?.trimmed, !text.isEmpty, text != "unknown" else { return nil }
        return String(text)
    }

    /// Some put the name of a commit's author where the tool's belongs.
    static func isPerson(_ tool: String) -> Bool { tool.contains(" ") && !AgentName.isKnown(tool) }
}
