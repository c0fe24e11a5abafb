package import Store

/// What to do so that more is known of a repository's pipeline, each with its exact command.
package struct PipelineAdvice {
    private let store: Store
    /// As `change` names it; `nil` for all.
    private let repository: String?
    /// `github.com/acme/shop`, where there is one.
    private let remote: String?

    /// - Parameter identity: the repository's, or its remote.
    package init(store: Store, repository: String?, identity: String?) {
        self.store = store
        self.repository = repository
        remote = identity.flatMap { $0.hasPrefix("root:") || $0.hasPrefix("path:") ? nil : $0 }
    }

    /// What a person calls the repository: that which is known only by its first commit, by its folder.
    package static func name(of repository: String, in store: Store) -> String {
        guard repository.hasPrefix("root:") || repository.hasPrefix("path:") else { return repository }
        return (try? store.repository(repository)).flatMap { try? store.label(of: $0) } ?? repository
    }

    /// Brings what the host knows of changes.
    package var importCommand: String {
        guard remote != nil, let repository else {
            // Without a remote no host can be asked; what is exported elsewhere names its repository.
            let place = repository.map { " --repository \(Self.quoted($0))" } ?? ""
            return "colophon import FILE\(place)"
        }
        if remote?.prefix(while: { $0 != "/" }).contains("gitlab") == true {
            let name = repository.split(separator: "/").joined(separator: "%2F")
            return
                "glab api --paginate \(Self.quoted("projects/\(name)/merge_requests?per_page=100&scope=all&state=all")) | colophon import -"
        }
        let host = remote.map { String($0.prefix { $0 != "/" }) } ?? ""
        let parts = repository.split(separator: "/", maxSplits: 1).map { Self.quoted(String($0)) }
        guard parts.count == 2 else { return "colophon import FILE --repository \(Self.quoted(repository))" }
        return
            "gh api graphql --paginate\(host == "github.com" ? "" : " --hostname \(Self.quoted(host))") -f owner=\(parts[0]) -f name=\(parts[1]) -f query=\"$(colophon import --query)\" | colophon import -"
    }

    /// A word as a shell takes it: a remote's name is somebody else's, and a user runs what is told here.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "/"):
                    true
                default: false
                }
            }
        return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }

    /// What is not up to date, or not known at all, each a sentence; nothing is read from git for it.
    ///
    /// - Parameter now: Unix milliseconds UTC.
    package func sentences(now: Int64, offset: Int64 = 0) throws -> [String] {
        guard let repository else { return [] }
        let standing = try store.mainlineStanding(of: repository)
        var sentences: [String] = []
        func day(_ moment: Int64) -> String { PipelineDay.text(moment, offset: offset) }
        guard let newest = standing.newest else {
            return [
                "What git knows is not read yet: 'colophon stats' in the repository reads it.",
                "What its host knows comes by: \(importCommand)",
            ]
        }
        if let walked = standing.walked {
            if standing.behind > 0 {
                sentences.append(
                    "Generated lines are followed up to \(day(walked)), not the newest \(standing.behind) \(standing.behind == 1 ? "commit" : "commits"): 'colophon stats' in the repository goes on."
                )
            }
        } else if standing.hasGenerated {
            sentences.append(
                "What became of generated lines is not followed yet: 'colophon stats' in the repository does it.")
        }
        if !standing.hasOpened {
            sentences.append("When changes were opened and reviewed, their host knows: \(importCommand)")
        }
        if newest < now - 14 * 86_400_000 {
            sentences.append(
                "Nothing is known of what came after \(day(newest)): 'git fetch', then 'colophon stats', or import again."
            )
        }
        return sentences
    }
}
