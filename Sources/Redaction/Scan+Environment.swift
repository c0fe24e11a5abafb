extension Scan {
    /// In a file of settings every value that looks random is a secret, whatever its name.
    mutating func visitEnvironmentLines() {
        var found: [Finding] = []
        var line = 0
        while line < bytes.count {
            var end = line
            var equals: Int?
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
                if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if let equals, let value = environmentValue(equals + 1..<end, name: line..<equals) { found.append(value) }
            line = end + 1
        }
        merge(found)
    }

    private func environmentValue(_ rest: Range<Int>, name: Range<Int>) -> Finding? {
        var start = bytes.end(of: .blank, from: rest.lowerBound, atMost: 16)
        var end = rest.upperBound
        while end > start, bytes[end - 1].isOne(of: [.blank, .newline]) { end -= 1 }
        if bytes[start].isOne(of: .quote) { start += 1 }
        if end > start, bytes[end - 1].isOne(of: .quote) { end -= 1 }
        guard start < end, bytes[bytes.end(of: .blank, from: name.lowerBound, atMost: 16)] != UInt8(ascii: "#") else {
            return nil
        }
        let value = Value(bytes, start..<end)
        guard value.count >= 16, value.digits >= 2, value.isSecret(of: .environmentValue, in: .bare) else { return nil }
        for word in Self.openNames where bytes.containsIgnoringCase(word, in: name) { return nil }
        return Finding(kind: .environmentValue, range: value.range)
    }

    private static let openNames: [StaticString] = [
        "public", "commit", "sha", "hash", "version", "_id", "digest", "url", "host", "path", "image", "revision",
    ]
}

/// `.env`, `.env.local`, `prod.env`, `.envrc`, `~/.aws/credentials`.
func isEnvironmentFile(_ path: String) -> Bool {
    let name =
        path.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        .map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env") || name == ".envrc"
        || name == "credentials" || name == ".npmrc" || name == ".pypirc"
}
