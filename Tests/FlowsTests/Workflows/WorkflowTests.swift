import Foundation
import TestSupport
import Testing

/// The workflow that 'init' writes: its form, and every line of shell in it, run in a repository.
@Suite(.enabled(if: GitFolder.hasGit, "git is not installed"))
struct WorkflowTests {
    private static let plan = """
        [[generation]]
        prompt = "Sum a list @everyone"
        output = "total.py"

        """
    private static let sonar = ["sonar-project.properties": "sonar.projectKey=shop\n", "README": "Shop\n"]
    private static let total = [
        "```python\n", "def total(numbers):\n", "    result = 0\n", "    for number in numbers:\n",
        "        result += number\n", "    return result\n", "```\n",
    ]
    private static let unsafe = [
        "```python\n", "import os\n\n\n", "def run():\n", "    name = input()\n", "    os.system(\"ls \" + name)\n",
        "```\n",
    ]

    private func json(_ text: String?) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: Any])
    }

    @Test func `What is generated waits in a branch of its own, and passes once a person has merged it`() throws {
        let request = try PullRequest(Self.sonar) { _ in GeneratingPlace.stream(Self.total) }
        defer { request.place.server.close() }
        try request.push(["generations.toml": Self.plan])
        let before = try request.branches()
        let first = try request.run()
        for step in first.generated where step.status != nil && step.name != "Decide" {
            #expect(step.status == 0, "\(step.name): \(step.words)")
        }
        #expect(first.generated["Decide"]?.status == 1)
        #expect(first.generated["Decide"]?.words.contains("::error title=Generated code waits") == true)
        let (work, summary) = (first.generate, try #require(first.generate.file("summary.md")))
        #expect(summary.hasPrefix("<!-- colophon -->\n### Generated code in this change"))
        #expect(summary.contains("| Sum a list @&#8203;everyone | colophon, tiny |"), "\(summary)")
        #expect(summary.contains("total.py (5 lines)"))
        #expect(try json(work.file("colophon/colophon.sarif"))["version"] as? String == "2.1.0")
        #expect(try json(work.file("colophon/sonar.json"))["issues"] != nil)
        #expect(work.file("colophon/proposal.patch")?.contains("+++ b/total.py") == true)
        #expect(work.file("colophon/proposal.patch")?.contains("+++ b/generations.lock") == true)
        // The branch is there, and nothing else of the host has changed.
        #expect(first.proposed.words.contains(": 1\n") == false, "\(first.proposed.words)")
        var after = try request.branches()
        let branch = after.removeValue(forKey: "colophon/pr-7")
        let proposal = try #require(branch)
        #expect(after == before)
        _ = try request.git("fetch", "-q", "origin")
        #expect(try request.git("show", "\(proposal):total.py").hasPrefix("def total(numbers):"))
        #expect(try request.git("rev-parse", "\(proposal)^") == before["feature"])
        #expect(first.propose.file("gh.log")?.contains("--method POST repos/acme/shop/issues/7/comments") == true)
        #expect(first.propose.file("comment.md")?.contains("`git merge origin/colophon/pr-7`") == true)
        // What is attached can be taken in elsewhere.
        let merge = try ProgramRun.colophon(
            ["merge", work.temp + "/colophon/store/store.sqlite"], in: request.place.folder)
        #expect(merge.status == 0, "\(merge.complaint)")
        #expect(try ProgramRun.colophon(["list", "edits"], in: request.place.folder).output.contains("total.py"))

        try request.takeProposal()
        let asked = request.place.server.requests.count { $0.path == "/api/chat" }
        let second = try request.run(comment: "412")
        #expect(second.generated["Decide"]?.status == 0, "\(second.generated.words)")
        #expect(second.generate.file("colophon/report.md")?.contains("5 generated, 3 of people") == true)
        #expect(second.propose.file("gh.log")?.contains("--method PATCH repos/acme/shop/issues/comments/412") == true)
        #expect(request.place.server.requests.count { $0.path == "/api/chat" } == asked)
    }

    @Test func `What the policy blocks fails, and what it wants reviewed passes by a review alone`() throws {
        var files = Self.sonar
        let blocked = try PullRequest(files) { _ in GeneratingPlace.stream(Self.unsafe) }
        defer { blocked.place.server.close() }
        try blocked.push(["generations.toml": Self.plan])
        _ = try blocked.run()
        try blocked.takeProposal()
        // Somebody approves it: what blocks does so all the same.
        let run = try blocked.run(review: "ada")
        #expect(run.generated["Gate"]?.words.contains("::error file=total.py,line=6") == true, "\(run.generated.words)")
        #expect(run.generated["Decide"]?.status == 1)
        #expect(run.generate.file("summary.md")?.contains("**Blocked: 1 finding") == true)
        let results = (try json(run.generate.file("colophon/colophon.sarif"))["runs"] as? [[String: Any]])?.first?[
            "results"]
        #expect((results as? [Any])?.isEmpty == false)

        files[".colophon/policy.toml"] = "[block]\nseverity = \"never\"\n"
        let waiting = try PullRequest(files) { _ in GeneratingPlace.stream(Self.unsafe) }
        defer { waiting.place.server.close() }
        try waiting.push(["generations.toml": Self.plan])
        _ = try waiting.run()
        try waiting.takeProposal()
        let alone = try waiting.run()
        #expect(alone.generated["Take down the review"]?.status == nil)
        #expect(alone.generated["Decide"]?.status == 1, "\(alone.generated.words)")
        let reviewed = try waiting.run(review: "ada")
        #expect(reviewed.generated["Take down the review"]?.words.contains("approved by ada") == true)
        #expect(reviewed.generated["Decide"]?.status == 0, "\(reviewed.generated.words)")
        #expect(reviewed.generate.file("summary.md")?.contains("approved by ada") == true)
    }

    @Test func `A change without a plan, and an engine that is away, are told`() throws {
        let request = try PullRequest(["README": "Shop\n"]) { _ in GeneratingPlace.stream([], end: "") }
        request.place.server.close()
        try request.push(["a.py": "x = 1\n"])
        let plain = try request.run()
        #expect(plain.generated["Decide"]?.status == 0, "\(plain.generated.words)")
        #expect(try request.branches()["colophon/pr-7"] == nil)
        #expect(plain.generate.file("colophon/sonar.json") == nil, "the project has no SonarQube")
        try request.push(["generations.toml": Self.plan])
        let away = try request.run()
        #expect(away.generated["Generate"]?.words.contains("total.py: ") == true, "\(away.generated.words)")
        #expect(away.generated["Decide"]?.words.contains("::error title=Not all was generated") == true)
        #expect(away.generated["Decide"]?.status == 1)
    }

    @Test func `What cannot be told does not pass, unless the project says so or the policy leaves it out`() throws {
        let request = try PullRequest(["README": "Shop\n"]) { _ in
            GeneratingPlace.stream([
                "```\n", "local total = 0\n", "for _, n in ipairs(numbers) do total = total + n end\n",
                "return total\n", "```\n",
            ])
        }
        defer { request.place.server.close() }
        try request.push(["generations.toml": Self.plan.replacing("total.py", with: "words.lua")])
        _ = try request.run()
        try request.takeProposal()
        let untold = try request.run()
        #expect(untold.generated["Decide"]?.status == 1, "\(untold.generated.words)")
        #expect(untold.generated["Decide"]?.words.contains("::error title=It could not be told") == true)
        request.variables["COLOPHON_UNKNOWN"] = "pass"
        #expect(try request.run().generated["Decide"]?.status == 0)
        request.variables = [:]
        // A person who has read it can tell.
        let read = try request.run(review: "ada")
        #expect(read.generated["Take down the review"]?.words.contains("approved by ada") == true)
        #expect(read.generated["Decide"]?.status == 0, "\(read.generated.words)")
        // A policy counts once it is on the branch that the change goes to.
        try request.pushBase([".colophon/policy.toml": "[ignore]\npaths = [\"*.lua\"]\n"])
        let ignored = try request.run()
        #expect(ignored.generated["Decide"]?.status == 0, "\(ignored.generated.words)")
    }

    @Test func `Actions are pinned, jobs have what they need, and nothing of others goes into shell`() throws {
        for files in [["README": ""], Self.sonar] {
            let request = try PullRequest(files) { _ in .notFound }
            request.place.server.close()
            let top = request.workflow
            #expect(top.keys == ["name", "on", "permissions", "concurrency", "defaults", "jobs"])
            #expect(top["permissions"] == .map([]))
            let rights: [String: [String]] = [
                "generate": ["contents: read"], "scan": ["actions: read", "contents: read", "security-events: write"],
                "propose": ["contents: write", "pull-requests: write"],
            ]
            let jobs = try #require(top["jobs"])
            #expect(Set(jobs.keys) == Set(rights.keys))
            for name in jobs.keys {
                let job = try #require(jobs[name])
                let permissions = try #require(job["permissions"])
                #expect(permissions.keys.map { "\($0): \(permissions[$0]?.text ?? "")" } == rights[name])
                #expect(job["runs-on"] != nil && job["timeout-minutes"] != nil && job["if"] != nil)
                for step in job["steps"]?.elements ?? [] {
                    #expect(Set(step.keys).isSubset(of: ["name", "id", "if", "uses", "with", "env", "run"]))
                    #expect((step["uses"] == nil) != (step["run"] == nil), "\(step)")
                    if let action = step["uses"]?.text {
                        #expect(action.wholeMatch(of: /[\w-]+(\/[\w-]+)+@[0-9a-f]{40}/) != nil, "\(action)")
                        #expect(request.text.contains(action + " # v"))
                    }
                    #expect(step["run"]?.text?.contains("${{") != true)
                }
            }
            #expect(request.text.contains("SonarSource") == (files["sonar-project.properties"] != nil))
        }
    }

    static let actionlint = try? ProgramRun("/usr/bin/env", ["actionlint", "-version"], in: TemporaryFolder())

    @Test(.enabled(if: actionlint?.status == 0, "actionlint is not installed"))
    func `actionlint has nothing to say`() throws {
        for files in [["README": ""], Self.sonar] {
            let request = try PullRequest(files) { _ in .notFound }
            request.place.server.close()
            let path = request.place.folder.path + "/seed/.github/workflows/colophon.yml"
            let run = try ProgramRun("/usr/bin/env", ["actionlint", path], in: request.place.folder)
            #expect(run.status == 0, "\(run.output)\(run.complaint)")
        }
    }
}
