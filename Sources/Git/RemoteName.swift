/// One name for a repository, however its remote is written.
package enum RemoteName {
    /// `github.com/owner/name` for `https://user:token@GitHub.com/owner/name.git/`, `git@github.com:owner/name`,
    /// `ssh://git@github.com:22/owner/name` and the like: scheme, user, password, port, query and `.git` are dropped, and
    /// the host is in small letters. The path keeps its case, for to some hosts it matters.
    ///
    /// - Returns: `nil` for a path, a `file:` URL and what names no host and path. A host alias of `~/.ssh/config` cannot
    ///   be told from a host.
    package static func normalise(_ url: String) -> String? {
        let url = url.drop(while: \.isWhitespace)
        guard let (authority, path) = parts(of: url), var host = host(in: authority) else { return nil }
        var segments = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        while let last = segments.last?.trimmedEnd {
            segments[segments.count - 1] = last
            guard last.isEmpty else { break }
            segments.removeLast()
        }
        guard !segments.isEmpty else { return nil }
        host = hostsOfTheSame[host] ?? host
        if host == "dev.azure.com" {
            // https has `owner/project/_git/name`, ssh has `v3/owner/project/name`.
            segments = segments.filter { $0 != "_git" && $0 != "v3" }
        }
        return ([host] + segments).joined(separator: "/")
    }

    /// Hosts that serve the same repositories over another port or protocol.
    private static let hostsOfTheSame = [
        "www.github.com": "github.com", "ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com",
        "altssh.bitbucket.org": "bitbucket.org", "ssh.dev.azure.com": "dev.azure.com",
    ]

    private static let schemes: Set<String> = [
        "ssh", "git", "http", "https", "git+ssh", "ssh+git", "git+https", "git+http", "ftp", "ftps",
    ]

    private static func parts(of url: Substring) -> (authority: Substring, path: Substring)? {
        let bytes = url.utf8
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) {
            guard schemes.contains(url[..<colon].lowercased()) else { return nil }
            let rest = url[bytes.index(colon, offsetBy: 3)...]
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            return (rest[..<end], rest[end...])
        }
        // git's rule for `host:path`: no slash before the first colon; a host in brackets may hold colons.
        var start = bytes.startIndex
        if let open = bytes.firstIndex(of: UInt8(ascii: "[")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "]"))
        {
            start = close
        }
        guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")),
            !bytes[..<colon].contains(UInt8(ascii: "/")), !bytes[..<colon].contains(UInt8(ascii: "\\"))
        else { return nil }
        let authority = url[..<colon]
        let path = url[bytes.index(after: colon)...]
        // `C:\work` is a path of Windows, `ext::` a helper program.
        guard authority.utf8.count > 1, path.utf8.first != UInt8(ascii: ":") else { return nil }
        return (authority, path)
    }

    private static func host(in authority: Substring) -> String? {
        var host = authority
        if let at = host.utf8.lastIndex(of: UInt8(ascii: "@")) { host = host[host.utf8.index(after: at)...] }
        if host.utf8.first == UInt8(ascii: "[") {
            guard let close = host.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = host[...close]
        } else if let colon = host.utf8.firstIndex(of: UInt8(ascii: ":")) {
            host = host[..<colon]
        }
        while host.utf8.last == UInt8(ascii: ".") { host = host.dropLast() }
        return host.isEmpty || host.contains(where: \.isWhitespace) ? nil : host.lowercased()
    }
}

extension String {
    /// The last part of a path without `.git` and blanks behind it.
    fileprivate var trimmedEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest.hasSuffix(".git") ? rest.dropLast(4) : rest)
    }
}
