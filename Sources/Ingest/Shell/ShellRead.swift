/// A command that does nothing but show a file, or some of its lines: `cat f`, `nl -ba f`, `sed -n '10,40p' f`, `head -n 20 f`.
struct ShellRead: Equatable {
    var path: String
    var firstLine: Int?
    var lineCount: Int?

    init(path: String, firstLine: Int?, lineCount: Int?) {
        self.path = path
        self.firstLine = firstLine
        self.lineCount = lineCount
    }

    /// `nil` for any other command.
    init?(_ command: String) {
        guard !command.contains(where: { "|;&<>$`\n*?(){}".contains($0) }) else { return nil }
        let words = command.split(separator: " ").map { $0.trimmedQuotes }
        switch (words.first, words.count) {
        case ("cat", 2), ("nl", 2):
            path = words[1]
            firstLine = 1
        case ("cat", 3) where words[1] == "-n", ("nl", 3) where words[1] == "-ba":
            path = words[2]
            firstLine = 1
        case ("head", 4) where words[1] == "-n":
            path = words[3]
            firstLine = 1
            // `-n -5` shows all but the last five.
            lineCount = Int(words[2]).flatMap { $0 < 0 ? nil : $0 }
        case ("sed", 4) where words[1] == "-n" && words[2].hasSuffix("p"):
            path = words[3]
            let range = words[2].dropLast().split(separator: ",").map { Int($0) }
            guard let first = range.first ?? nil, let last = range.last ?? nil, first > 0, last >= first else {
                return nil
            }
            firstLine = first
            lineCount = last - first + 1
        default: return nil
        }
        if path.hasPrefix("-") || path.isEmpty { return nil }
    }

    /// The same with its path made whole.
    func inside(_ directory: String?) -> ShellRead {
        var copy = self
        copy.path = CommandEdits.join(directory, path)
        return copy
    }
}

extension Substring {
    fileprivate var trimmedQuotes: String {
        guard count >= 2, let first, first == last, first == "'" || first == "\"" else { return String(self) }
        return String(dropFirst().dropLast())
    }
}
