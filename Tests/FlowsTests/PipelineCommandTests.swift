import Foundation
import Git
import Metrics
import Store
import TestSupport
import Testing

@testable import Flows

/// What a repository and its host tell, as the commands say it.
@Suite(.enabled(if: GitFolder.hasGit, "git is not installed"))
struct PipelineCommandTests {
    /// A main branch with a merged, a squashed and a reverted change, and two releases.
    private func shop() throws -> GitFolder {
        let git = try GitFolder()
        func at(_ day: String, _ arguments: String...) throws {
            let run = try ProgramRun(
                "/usr/bin/env",
                [
                    "GIT_AUTHOR_DATE=\(day)", "GIT_COMMITTER_DATE=\(day)", "git", "-C", git.root, "-c", "user.name=Ada",
                    "-c", "user.email=ada@example.com",
                ] + arguments, in: git.folder)
            try #require(run.status == 0, "\(run.complaint)")
        }
        try git.git("checkout", "-q", "-b", "refunds")
        try at("2026-03-01T10:00:00Z", "commit", "-q", "--allow-empty", "-m", "Refunds")
        try at(
            "2026-03-01T12:00:00Z", "commit", "-q", "--allow-empty", "-m",
            "More\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        try git.git("checkout", "-q", "main")
        try at(
            "2026-03-02T10:00:00Z", "merge", "-q", "--no-ff", "refunds", "-m",
            "Merge pull request #7 from acme/refunds\n\nfix: refunds twice")
        try at("2026-03-03T10:00:00Z", "commit", "-q", "--allow-empty", "-m", "Add export (#8)")
        try at("2026-03-03T11:00:00Z", "tag", "-a", "v1.0", "-m", "v1.0")
        let export = try git.git("rev-parse", "HEAD")
        try at(
            "2026-03-04T10:00:00Z", "commit", "-q", "--allow-empty", "-m",
            "Revert \"Add export (#8)\"\n\nThis reverts commit \(export).")
        try at("2026-03-05T10:00:00Z", "tag", "-a", "v1.1-rc1", "-m", "trial")
        return git
    }

    @Test func `git tells of merges with what they bring, squashes, reverts, marks and tags`() throws {
        let git = try shop()
        let store = try Store.inMemory()
        let reading = MainlineReading(store: store, checkout: try #require(.discover(from: git.root)))
        let summary = try reading.run(now: 1_800_000_000_000)
        #expect(summary.branch == "main" && summary.commits == 6 && summary.changes == 2 && summary.tags == 2)
        #expect(try reading.run(now: 1_800_000_000_000).isUnchanged)
        let scope = PipelineScope(repository: "acme/shop", from: 0, to: 1_800_000_000_000)
        let changes = try store.changes(in: scope).sorted { $0.number < $1.number }
        #expect(changes.map(\.number) == [7, 8])
        #expect(changes.map(\.kind) == ["fix", nil])
        #expect(changes.map(\.generated) == [0.5, 0])
        // From the first commit on the branch to the merge, a day later.
        #expect(changes[0].mergedAt.flatMap { end in changes[0].firstCommitAt.map { end - $0 } } == 86_400_000)
        #expect(changes[1].firstCommitAt == nil)
        let commits = try store.commits(in: scope)
        #expect(commits.filter(\.isGenerated).map(\.landedAt) == [1_772_445_600_000])
        #expect(try store.revertedCommits(of: "acme/shop").count == 1)
        #expect(try store.releases(in: scope).map(\.name) == ["v1.0"])
    }

    @Test func `merges that had conflicts are found by doing them again, and nothing is left behind`() throws {
        let git = try GitFolder()
        for (branch, text) in [("left", "1\n"), ("right", "2\n"), ("other", "")] {
            try git.git("checkout", "-q", "-b", branch, "main")
            try git.folder.write(branch == "other" ? "shop/b.py" : "shop/a.py", text)
            try git.commit("On \(branch)")
        }
        // A merge driver of the repository's own would take everything, if it were asked.
        try git.git("config", "merge.mine.driver", "touch \(git.folder.path)/ran; true")
        try git.folder.write("shop/.git/info/attributes", "* merge=mine\n")
        try git.git("checkout", "-q", "main")
        try git.git("merge", "-q", "--no-ff", "left", "-m", "Merge pull request #1 from acme/left")
        try git.git("merge", "-q", "-s", "ours", "--no-ff", "right", "-m", "Merge pull request #2 from acme/right")
        try git.git("merge", "-q", "--no-ff", "other", "-m", "Merge pull request #3 from acme/other")
        let store = try Store.inMemory()
        let reading = MainlineReading(store: store, checkout: try #require(.discover(from: git.root)))
        _ = try reading.run(now: 1)
        let before = try git.git("count-objects")
        #expect(try reading.replayMerges(for: .seconds(30)) == 3)
        let scope = PipelineScope(repository: "acme/shop", from: 0, to: 1_900_000_000_000)
        let merges = try store.commits(in: scope).filter(\.isMerge)
        #expect(merges.compactMap(\.conflicts).sorted() == [0, 0, 1])
        #expect(try git.git("count-objects") == before)
        // Asked for alone, it is what it is among the others.
        let stats = PipelineStats(store: store, repository: "acme/shop", now: 1_900_000_000_000)
        for metrics in [[.conflicts], Set(PipelineMetric.allCases)] {
            let figure = try stats.facts(from: 0, to: 1_900_000_000_000, for: metrics).figure(.conflicts)
            #expect(figure.count == 3 && figure.value == 1.0 / 3)
        }
        #expect(!FileManager.default.fileExists(atPath: git.folder.path + "/ran"))
        #expect(try reading.replayMerges(for: .seconds(30)) == 0)
    }

    /// A page that a browser draws without asking for anything else.
    @Test func `stats writes a page with charts`() throws {
        let git = try shop()
        let words = ["stats", "--split", "2026-03-03", "--tz", "UTC", "--format", "html"]
        let run = try ProgramRun(
            "/usr/bin/env", ["-C", git.root, try BuiltProgram.path("colophon")] + words, in: git.folder)
        let page = run.output
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"), "\(run.complaint)")
        #expect(page.contains("<svg") && !page.contains("http://") && !page.contains("https://"))
        let file = try git.folder.write("page.html", page)
        let browser = ["chromium", "chromium-browser", "google-chrome"].first { name in
            (try? ProgramRun("/usr/bin/env", [name, "--version"], in: git.folder))?.status == 0
        }
        // Where there is a browser, it must find the table and the charts in it.
        guard let browser else { return }
        let drawn = try ProgramRun(
            "/usr/bin/env", [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "file://\(file)"],
            in: git.folder)
        #expect(drawn.output.contains("<td>changes merged</td>") && drawn.output.contains("</svg>"))
    }

    @Test func `a rewritten branch forgets what it no longer holds`() throws {
        let git = try shop()
        let store = try Store.inMemory()
        let reading = MainlineReading(store: store, checkout: try #require(.discover(from: git.root)))
        _ = try reading.run(now: 1)
        try git.git("reset", "-q", "--hard", "HEAD~1")
        _ = try reading.run(now: 2)
        let scope = PipelineScope(repository: "acme/shop", from: 0, to: 1_900_000_000_000)
        #expect(try store.commits(in: scope).count == 5)
    }

    @Test func `stats shows a repository that nothing else is known of, and says what is left out`() throws {
        let git = try shop()
        func run(_ words: String...) throws -> ProgramRun {
            try ProgramRun(
                "/usr/bin/env", ["-C", git.root, try BuiltProgram.path("colophon")] + words, in: git.folder)
        }
        let stats = try run("stats", "--from", "2026-03-02", "--to", "2026-03-06", "--tz", "UTC", "--format", "csv")
        #expect(stats.status == 0, "\(stats.complaint)")
        #expect(stats.output.contains("changes,changes merged,a week,all"))
        let json = try run("stats", "--split", "2026-03-02", "--tz", "UTC", "--format", "json")
        #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
        let markdown = try run("stats", "--split", "2026-03-02", "--tz", "UTC", "--format", "markdown")
        #expect(markdown.output.hasPrefix("Nothing is known to have changed. "))
        let metrics = try run("stats", "--split", "2026-03-02", "--tz", "UTC", "--format", "openmetrics")
        #expect(metrics.output.hasSuffix("# EOF\n") && metrics.output.contains("metric=\"changes\""))
        // What is known by its first commit alone is told by the name that a person gave it.
        try git.git("remote", "remove", "origin")
        for format in ["json", "openmetrics", "csv"] {
            let told = try run("stats", "--split", "2026-03-02", "--tz", "UTC", "--format", format).output
            #expect(told.contains("shop") && !told.contains("root:"), "\(format)")
        }
        #expect(try run("stats", "--split", "soon").complaint.contains("'soon' is no day"))
        #expect(try run("stats", "explain", "merge-time").output.contains("Kaplan–Meier"))
        #expect(try run("stats", "nothing").complaint.contains("There is no figure 'nothing'"))
    }

    @Test func `among groups a repository without a host is called what its folder is called`() throws {
        let git = try shop()
        try git.git("remote", "remove", "origin")
        let places = try ProgramRun(
            "/usr/bin/env",
            ["-C", git.root, try BuiltProgram.path("colophon"), "stats", "--by", "repository", "--from", "2026-03-01"]
                + ["--to", "2026-03-06", "--format", "csv"], in: git.folder)
        #expect(places.output.contains("\nshop,") && !places.output.contains("root:"), "\(places.complaint)")
    }

    @Test func `an import is told in a sentence, and what cannot be read with its line`() throws {
        let git = try shop()
        let file = try git.folder.write(
            "prs.csv",
            "number,created_at,merged_at,repository\n7,2026-03-01,2026-03-02,acme/shop\n9,soon,,acme/shop\n")
        let first = try ProgramRun.colophon(["import", file], in: git.folder)
        #expect(first.status == 1)
        #expect(first.output == "\(file) (a table of changes): 1 change, new; 1 row left out\n")
        #expect(first.complaint == "\(file), line 3: 'created_at' is no time (2026-11-22T12:41:07Z); it says 'soon'.\n")
        #expect(try ProgramRun.colophon(["import", file], in: git.folder).output.contains("1 change, known already"))
        let none = try ProgramRun.colophon(["import", "nowhere.json"], in: git.folder)
        #expect(none.complaint == "There is no file 'nowhere.json': name what a host wrote, or - for a pipe.\n")
        let metric = try ProgramRun.colophon(["metric", "add", "threads", "34", "--at", "2026-03-01"], in: git.folder)
        #expect(metric.output == "Noted: threads 34 at 2026-03-01T00:00:00.000Z\n")
    }

    @Test func `whether generated code comes nearer is told of every repository by itself`() throws {
        let folder = try TemporaryFolder()
        let place = "\(folder.path)/demo"
        let demo = try ProgramRun.colophon(["demo", "--generations", "300", "--output", place], in: folder)
        try #require(demo.status == 0, "\(demo.complaint)")
        let run = try ProgramRun.colophon(
            ["stats", "adaptation", "--all", "--format", "csv", "--store", "\(place)/store.sqlite"], in: folder)
        #expect(run.status == 0, "\(run.complaint)")
        let lines = run.output.split(whereSeparator: \.isNewline)
        #expect(lines.first?.hasPrefix("repository,agent,model,series") == true)
        #expect(lines.count > 2 && lines.dropFirst().allSatisfy { $0.hasPrefix("shop,") }, "\(run.output)")
        let both = try ProgramRun.colophon(["stats", "adaptation", "--all", "--repository", "a/b"], in: folder)
        #expect(both.status == 64)
    }

    @Test func `the question to GitHub is printed, and nothing is read for it`() throws {
        let folder = try TemporaryFolder()
        let run = try ProgramRun.colophon(["import", "--query"], in: folder)
        #expect(run.status == 0 && run.output.hasPrefix("query($owner: String!, $name: String!, $endCursor: String)"))
        let both = try ProgramRun.colophon(["import", "--query", "-"], in: folder)
        #expect(both.status == 64 && both.complaint.contains("leave the files away"))
        let neither = try ProgramRun.colophon(["import"], in: folder)
        #expect(neither.status == 64 && neither.complaint.contains("Name the files to import"))
    }

    @Test func `what a host says of commits tells of agents, and where it says nothing, nothing is made of it`()
        throws
    {
        let folder = try TemporaryFolder()
        let commits = [
            #"[{"oid": "a1", "authors": [], "messageHeadline": "Refunds", "messageBody": "Co-Authored-By: Claude <noreply@anthropic.com>"}]"#,
            #"[{"oid": "a2", "authors": [{"name": "Ada", "email": "ada@example.com"}], "messageHeadline": "Mine"}]"#,
            #"[{"oid": "a3", "authors": [{"name": "Claude", "email": "noreply@anthropic.com"}]}]"#,
            #"[{"oid": "a4", "committedDate": "2026-03-01T10:00:00Z"}]"#,
        ]
        let rows = commits.enumerated().map { place, commits in
            #"{"number": \#(place + 1), "state": "OPEN", "createdAt": "2026-03-01T10:00:00Z", "headRefName": "x", "#
                + #""url": "https://github.com/acme/shop/pull/\#(place + 1)", "commits": \#(commits)}"#
        }
        let file = try folder.write("prs.json", "[\(rows.joined(separator: ",\n"))]")
        let run = try ProgramRun.colophon(["import", file], in: folder)
        #expect(run.status == 0, "\(run.complaint)")
        let shown = try ProgramRun.colophon(
            ["stats", "coding-time", "changes", "--all", "--by", "ai-share", "--from", "2026-02-01"], in: folder)
        #expect(shown.status == 0, "\(shown.complaint)")
        let store = try Store.open(at: folder.path + "/store.sqlite", mode: .read)
        let facts = try store.changes(in: PipelineScope(from: 0, to: 1_900_000_000_000))
        #expect(facts.sorted { $0.number < $1.number }.map(\.generated) == [1, 0, 1, nil])
    }

    @Test func `incidents that came after the last known commit are said to be left out`() throws {
        let folder = try TemporaryFolder()
        let changes = try folder.write(
            "prs.csv", "number,created_at,merged_at,repository\n7,2026-03-01,2026-03-02,acme/shop\n")
        let incidents = try folder.write(
            "incidents.csv", "id,title,started_at,repository\n1,Down,2026-03-20T10:00:00Z,acme/shop\n")
        #expect(try ProgramRun.colophon(["import", changes, incidents], in: folder).status == 0)
        let stats = try ProgramRun.colophon(["stats", "--all", "--split", "2026-03-02", "--tz", "UTC"], in: folder)
        #expect(stats.output.contains("after 2026-03-02, and left out what came since: 1 incident:"), "\(stats.output)")
    }

    @Test(arguments: [
        ("Merge pull request #12 from a/b\n\nTitle", true, 12 as Int64?, "Title"), ("Add (#3)", false, 3, "Add"),
        ("Merge branch 'x' into 'main'\n\nExport\n\nSee merge request group/shop!45", true, 45, "Export"),
        ("Merged in x (pull request #6)\n\nbody", true, 6, "body"), ("Merged PR 77: Title", false, 77, " Title"),
        ("Fix #9 at last", false, nil, ""), ("Add (#)", false, nil, ""), ("Revert \"Add (#3)\"", false, nil, ""),
    ])
    func `hosts name the request in the commit`(message: String, isMerge: Bool, number: Int64?, title: String) {
        let name = RequestName(message: message, isMerge: isMerge)
        #expect(name?.number == number)
        if let name { #expect(name.title == title.drop { $0 == " " }) }
    }

    @Test(arguments: [
        ("v1.2.3", true, false), ("1.0", true, false), ("v9", true, false), ("shop-2.0", true, false),
        ("nightly", false, false),
        ("2.0.0b3", true, true), ("v2.0-rc.1", true, true), ("2024", true, false), ("build-77", false, false),
    ])
    func `versions are told from other tags`(tag: String, isVersion: Bool, isTrial: Bool) {
        #expect(MainlineReading.isVersion(tag) == isVersion)
        if isVersion { #expect(MainlineReading.isPrerelease(tag) == isTrial) }
    }
}
