import Foundation
import TestSupport
import Testing

/// A pull request on a host that is a folder, whose workflow is run against an engine that plays.
final class PullRequest {
    let place: GeneratingPlace
    let workflow: WorkflowText
    let text: String
    private var runs = 0
    private var kept: String?
    /// The repository's own.
    var variables: [String: String] = [:]
    private var seed: String { place.folder.path + "/seed" }
    private var origin: String { place.folder.path + "/origin.git" }

    /// - Parameters:
    ///   - files: of the branch that others build on, beside the workflow itself.
    ///   - answer: what the engine says.
    init(_ files: [String: String], answer: @escaping @Sendable (ReplayServer.Request) -> ReplayServer.Reply) throws {
        place = try GeneratingPlace(answer)
        let folder = place.folder
        try FileManager.default.createDirectory(atPath: folder.path + "/seed", withIntermediateDirectories: true)
        func git(_ arguments: String...) throws { _ = try Self.git(arguments, in: folder, at: folder.path + "/seed") }
        try git("init", "-q", "-b", "main", ".")
        for (name, text) in files { try folder.write("seed/\(name)", text) }
        let run = try ProgramRun(
            "/bin/sh", ["-c", "cd '\(folder.path)/seed' && '\(BuiltProgram.path("colophon"))' init --ci github --yes"],
            in: folder)
        try #require(run.status == 0, "\(run.complaint)")
        text = try String(contentsOfFile: folder.path + "/seed/.github/workflows/colophon.yml", encoding: .utf8)
        workflow = try WorkflowText.read(text)
        try git("add", "-A")
        try git("commit", "-q", "-m", "What is there")
        try git("init", "-q", "--bare", "-b", "main", folder.path + "/origin.git")
        try git("remote", "add", "origin", folder.path + "/origin.git")
        try git("push", "-q", "origin", "main")
        try git("checkout", "-q", "-b", "feature")
    }

    @discardableResult
    static func git(_ arguments: [String], in folder: TemporaryFolder, at path: String) throws -> String {
        let words = [
            "-C", path, "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false",
        ]
        let run = try ProgramRun("/usr/bin/env", ["git"] + words + arguments, in: folder)
        try #require(run.status == 0, "git \(arguments.joined(separator: " ")): \(run.complaint)")
        return run.output.trimmingCharacters(in: .newlines)
    }

    func git(_ arguments: String...) throws -> String { try Self.git(arguments, in: place.folder, at: seed) }

    /// What the branch brings, pushed.
    func push(_ files: [String: String]) throws {
        for (name, text) in files { try place.folder.write("seed/\(name)", text) }
        _ = try git("add", "-A")
        _ = try git("commit", "-q", "-m", "Ask for it")
        _ = try git("push", "-q", "origin", "feature")
    }

    /// What the branch that others build on brings, merged into this one.
    func pushBase(_ files: [String: String]) throws {
        _ = try git("checkout", "-q", "main")
        for (name, text) in files { try place.folder.write("seed/\(name)", text) }
        _ = try git("add", "-A")
        _ = try git("commit", "-q", "-m", "Policy")
        _ = try git("push", "-q", "origin", "main")
        _ = try git("checkout", "-q", "feature")
        _ = try git("merge", "-q", "main")
        _ = try git("push", "-q", "origin", "feature")
    }

    /// Merges what was proposed, as a person does who has read it.
    func takeProposal() throws {
        _ = try git("fetch", "-q", "origin")
        _ = try git("merge", "-q", "origin/colophon/pr-7")
        _ = try git("push", "-q", "origin", "feature")
    }

    /// The branches of the host, each with its commit.
    func branches() throws -> [String: String] {
        let lines = try git("ls-remote", "--heads", origin).split(separator: "\n").map { $0.split(separator: "\t") }
        return Dictionary(uniqueKeysWithValues: lines.map { (String($0[1].dropFirst(11)), String($0[0])) })
    }

    /// Both jobs that have shell in them; what the one hands over comes to the other.
    ///
    /// - Parameters:
    ///   - review: what the event brings where it is the review of this person.
    ///   - comment: the number of the comment that is there already.
    func run(
        review: String? = nil, comment: String = ""
    ) throws -> (
        generate: WorkflowRun, propose: WorkflowRun, generated: [WorkflowRun.Step], proposed: [WorkflowRun.Step]
    ) {
        runs += 1
        let (head, base) = (try git("rev-parse", "feature"), try git("rev-parse", "main"))
        let generate = try job("generate", head, base, comment)
        if let kept { try FileManager.default.copyItem(atPath: kept, toPath: generate.temp + "/colophon") }
        if let review {
            generate.known["github.event.review.user.login"] = review
            generate.known["github.event.review.html_url"] = "https://example.com/acme/shop/pull/7#review"
        }
        // Of all that was handed over, the next run finds the store alone.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: generate.temp + "/colophon")) ?? []
        where name != "store" { try FileManager.default.removeItem(atPath: "\(generate.temp)/colophon/\(name)") }
        let jobs = try #require(workflow["jobs"])
        let generated = try generate.run(#require(jobs["generate"])) { condition in
            review != nil && condition.hasPrefix("github.event_name == 'pull_request_review'")
                && generate.outputs["generate"]?["waits"] == "no"
        }
        kept = generate.temp + "/colophon"
        let propose = try job("propose", head, base, comment)
        try FileManager.default.copyItem(atPath: generate.temp + "/colophon", toPath: propose.temp + "/colophon")
        return (generate, propose, generated, try propose.run(#require(jobs["propose"])))
    }

    private func job(_ name: String, _ head: String, _ base: String, _ comment: String) throws -> WorkflowRun {
        let run = try WorkflowRun(in: place.folder, runs, name)
        _ = try git("clone", "-q", origin, run.workspace)
        _ = try Self.git(["checkout", "-q", "--detach", head], in: place.folder, at: run.workspace)
        run.known = [
            "github.event.pull_request.base.sha": base, "github.event.pull_request.number": "7",
            "github.token": "none", "vars.COLOPHON_DIST": "", "vars.COLOPHON_DIST_SHA256": "",
            "vars.COLOPHON_ENGINE": place.server.address, "vars.COLOPHON_MODEL": "",
            "secrets.COLOPHON_ENGINE_KEY": "", "vars.COLOPHON_UNKNOWN": variables["COLOPHON_UNKNOWN"] ?? "",
        ]
        // The host's own program, as a function of the shell: it notes what it is asked, and finds the comment.
        run.environment = [
            "COMMENT": comment,
            "BASH_FUNC_gh%%": """
            () { echo "gh $*" >> "$RUNNER_TEMP/gh.log"
              for word in "$@"; do case "$word" in body=@*) cp "${word#body=@}" "$RUNNER_TEMP/comment.md";; esac; done
              case "$*" in *--paginate*) if [ -n "$COMMENT" ]; then echo "$COMMENT"; fi;; esac
            }
            """,
        ]
        return run
    }
}
