import Git

/// Agents that leave nothing behind on this machine, known by the name under which they commit.
enum OtherAgent {
    /// The agent that a commit's author, committer or co-author is; `nil` for persons, and for programs that write no code.
    static func of(_ object: CommitObject) -> String? {
        var people = [object.author, object.committer]
        for (key, value) in object.trailers where key.lowercased() == "co-authored-by" {
            people.append(CommitObject.Signature(value))
        }
        return people.lazy.compactMap { who in
            // `158243242+devin-ai-integration[bot]@users.noreply.github.com`
            let login = who.mail.lowercased().prefix { $0 != "@" }.split(separator: "+").last.map(String.init) ?? ""
            return logins[login] ?? logins[who.name.lowercased()]
        }.first
    }

    private static let logins = [
        "devin-ai-integration[bot]": "devin", "google-labs-jules[bot]": "jules", "sweep-ai[bot]": "sweep",
        "openhands-agent": "openhands", "codegen-sh[bot]": "codegen", "factory-droid[bot]": "droid",
        "kilocode-bot": "kilo-code", "ampcode-com[bot]": "amp",
    ]
}
