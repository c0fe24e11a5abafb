import Text

/// Texts of a tool's result as VS Code keeps it: a list of texts, and of trees whose leaves are texts.
enum PromptNodes {
    static func text(of result: JSONValue) -> String {
        var text = ""
        for part in result["content"].elements {
            let value = part["value"]
            if let plain = value.string { text += plain } else { append(value["node"], to: &text, depth: 0) }
        }
        return text
    }

    private static func append(_ node: JSONValue, to text: inout String, depth: Int) {
        guard depth < 256 else { return }
        if let leaf = node["text"].string {
            if node["lineBreakBefore"].bool == true, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += leaf
        }
        for child in node["children"].elements { append(child, to: &text, depth: depth + 1) }
    }
}
