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
            let place = repository.map { " --repository '\($0)'" } ?? ""
            return "colophon import FILE\(place)"
        }
        if remote?.prefix(while: { $0 != "/" }).contains("gitlab") == true {
            let name = repository.split(separator: "/").joined(separator: "%2F")
            return
                "glab api --paginate 'projects/\(name)/merge_requests?per_page=100&scope=all&state=all' | colophon import -"
        }
        return
            "gh pr list --repo \(repository) --state all --limit 5000 --json number,title,state,isDraft,author,createdAt,mergedAt,closedAt,updatedAt,mergeCommit,headRefName,baseRefName,additions,deletions,changedFiles,labels,url | colophon import -"
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
