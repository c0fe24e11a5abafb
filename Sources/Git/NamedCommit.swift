/// The one commit that a user's words name.
package struct NamedCommit: Equatable, Sendable {
    /// The whole hash.
    package var hash: String
    /// The name under which git knows it: `v2.31` for `registry/shop:2.31`.
    package var name: String

    package init(hash: String, name: String) {
        self.hash = hash
        self.name = name
    }
}

/// What of a release's or an image's name may name a revision.
enum ReleaseName {
    /// The tag in `registry:5000/team/shop:v2.31@sha256:…`; `nil` where there is none.
    static func imageTag(_ text: String) -> String? {
        var rest = text.prefix { $0 != "@" }
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        guard let colon = rest.lastIndex(of: ":") else { return nil }
        let tag = rest[rest.index(after: colon)...]
        // A colon before the last slash is a port's.
        return tag.isEmpty || tag.contains("/") ? nil : String(tag)
    }

    static func isImage(_ text: String) -> Bool {
        text.contains("@sha256:") || text.contains("://") || (text.contains("/") && text.contains(":"))
    }

    /// Further names in a name, the likeliest first: the version in `shop@2.31.0+9f31c2a`, what it was built from, the
    /// commit in `sha-9f31c2a` and `main-9f31c2a`.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var rest = name[...]
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        let version = rest.prefix { $0 != "+" }
        parts += [String(version), String(rest.dropFirst(version.count + 1))]
        for piece in name.split(whereSeparator: { "-_.+@".contains($0) }).reversed() where isAbbreviation(piece) {
            parts.append(String(piece))
            // As `git describe` writes it.
            if piece.first == "g" { parts.append(String(piece.dropFirst())) }
        }
        var seen: Set<String> = [name, ""]
        return parts.filter { seen.insert($0).inserted }
    }

    /// Hexadecimal digits as they stand for a commit: at least seven, in small letters.
    private static func isAbbreviation(_ piece: Substring) -> Bool {
        let digits = piece.first == "g" ? piece.dropFirst() : piece
        return 7...64 ~= digits.utf8.count && digits.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}
