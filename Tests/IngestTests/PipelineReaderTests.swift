import Store
import Testing

@testable import Ingest

/// Exports in the shapes that hosts and alarm systems write, told apart by looking.
struct PipelineReaderTests {
    private func read(_ text: String, repository: String? = nil) throws -> PipelineReading {
        try PipelineReader(repository: repository).read(text, name: "file")
    }

    private func change(_ reading: PipelineReading, _ place: Int = 0) throws -> ChangeRecord {
        guard case .change(let change) = try #require(reading.rows.dropFirst(place).first).record else {
            throw Wrong()
        }
        return change
    }

    private struct Wrong: Error {}

    private static let gh = """
        [
          {"number": 412, "title": "fix(pay): refunds twice", "state": "MERGED", "isDraft": false,
           "author": {"is_bot": false, "login": "ann"}, "createdAt": "2026-09-01T08:00:00Z",
           "mergedAt": "2026-09-02T09:30:00Z", "closedAt": "2026-09-02T09:30:00Z", "updatedAt": "2026-09-03T00:00:00Z",
           "mergeCommit": {"oid": "9f31c2a0"}, "headRefName": "refunds", "baseRefName": "main", "additions": 42,
           "deletions": 3, "changedFiles": 2, "labels": [{"name": "pay"}], "mergeable": "UNKNOWN",
           "url": "https://github.com/acme/shop/pull/412",
           "reviews": [{"author": {"login": "ann"}, "submittedAt": "2026-09-01T08:10:00Z", "state": "COMMENTED"},
                       {"author": {"login": "bob"}, "submittedAt": "2026-09-01T10:00:00Z", "state": "APPROVED"}],
           "commits": [{"authoredDate": "2026-08-31T07:00:00Z", "messageHeadline": "Refunds", "messageBody": "",
                        "authors": [{"name": "Ann", "email": "ann@example.com"}]},
                       {"authoredDate": "2026-09-01T12:00:00Z", "messageHeadline": "Again",
                        "messageBody": "Co-Authored-By: Claude <noreply@anthropic.com>", "authors": []}]},
          {"number": 413, "title": "Add export", "state": "OPEN", "isDraft": true, "createdAt": "2026-09-05T08:00:00Z",
           "mergedAt": null, "closedAt": null, "labels": [{"name": "type: feature"}],
           "url": "https://github.com/acme/shop/pull/413", "author": {"is_bot": true, "login": "app/renovate"}},
          {"number": 414, "title": "Odd", "state": "MERGED", "createdAt": "yesterday"}
        ]
        """

    @Test func `pull requests of gh are read with their reviews and commits, and a bad one is named by its line`()
        throws
    {
        let reading = try read(Self.gh, repository: "acme/shop")
        #expect(reading.shapes == ["gh pr list"])
        #expect(reading.rows.count == 2)
        #expect(
            reading.bad == [
                .init(line: 17, reason: "'createdAt' is no time (2026-11-22T12:41:07Z); it says 'yesterday'.")
            ])
        let merged = try change(reading)
        #expect(merged.repository == "acme/shop" && merged.number == 412 && merged.state == .merged)
        #expect(merged.kind == "fix" && merged.added == 42 && merged.files == 2 && merged.mergeCommit == "9f31c2a0")
        #expect(merged.createdAt == 1_788_249_600_000 && merged.mergedAt == 1_788_341_400_000)
        // A review by the author is none.
        #expect(merged.firstReviewAt == 1_788_256_800_000)
        #expect(merged.firstCommitAt == 1_788_159_600_000 && merged.commits == 2 && merged.lateCommits == 1)
        #expect(reading.rows[0].commits.map(\.message).last?.contains("Claude") == true)
        let open = try change(reading, 1)
        #expect(open.state == .open && open.isDraft == true && open.isBot == true && open.kind == "feat")
    }

    @Test func `pages of GitHub's REST interface stand one behind the other, and issues among them are left out`()
        throws
    {
        let reading = try read(
            """
            [{"number": 7, "state": "closed", "created_at": "2026-01-01T00:00:00Z", "merged_at": "2026-01-02T00:00:00Z",
              "html_url": "https://github.com/acme/shop/pull/7", "user": {"login": "dependabot[bot]", "type": "Bot"},
              "head": {"ref": "a", "sha": "abc"}, "base": {"ref": "main"}, "merge_commit_sha": "def", "draft": false}]
            [{"number": 8, "state": "closed", "created_at": "2026-01-01T00:00:00Z", "merged_at": null,
              "closed_at": "2026-01-03T00:00:00Z", "head": {"ref": "b", "sha": "123"},
              "html_url": "https://github.com/acme/shop/pull/8"},
             {"number": 9, "state": "open", "created_at": "2026-01-01T00:00:00Z",
              "html_url": "https://github.com/acme/shop/issues/9"}]
            """)
        #expect(try change(reading).isBot == true && change(reading).mergeCommit == "def")
        #expect(try change(reading, 1).state == .closed)
        #expect(reading.bad == [.init(line: 7, reason: "It is an issue, not a pull request.")])
    }

    @Test func `merge requests of GitLab are read`() throws {
        let reading = try read(
            """
            [{"id": 900, "iid": 12, "title": "feat: export", "state": "merged", "created_at": "2026-03-01T10:00:00.000+01:00",
              "prepared_at": "2026-03-01T10:00:05.000+01:00", "merged_at": "2026-03-02T09:00:00.000Z", "draft": false,
              "source_branch": "export", "target_branch": "main", "sha": "aa", "merge_commit_sha": null,
              "squash_commit_sha": "bb", "has_conflicts": false, "changes_count": "4", "labels": ["bug"],
              "author": {"username": "ann"}, "web_url": "https://gitlab.example.com/group/sub/shop/-/merge_requests/12"}]
            """)
        let merged = try change(reading)
        #expect(merged.repository == "group/sub/shop" && merged.number == 12 && merged.state == .merged)
        #expect(merged.createdAt == 1_772_355_600_000 && merged.readyAt == 1_772_355_605_000)
        #expect(merged.mergeCommit == "bb" && merged.files == 4 && merged.hasConflicts == false && merged.kind == "fix")
    }

    @Test
    func `what GitHub is asked for is all that is read of a pull request, commits that did not fit on a page too`()
        throws
    {
        let node = """
            {"number": 7, "title": "Refunds", "url": "https://github.com/acme/shop/pull/7", "state": "MERGED",
             "isDraft": false, "createdAt": "2026-09-01T08:00:00Z", "mergedAt": "2026-09-02T08:00:00Z",
             "closedAt": "2026-09-02T08:00:00Z", "updatedAt": "2026-09-03T08:00:00Z", "mergeable": "CONFLICTING",
             "author": {"__typename": "Bot", "login": "renovate"}, "headRefName": "a", "headRefOid": "abc",
             "baseRefName": "main", "mergeCommit": {"oid": "def"}, "additions": 5, "deletions": 6, "changedFiles": 7,
             "labels": {"nodes": [{"name": "bug"}]},
             "timelineItems": {"nodes": [{"__typename": "ReadyForReviewEvent", "createdAt": "2026-09-01T09:00:00Z"}]},
             "reviews": {"nodes": [{"author": {"login": "bob"}, "state": "APPROVED", "submittedAt": "2026-09-01T10:00:00Z"}]},
             "commits": {"totalCount": 104, "nodes": [{"commit": {"authoredDate": "2026-08-31T07:00:00Z", "message": "One",
                "authors": {"nodes": [{"name": "Ann", "email": "ann@example.com"}]}}}]}}
            """
        let page = """
            {"data": {"repository": {"pullRequests": {"pageInfo": {"hasNextPage": true, "endCursor": "x"}, "nodes": [\(node)]}}}}
            """
        let asked = Set(GitHubQuestion.changes.split { !$0.isLetter && $0 != "_" }.map(String.init))
        let read = Set(page.matches(of: /"(\w+)":/).map { String($0.1) }).subtracting(["data"])
        #expect(read.isSubset(of: asked), "\(read.subtracting(asked))")
        // As 'gh api --paginate' writes them: one page behind the other.
        let reading = try self.read(page + page.replacing("\"number\": 7", with: "\"number\": 8"))
        #expect(reading.bad.isEmpty && reading.rows.count == 2)
        let change = try change(reading)
        let all: [Any?] = [
            change.title, change.url, change.state, change.isDraft, change.isBot, change.kind, change.headRef,
            change.baseRef,
            change.head, change.mergeCommit, change.createdAt, change.readyAt, change.firstCommitAt,
            change.firstReviewAt,
            change.mergedAt, change.closedAt, change.updatedAt, change.added, change.removed, change.files,
            change.hasConflicts,
        ]
        #expect(all.allSatisfy { $0 != nil }, "\(change)")
        #expect(change.commits == 104 && change.lateCommits == nil)
    }

    @Test func `an answer of GraphQL that is an error is told in its words`() throws {
        let reading = try read(
            """
            {"data": null, "errors": [{"message": "By the time this query traverses to the authors connection, it is \
            requesting up to 505,050 possible nodes which exceeds the maximum limit of 500,000."}]}
            """)
        #expect(reading.rows.isEmpty && reading.bad.map(\.line) == [1])
        #expect(reading.bad[0].reason.hasPrefix("The host answered with an error: By the time this query"))
    }

    /// "api/v3" is GitHub Enterprise Server's; GitLab of old wrote no "-".
    @Test(arguments: [
        ("https://git.example/api/v3/repos/acme/shop/deployments/4", "acme/shop"),
        ("https://gitlab.example/group/sub/shop/merge_requests/12", "group/sub/shop"),
        ("https://gitlab.example/group/sub/shop/-/merge_requests/12", "group/sub/shop"),
        ("https://github.com/acme/shop/pull/7", "acme/shop"),
    ])
    func `addresses name their repository`(url: String, name: String) {
        #expect(PipelineFields.repository(inURL: url)?.name == name)
    }

    @Test func `answers of GraphQL are read from either host, with when a draft was made ready`() throws {
        let github = try read(
            """
            {"data": {"repository": {"pullRequests": {"pageInfo": {"hasNextPage": false}, "nodes": [
              {"number": 7, "title": "Refunds", "state": "MERGED", "isDraft": false, "createdAt": "2026-09-01T08:00:00Z",
               "mergedAt": "2026-09-02T08:00:00Z", "url": "https://github.com/acme/shop/pull/7",
               "author": {"__typename": "User", "login": "ann"}, "mergeCommit": {"oid": "9f31c2a0"},
               "labels": {"nodes": [{"name": "bug"}]},
               "timelineItems": {"nodes": [{"__typename": "ReadyForReviewEvent", "createdAt": "2026-09-01T09:00:00Z"}]},
               "reviews": {"nodes": [{"author": {"login": "bob"}, "submittedAt": "2026-09-01T10:00:00Z", "state": "APPROVED"}]},
               "commits": {"totalCount": 2, "nodes": [
                 {"commit": {"authoredDate": "2026-08-31T07:00:00Z", "message": "Refunds",
                             "authors": {"nodes": [{"name": "Ann", "email": "ann@example.com"}]}}},
                 {"commit": {"authoredDate": "2026-09-01T12:00:00Z", "messageHeadline": "Again", "messageBody": ""}}]}}
            ]}}}}
            """)
        #expect(github.bad.isEmpty && github.rows.count == 1)
        let merged = try change(github)
        #expect(merged.number == 7 && merged.kind == "fix" && merged.isBot == false)
        #expect(merged.readyAt == 1_788_253_200_000 && merged.firstReviewAt == 1_788_256_800_000)
        #expect(merged.commits == 2 && merged.lateCommits == 1 && merged.firstCommitAt == 1_788_159_600_000)
        #expect(github.rows[0].commits[0].authors[0].name == "Ann")
        let gitLab = try read(
            """
            {"data": {"project": {"mergeRequests": {"nodes": [
              {"iid": "12", "title": "feat: export", "state": "merged", "draft": false, "createdAt": "2026-03-01T09:00:00Z",
               "preparedAt": "2026-03-01T09:00:05Z", "mergedAt": "2026-03-02T09:00:00Z", "sourceBranch": "export",
               "targetBranch": "main", "mergeCommitSha": "aa", "conflicts": false, "commitCount": 3,
               "diffStatsSummary": {"additions": 40, "deletions": 2, "fileCount": 4}, "author": {"username": "ann"},
               "labels": {"nodes": []}, "webUrl": "https://gitlab.com/group/shop/-/merge_requests/12"},
              {"iid": "x", "state": "opened", "sourceBranch": "y", "createdAt": "2026-03-01T09:00:00Z"}]}}}}
            """)
        let request = try change(gitLab)
        #expect(request.number == 12 && request.repository == "group/shop" && request.state == .merged)
        #expect(request.added == 40 && request.files == 4 && request.commits == 3 && request.hasConflicts == false)
        #expect(gitLab.bad.map(\.line) == [7])
    }

    @Test func `runs, releases and deployments of both hosts are told apart`() throws {
        let reading = try read(
            """
            {"workflow_runs": [{"id": 1, "run_number": 5, "workflow_id": 3, "name": "ci", "status": "completed",
              "conclusion": "timed_out", "created_at": "2026-01-01T00:00:00Z", "run_started_at": "2026-01-01T00:00:10Z",
              "updated_at": "2026-01-01T00:10:00Z", "head_branch": "main", "html_url": "https://github.com/acme/shop/actions/runs/1"}]}
            {"databaseId": 2, "workflowName": "ci", "status": "in_progress", "conclusion": "", "event": "push",
             "createdAt": "2026-01-02T00:00:00Z", "updatedAt": "2026-01-02T00:01:00Z", "url": "https://github.com/acme/shop/actions/runs/2"}
            {"id": 3, "iid": 9, "ref": "main", "sha": "ff", "status": "success", "source": "push",
             "created_at": "2026-01-03T00:00:00Z", "updated_at": "2026-01-03T00:05:00Z", "web_url": "https://gitlab.com/a/b/-/pipelines/3"}
            {"tagName": "v2.0", "publishedAt": "2026-01-04T00:00:00Z", "isPrerelease": false}
            {"tag_name": "v2.1-rc1", "published_at": "2026-01-05T00:00:00Z", "prerelease": true, "draft": false}
            {"tagName": "v3", "publishedAt": "0001-01-01T00:00:00Z", "isDraft": true}
            {"id": 4, "sha": "cc", "environment": "production", "created_at": "2026-01-06T00:00:00Z",
             "url": "https://api.github.com/repos/acme/shop/deployments/4"}
            {"id": 5, "iid": 1, "sha": "dd", "status": "failed", "environment": {"name": "production"}, "created_at": "2026-01-06T00:00:00Z"}
            {"id": 6, "iid": 2, "sha": "ee", "status": "success", "environment": {"name": "production"}, "created_at": "2026-01-07T00:00:00Z",
             "deployable": {"pipeline": {"web_url": "https://gitlab.com/a/b/-/pipelines/3"}}}
            """, repository: "acme/shop")
        #expect(reading.bad.isEmpty)
        let words = reading.rows.map { row -> String in
            switch row.record {
            case .run(let run): "run \(run.repository) \(run.conclusion?.rawValue ?? "runs") \(run.endedAt != nil)"
            case .release(let release): "release \(release.tag) \(release.isPrerelease)"
            case .deployment(let deployment): "deployment \(deployment.identity ?? "?") \(deployment.revision)"
            default: "?"
            }
        }
        #expect(
            words == [
                "run acme/shop failure true", "run acme/shop runs false", "run a/b success true", "release v2.0 false",
                "release v2.1-rc1 true", "deployment github.com/acme/shop cc", "deployment gitlab.com/a/b ee",
            ])
    }

    @Test func `incidents of PagerDuty and alerts of Alertmanager are read, and firing ones are open`() throws {
        let reading = try read(
            """
            {"incidents": [{"id": "P1", "incident_number": 3, "title": "Checkout fails", "status": "resolved", "urgency": "high",
              "priority": {"summary": "P1"}, "created_at": "2026-02-01T10:00:00Z", "resolved_at": "2026-02-01T11:00:00Z", "service": {"summary": "api"}},
             {"id": "P2", "incident_number": 4, "title": "Slow", "status": "triggered", "created_at": "2026-02-02T10:00:00Z"},
             {"id": "P3", "incident_number": 5, "created_at": "2026-02-02T10:00:00Z", "resolved_at": "2026-02-01T10:00:00Z"}]}
            {"receiver": "web", "alerts": [{"status": "firing", "labels": {"alertname": "Down", "severity": "page", "service": "api"},
              "annotations": {}, "startsAt": "2026-02-03T10:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "c0ffee"},
             {"status": "resolved", "labels": {"alertname": "Down"}, "startsAt": "2026-02-04T10:00:00Z", "endsAt": "2026-02-04T10:30:00Z"}]}
            """)
        let incidents = reading.rows.compactMap { row -> IncidentRecord? in
            if case .incident(let incident) = row.record { incident } else { nil }
        }
        #expect(incidents.map(\.maker) == ["pagerduty", "pagerduty", "alertmanager", "alertmanager"])
        #expect(incidents.map { $0.resolvedAt != nil } == [true, false, false, true])
        #expect(
            incidents[0].service == "api" && incidents[0].severity == "critical" && incidents[2].severity == "critical")
        #expect(incidents[2].makerID == "c0ffee@1770112800000")
        #expect(reading.bad == [.init(line: 4, reason: "It was over before it began.")])
    }

    @Test func `tables are told by their header, with quotes, semicolons and lines inside of fields`() throws {
        let changes = try read(
            """
            PR;Title;Opened at;Merged at;Repository
            7;"Say ""hi""; twice
            and more";2026-01-01;2026-01-03T12:00:00Z;acme/shop
            x;bad;2026-01-01;;acme/shop

            9;late;2026-01-05;2026-01-04;acme/shop
            """)
        #expect(try change(changes).title == "Say \"hi\"; twice\nand more")
        #expect(
            changes.bad == [
                .init(line: 4, reason: "'number' is no whole number; it says 'x'."),
                .init(line: 6, reason: "It was merged before it was opened."),
            ])
        let values = try read("name,value,at,unit\nchat threads,34,2026-01-01,threads\nchat threads,many,2026-01-08,\n")
        #expect(values.rows.count == 1 && values.bad.map(\.line) == [3])
        let incidents = try read("started_at,resolved_at,title,caused_by\r\n2026-01-01T10:00Z,,Down,#412\r\n")
        guard case .incident(let incident) = try #require(incidents.rows.first).record else { throw Wrong() }
        #expect(incident.cause == "#412" && incident.resolvedAt == nil)
    }

    @Test func `what is nothing of this is refused in one sentence`() throws {
        func complaint(_ text: String) -> String {
            do {
                _ = try read(text)
                return ""
            } catch { return "\(error)" }
        }
        #expect(complaint("  \n") == "'file' is empty: there is nothing to import.")
        #expect(complaint("[{\"number\": 1").hasPrefix("'file' cannot be read: The JSON ends early"))
        #expect(complaint("hello,world\n1,2\n").hasPrefix("'file' is neither JSON nor a table that is known"))
        let unknown = try read("[{\"a\": 1}, 7]")
        #expect(unknown.rows.isEmpty && unknown.bad.count == 2)
        // What was read before the damage stays.
        let cut = try read("{\"name\": \"a\", \"value\": 1, \"at\": \"2026-01-01\"}\n{\"name\": \"b\", ")
        #expect(cut.rows.count == 1 && cut.bad.map(\.line) == [2])
        #expect(try read("[{\"number\": 1, \"createdAt\": \"2026-01-01\"}]").bad.count == 1)
    }
}
