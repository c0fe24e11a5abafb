/// Where a tool's answer was fetched from: what a call's arguments say of it, without anything that may be secret.
package enum FetchSource {
    /// The host of an address, without user, password, port and query; `nil` for this machine itself, and for what is no
    /// address.
    package static func host(of address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        var rest = address[scheme.upperBound...].prefix { !"/?#'\"<>)\\ \t\n".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("[") { return isHere(String(rest)) ? nil : String(rest.prefix(60)) }
        let host = rest.prefix { $0 != ":" }.lowercased()
        return host.isEmpty || isHere(host) ? nil : String(host.prefix(100))
    }

    private static func isHere(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || host == "0.0.0.0" || host.hasPrefix("[::1]")
            || host.hasSuffix(".localhost")
    }

    /// What a command line fetches, as its program and the host: `curl docs.stripe.com`, `pip install`; `nil` where it
    /// fetches nothing.
    package static func command(_ line: String) -> String? {
        // No person reads more, and nothing here may take long.
        for words in ShellWords.commands(in: String(line.prefix(20_000))) {
            if let source = simple(words, depth: 0) { return source }
        }
        return nil
    }

    private static func simple(_ words: [String], depth: Int) -> String? {
        var words = words[...]
        while let first = words.first, first.contains("=") && !first.hasPrefix("-") || prefixes.contains(first) {
            words = words.dropFirst()
            if first == "timeout" || first == "nice" {
                words = words.drop { $0.hasPrefix("-") || $0.first?.isNumber == true }
            } else {
                words = words.drop { $0.hasPrefix("-") }
            }
        }
        guard let first = words.first, depth < 4 else { return nil }
        let name = String(first.split(separator: "/").last ?? "")
        let rest = words.dropFirst()
        let plain = rest.filter { !$0.hasPrefix("-") }
        switch name {
        case "bash", "sh", "zsh", "dash":
            guard let place = rest.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }),
                place + 1 < rest.endIndex
            else { return nil }
            for inner in ShellWords.commands(in: rest[place + 1]) {
                if let source = simple(inner, depth: depth + 1) { return source }
            }
            return nil
        case "xargs": return simple(Array(rest.drop { $0.hasPrefix("-") }), depth: depth + 1)
        case "curl", "wget", "aria2c", "http", "https", "xh", "lynx", "w3m", "links", "elinks":
            let addresses = rest.filter { $0.contains("://") }
            if let host = addresses.lazy.compactMap({ host(of: $0) }).first { return "\(name) \(host)" }
            // `curl example.com`, but not `curl --version`; of this machine alone it is what runs here that answers.
            if !addresses.isEmpty { return nil }
            guard let bare = plain.first(where: { $0.contains(".") || $0.hasPrefix("$") }) else { return nil }
            return host(of: "https://" + bare).map { "\(name) \($0)" }
        case "python", "python3":
            guard let place = rest.firstIndex(of: "-m"), place + 1 < rest.endIndex else { return nil }
            return simple(Array(rest[(place + 1)...]), depth: depth + 1)
        case "npx", "bunx", "uvx", "pipx", "scp", "sftp", "ftp", "ssh", "rsync", "telnet", "nc":
            if name == "rsync" || name == "scp", !plain.contains(where: { $0.contains(":") }) { return nil }
            return plain.isEmpty ? nil : name
        default:
            guard let verbs = verbs[name] else { return nil }
            let pair = plain.prefix(2).joined(separator: " ")
            guard let verb = plain.first(where: { _ in true }) else {
                return name == "yarn" ? "yarn install" : nil
            }
            if verbs.contains(verb) { return "\(name) \(verb)" }
            return verbs.contains(pair) ? "\(name) \(pair)" : nil
        }
    }

    private static let prefixes: Set<String> = [
        "sudo", "env", "time", "nice", "nohup", "timeout", "exec", "command", "do", "then", "else", "if", "while", "!",
        "doas", "{",
    ]

    /// Programs of which only some commands reach out.
    private static let verbs: [String: Set<String>] = [
        "git": ["clone", "fetch", "pull", "ls-remote", "submodule update", "remote update", "lfs pull"],
        "pip": ["install", "download", "index"], "pip3": ["install", "download", "index"],
        "uv": ["add", "sync", "pip install", "tool install", "tool run", "lock"],
        "poetry": ["add", "install", "update"], "pdm": ["add", "install", "sync"], "pipenv": ["install", "sync"],
        "conda": ["install", "create", "update", "search"], "mamba": ["install", "create"],
        "npm": ["install", "i", "ci", "add", "update", "exec", "view", "info", "search", "audit", "create", "init"],
        "pnpm": ["install", "i", "add", "update", "dlx", "create"],
        "yarn": ["install", "add", "up", "upgrade", "dlx", "create"],
        "bun": ["install", "i", "add", "update", "x", "create"], "deno": ["install", "add"],
        "gem": ["install", "fetch", "update"], "bundle": ["install", "update"],
        "composer": ["install", "require", "update"],
        "cargo": ["install", "add", "fetch", "update", "search"], "rustup": ["install", "update", "toolchain install"],
        "go": ["get", "install", "mod download", "mod tidy"], "swift": ["package resolve", "package update"],
        "apt": ["install", "update", "upgrade", "download"], "apt-get": ["install", "update", "upgrade", "download"],
        "brew": ["install", "update", "upgrade", "fetch"], "apk": ["add", "update"], "dnf": ["install"],
        "yum": ["install"], "pacman": ["-S"], "docker": ["pull", "run"], "podman": ["pull", "run"],
        "helm": ["pull", "install", "repo update"], "pod": ["install", "update"],
        "gh": [
            "api", "issue view", "issue list", "pr view", "pr list", "pr diff", "pr checkout", "repo clone",
            "repo view",
            "release download", "search", "gist view", "run view",
        ],
        "glab": ["api", "issue view", "mr view", "mr diff"], "huggingface-cli": ["download"], "hf": ["download"],
        "aws": ["s3 cp", "s3 sync"], "gsutil": ["cp"],
    ]
}
