/// The request that a commit of the main line names as the one that brought it.
struct RequestName: Equatable {
    var number: Int64
    var title: String

    /// What GitHub, GitLab, Bitbucket and Azure DevOps write into the commits by which they merge.
    init?(message: String, isMerge: Bool) {
        let lines = message.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        guard let subject = lines.first else { return nil }
        let body = lines.dropFirst().first { !$0.isEmpty }
        // "Merge pull request #12 from owner/branch", the title below.
        if subject.hasPrefix("Merge pull request #"), let number = Self.number(in: subject, after: "#") {
            self.init(number, body ?? subject)
        } else if isMerge, subject.hasSuffix(")"), let number = Self.number(in: subject, after: "(pull request #") {
            self.init(number, body ?? subject)
        } else if let number = Self.number(in: subject, after: "Merged PR ") {
            self.init(number, subject.split(separator: ":", maxSplits: 1).last.map(String.init) ?? subject)
        } else if let line = lines.last(where: { $0.hasPrefix("See merge request ") }),
            let number = Self.number(in: line, after: "!")
        {
            self.init(number, isMerge ? body ?? subject : subject)
        } else if let number = Self.squashed(subject) {
            self.init(number, subject[..<(subject.lastIndex(of: "(") ?? subject.endIndex)].trimmedEnd)
        } else {
            return nil
        }
    }

    private init(_ number: Int64, _ title: String) {
        self.number = number
        self.title = String(title.drop { $0 == " " }.prefix(500))
    }

    /// "Add refunds (#12)".
    private static func squashed(_ subject: String) -> Int64? {
        guard subject.hasSuffix(")"), let open = subject.lastIndex(of: "(") else { return nil }
        let inside = subject[subject.index(after: open)...].dropLast()
        guard inside.hasPrefix("#"), inside.count > 1, inside.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
        else {
            return nil
        }
        return Int64(inside.dropFirst()).flatMap { $0 > 0 ? $0 : nil }
    }

    private static func number(in text: String, after words: String) -> Int64? {
        guard let range = text.firstRange(of: words) else { return nil }
        return Int64(text[range.upperBound...].prefix { $0.isASCII && $0.isNumber }).flatMap { $0 > 0 ? $0 : nil }
    }
}

extension Substring {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
