/// The files that the lines of a stack trace name.
///
/// Nothing is known of who wrote it; what looks like a path with an ending and a line behind it is one.
enum PastedTrace {
    private static let lineLimit = 400
    private static let pathLimit = 400

    /// Paths as the trace has them and what is left of each without the folders before, as the store may know it; empty for
    /// a text that is no trace.
    ///
    ///     File "/srv/shop/src/pay/refund.py", line 88   →  the whole, srv/shop/…, shop/src/…, src/pay/refund.py, …
    static func paths(in text: String) -> [String] {
        var files: [String] = []
        // Python tells the innermost frame last, most others first: so the order is told by the first words.
        let isLastFirst = text.contains("most recent call last")
        for line in text.split(whereSeparator: \.isNewline).prefix(lineLimit) {
            if let file = file(in: line), !files.contains(file) { files.append(file) }
        }
        guard text.contains(where: \.isNewline), !files.isEmpty else { return [] }
        var paths: [String] = []
        for file in isLastFirst ? files.reversed() : files {
            var rest = file[...]
            repeat {
                paths.append(String(rest))
                guard let slash = rest.firstIndex(of: "/") else { break }
                rest = rest[rest.index(after: slash)...]
            } while !rest.isEmpty && paths.count < pathLimit
            if paths.count >= pathLimit { break }
        }
        return paths
    }

    /// `a/b.py", line 88`, `a/b.ts:12:3`, `b.go:12 +0x1d`
    private static func file(in line: Substring) -> String? {
        guard line.utf8.count <= 2000 else { return nil }
        if let quote = line.range(of: "File \""), let end = line[quote.upper...].firstIndex(of: "\"") {
            return String(line[quote.upper..<end])
        }
        for word in line.split(whereSeparator: { " \t()".contains($0) }) {
            guard let colon = word.firstIndex(of: ":"), word[..<colon].contains("."),
                word[word.index(after: colon)...].first?.isASCII == true,
                word[word.index(after: colon)...].first?.isNumber == true
            else { continue }
            let path = word[..<colon]
            guard path.last?.isLetter == true, path.count > 2 else { continue }
            return String(path)
        }
        return nil
    }
}

extension Substring {
    fileprivate func range(of word: String) -> (lower: Index, upper: Index)? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return (start, index(start, offsetBy: word.count)) }
            start = index(after: start)
        }
        return nil
    }
}
