import Text

extension JSONValue {
    /// A command line as one text: `["bash", "-lc", "…"]` is what stands in its last place.
    var commandLine: String? {
        if let text = string { return text }
        let words = elements.compactMap(\.string)
        if words.count == 3, words[1].hasPrefix("-"), words[1].hasSuffix("c") { return words[2] }
        if words.first == "apply_patch", words.count == 2 { return "apply_patch <<'EOF'\n\(words[1])\nEOF" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
