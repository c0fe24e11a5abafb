import Text

/// A `message` of SARIF as plain words.
enum SARIFMessage {
    static func text(_ message: JSONValue, rule: SARIFRule?) -> String? {
        let template =
            message["text"].words(4000) ?? message["id"].words(200).flatMap { rule?.messages[$0] }
            ?? message["markdown"].words(4000)
        guard let template else { return nil }
        var arguments: [String] = []
        for argument in message["arguments"].elements where arguments.count < 40 {
            arguments.append(argument.words(400) ?? "")
        }
        return plain(template, arguments)
    }

    /// "{0}" is an argument, "{{" a brace, and "[words](1)" are words that lead to a related location (3.11.5, 3.11.6).
    static func plain(_ template: String, _ arguments: [String]) -> String {
        guard template.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
            return template
        }
        var text = ""
        var rest = template[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\" where rest.first == "[" || rest.first == "]" || rest.first == "\\":
                text.append(rest.removeFirst())
            case "{" where rest.first == "{", "}" where rest.first == "}":
                text.append(rest.removeFirst())
            case "{":
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                if !arguments.isEmpty, let number = Int(digits), rest.dropFirst(digits.count).first == "}",
                    number < arguments.count
                {
                    text += arguments[number]
                    rest = rest.dropFirst(digits.count + 1)
                } else {
                    text.append(character)
                }
            case "[":
                if let link = link(rest) {
                    text += link.words
                    rest = link.rest
                } else {
                    text.append(character)
                }
            default: text.append(character)
            }
            if text.utf8.count > 16_000 { return text + "…" }
        }
        return text
    }

    private static func link(_ rest: Substring) -> (words: Substring, rest: Substring)? {
        // A link is no longer than this: what opens brackets all the time is not searched to its end each time.
        let window = rest.prefix(400)
        guard let close = window.firstIndex(of: "]") else { return nil }
        let words = window[..<close]
        var after = rest[rest.index(after: close)...]
        guard !words.contains("["), after.popFirst() == "(" else { return nil }
        let digits = after.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, after.dropFirst(digits.count).first == ")" else { return nil }
        return (words, after.dropFirst(digits.count + 1))
    }
}
