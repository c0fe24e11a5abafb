import Store
import Text

extension PipelineFields {
    private func number(_ name: StaticString) throws(BadPipelineRow) -> Int64 {
        guard let number = object[name].int, number > 0 else {
            throw BadPipelineRow("'\(name)' is no number of a change; \(Self.shown(object[name].source)).")
        }
        return number
    }

    /// A list, or that of GraphQL, which has it in `nodes`; `nil` where there is none.
    private static func list(_ value: JSONValue) -> [JSONValue]? {
        let list = value.kind == .object ? value["nodes"] : value
        return list.kind == .array ? Array(list.elements) : nil
    }

    /// `gh pr list --json number,title,state,…`: times in camel case, states in capitals; the same in GraphQL.
    func ghChange() throws(BadPipelineRow) -> PipelineReading.Row {
        let url = text("url")
        var change = ChangeRecord(repository: try repository(of: url), number: try number("number"))
        change.url = url
        change.title = text("title")
        change.createdAt = try time("createdAt")
        change.mergedAt = try time("mergedAt")
        change.closedAt = try time("closedAt")
        change.updatedAt = try time("updatedAt")
        change.state = try state(text("state"), change)
        change.isDraft = object["isDraft"].bool
        change.isBot =
            object["author"]["is_bot"].bool ?? object["author"]["__typename"].string.map { $0 == "Bot" }
            ?? object["author"]["login"].string.map(Self.isBot)
        change.labels = labels("name")
        change.headRef = text("headRefName")
        change.baseRef = text("baseRefName")
        change.head = text("headRefOid")
        change.mergeCommit = object["mergeCommit"]["oid"].string
        change.added = count("additions")
        change.removed = count("deletions")
        change.files = count("changedFiles")
        change.hasConflicts = text("mergeable").flatMap { $0 == "CONFLICTING" ? true : $0 == "MERGEABLE" ? false : nil }
        // A draft that was made ready: GraphQL's timeline alone tells when.
        for event in Self.list(object["timelineItems"]) ?? [] where event["__typename"].equals("ReadyForReviewEvent") {
            let at = try Self.time(event["createdAt"], "createdAt")
            change.readyAt = max(change.readyAt ?? 0, at ?? 0)
        }
        let author = object["author"]["login"].string
        let reviews = Self.list(object["reviews"])
        for review in reviews ?? [] where review["author"]["login"].string != author {
            guard !review["state"].equals("PENDING"), let at = try Self.time(review["submittedAt"], "submittedAt")
            else {
                continue
            }
            change.firstReviewAt = min(change.firstReviewAt ?? at, at)
        }
        var row = PipelineReading.Row(record: .change(change))
        if let list = Self.list(object["commits"]) {
            var (commits, late) = (0 as Int64, 0 as Int64)
            for commit in list {
                let commit = commit["commit"].kind == .object ? commit["commit"] : commit
                commits += 1
                // A rebase gives new times of committing to what was there before.
                let name = commit["authoredDate"].exists ? "authoredDate" : "committedDate"
                let value = commit["authoredDate"].exists ? commit["authoredDate"] : commit["committedDate"]
                if value.exists, let at = try Self.time(value, name) {
                    change.firstCommitAt = min(change.firstCommitAt ?? at, at)
                    if let review = change.firstReviewAt, at > review { late += 1 }
                }
                row.commits.append(
                    .init(
                        authors: (Self.list(commit["authors"]) ?? []).map {
                            ($0["name"].string ?? $0["login"].string ?? "", $0["email"].string ?? "")
                        },
                        message: commit["message"].string
                            ?? "\(commit["messageHeadline"].string ?? "")\n\n\(commit["messageBody"].string ?? "")"))
            }
            // A page of them begins with the oldest: of the others it is not known how late they were.
            let all = object["commits"]["totalCount"].int ?? 0
            change.commits = max(commits, all)
            if change.firstReviewAt != nil || reviews != nil, late > 0 || all <= commits { change.lateCommits = late }
        }
        row.record = .change(try finished(change))
        return row
    }

    /// `GET /repos/{owner}/{repo}/pulls`, and what a search of issues says of pull requests.
    func restChange() throws(BadPipelineRow) -> PipelineReading.Row {
        let isListed = object["pull_request"].kind == .object
        guard isListed || object["head"].kind == .object || object["merged_at"].kind != .missing else {
            throw BadPipelineRow("It is an issue, not a pull request.")
        }
        let url = text("html_url", "url")
        var change = ChangeRecord(repository: try repository(of: url), number: try number("number"))
        change.url = text("html_url")
        change.title = text("title")
        change.createdAt = try time("created_at")
        change.mergedAt = try isListed ? Self.optionalTime(object["pull_request"]["merged_at"]) : time("merged_at")
        change.closedAt = try time("closed_at")
        change.updatedAt = try time("updated_at")
        change.state = try state(text("state"), change)
        change.isDraft = object["draft"].bool
        change.isBot =
            object["user"]["type"].string.map { $0 == "Bot" } ?? object["user"]["login"].string.map(Self.isBot)
        change.labels = labels("name")
        change.headRef = object["head"]["ref"].string
        change.baseRef = object["base"]["ref"].string
        change.head = object["head"]["sha"].string
        change.mergeCommit = change.state == .merged ? text("merge_commit_sha") : nil
        change.added = count("additions")
        change.removed = count("deletions")
        change.files = count("changed_files")
        change.commits = count("commits")
        change.hasConflicts = text("mergeable_state").flatMap { $0 == "dirty" ? true : $0 == "unknown" ? nil : false }
        return .init(record: .change(try finished(change)))
    }

    /// `GET /projects/:id/merge_requests`.
    func gitLabChange() throws(BadPipelineRow) -> PipelineReading.Row {
        let url = text("web_url")
        var change = ChangeRecord(repository: try repository(of: url), number: try number("iid"))
        change.url = url
        change.title = text("title")
        change.createdAt = try time("created_at")
        // "prepared_at": when the merge request was first ready to be looked at.
        change.readyAt = try time("prepared_at")
        change.mergedAt = try time("merged_at")
        change.closedAt = try time("closed_at")
        change.updatedAt = try time("updated_at")
        change.state = try state(text("state"), change)
        change.isDraft = object["draft"].bool ?? object["work_in_progress"].bool
        change.isBot = object["author"]["username"].string.map(Self.isBot)
        change.labels = object["labels"].elements.compactMap { $0.string ?? $0["name"].string }
        change.headRef = text("source_branch")
        change.baseRef = text("target_branch")
        change.head = text("sha")
        change.mergeCommit = text("merge_commit_sha", "squash_commit_sha")
        // A text, "1000+" where there are many.
        change.files = text("changes_count").flatMap { Int64($0) } ?? count("changes_count")
        change.hasConflicts = object["has_conflicts"].bool
        return .init(record: .change(try finished(change)))
    }

    /// GraphQL's `project { mergeRequests { nodes { … } } }`: the number is a text.
    func gitLabGraph() throws(BadPipelineRow) -> PipelineReading.Row {
        let url = text("webUrl")
        guard let number = text("iid").flatMap({ Int64($0) }) ?? object["iid"].int, number > 0 else {
            throw BadPipelineRow("'iid' is no number of a change; \(Self.shown(object["iid"].source)).")
        }
        var change = ChangeRecord(repository: try repository(of: url), number: number)
        change.url = url
        change.title = text("title")
        change.createdAt = try time("createdAt")
        change.readyAt = try time("preparedAt")
        change.mergedAt = try time("mergedAt")
        change.closedAt = try time("closedAt")
        change.updatedAt = try time("updatedAt")
        change.state = try state(text("state"), change)
        change.isDraft = object["draft"].bool
        change.isBot = object["author"]["bot"].bool ?? object["author"]["username"].string.map(Self.isBot)
        change.labels = (Self.list(object["labels"]) ?? []).compactMap { $0["title"].string ?? $0["name"].string }
        change.headRef = text("sourceBranch")
        change.baseRef = text("targetBranch")
        change.head = text("diffHeadSha")
        change.mergeCommit = text("mergeCommitSha", "squashCommitSha")
        change.commits = count("commitCount")
        let sums = object["diffStatsSummary"]
        func sum(_ name: StaticString) -> Int64? { sums[name].int.flatMap { $0 >= 0 ? $0 : nil } }
        (change.added, change.removed, change.files) = (sum("additions"), sum("deletions"), sum("fileCount"))
        change.hasConflicts = object["conflicts"].bool
        return .init(record: .change(try finished(change)))
    }

    private static func optionalTime(_ value: JSONValue) throws(BadPipelineRow) -> Int64? {
        value.exists ? try time(value, "merged_at") : nil
    }

    private func labels(_ name: StaticString) -> [String] {
        (Self.list(object["labels"]) ?? []).compactMap { $0[name].string ?? $0.string }
    }

    private static func isBot(_ login: String) -> Bool {
        let login = login.lowercased()
        return login.hasSuffix("[bot]") || login.hasPrefix("app/") || login.hasSuffix("-bot") || login.hasSuffix("_bot")
    }

    private func state(_ word: String?, _ change: ChangeRecord) throws(BadPipelineRow) -> ChangeRecord.State? {
        if change.mergedAt != nil { return .merged }
        switch word?.lowercased() {
        case "open", "opened", "locked": return .open
        case "merged": return .merged
        case "closed": return .closed
        case nil: return change.closedAt != nil ? .closed : change.createdAt != nil ? .open : nil
        case let word?: throw BadPipelineRow("'state' is none of open, merged and closed; \(Self.shown(word)).")
        }
    }

    private func finished(_ change: ChangeRecord) throws(BadPipelineRow) -> ChangeRecord {
        var change = change
        if let created = change.createdAt, let merged = change.mergedAt, merged < created {
            throw BadPipelineRow("It was merged before it was opened.")
        }
        if change.state == .merged, change.mergedAt == nil {
            throw BadPipelineRow("It is merged, but not when: ask for mergedAt too.")
        }
        change.kind = ChangeKind.of(title: change.title, labels: change.labels)
        return change
    }
}
