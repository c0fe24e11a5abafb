/// A commit as git keeps it.
package struct CommitObject: Equatable, Sendable {
    package struct Signature: Equatable, Sendable {
        package var name = ""
        package var mail = ""
        /// Unix milliseconds UTC.
        package var at: Int64 = 0

        package init(name: String = "", mail: String = "", at: Int64 = 0) {
            self.name = name
            self.mail = mail
            self.at = at
        }
    }

    /// The whole hash.
    package var hash: String
    package var parents: [String] = []
    package var author = Signature()
    package var committer = Signature()
    /// Up to 256 KB of it.
    package var message = ""

    package init(hash: String) {
        self.hash = hash
    }

    private static let longestMessage = 256 << 10

    /// "tree", "parent", "author" and "committer" lines and others, an empty line, and the message.
    init(hash: String, _ bytes: [UInt8]) {
        self.init(hash: hash)
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.isEmpty { break }
            let name = line.prefix { $0 != UInt8(ascii: " ") }
            let value = line.dropFirst(name.count + 1)
            switch String(decoding: name, as: UTF8.self) {
            case "parent": parents.append(String(decoding: value, as: UTF8.self))
            case "author": author = Signature(value)
            case "committer": committer = Signature(value)
            default: break
            }
        }
        message = String(decoding: rest.prefix(Self.longestMessage), as: UTF8.self)
    }

    /// The lines `Key: value` of the message, wherever they stand: commits that were squashed keep theirs in between.
    package var trailers: [(key: String, value: String)] {
        var trailers: [(String, String)] = []
        for line in message.utf8.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            guard trailers.count < Self.mostTrailers, let colon = line.prefix(64).firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let key = line[..<colon]
            let isKey =
                !key.isEmpty
                && key.allSatisfy { byte in
                    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "-")
                        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                }
            let value = line[line.index(after: colon)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            guard isKey, !value.isEmpty else { continue }
            trailers.append((String(Substring(key)), String(Substring(value))))
        }
        return trailers
    }

    private static let mostTrailers = 200
}

extension CommitObject.Signature {
    /// `Name <mail> 1700000000 +0100`.
    fileprivate init(_ value: ArraySlice<UInt8>) {
        self.init(String(decoding: value, as: UTF8.self))
        let words = value.split(separator: UInt8(ascii: " ")).suffix(2)
        let seconds = words.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) } ?? 0
        at = min(max(seconds, 0), 253_402_300_799) * 1000
    }

    /// `Name <mail>`, as trailers have it too.
    package init(_ text: String) {
        self.init()
        guard let open = text.lastIndex(of: "<") else {
            name = text
            return
        }
        name = String(text[..<open])
        while name.last == " " { name.removeLast() }
        mail = String(text[text.index(after: open)...].prefix { $0 != ">" })
    }
}
