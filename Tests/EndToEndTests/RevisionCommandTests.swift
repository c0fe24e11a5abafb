import Foundation
import TestSupport
import Testing

/// What commands say of the commits of a repository.
@Suite struct RevisionCommandTests {
    private static let code =
        "def refund(order):\n    charge = find_charge(order.id)\n    return gateway.refund(charge)\n"

    /// Two turns of a history that worked in a repository; the code of the first is committed, with a line of a person's.
    private func workplace() throws -> (Workplace, repository: String) {
        let workplace = try Workplace()
        let repository = workplace.folder + "/shop"
        try workplace.addTurn(1, asked: "write refunds", path: "src/a.py", code: Self.code)
        try workplace.addTurn(2, asked: "write shipping", path: "src/b.py", code: "ship_everything_now(orders)\n")
        let history = try String(contentsOfFile: workplace.history, encoding: .utf8)
            .replacing("\\/srv\\/shop", with: repository.replacing("/", with: "\\/"))
        try history.write(toFile: workplace.history, atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: repository + "/src", withIntermediateDirectories: true)
        try (Self.code + "print(refund(first_order))\n")
            .write(toFile: repository + "/src/a.py", atomically: true, encoding: .utf8)
        for words in [["init", "-q", "-b", "main", "."], ["add", "-A"], ["commit", "-q", "-m", "Refunds"]] {
            let git = Process()
            git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            git.arguments = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-C", repository] + words
            git.environment = workplace.environment(["GIT_CONFIG_NOSYSTEM": "1"])
            try git.run()
            git.waitUntilExit()
            try #require(git.terminationStatus == 0)
        }
        try #require(try workplace.run("ingest").status == 0)
        return (workplace, repository)
    }

    @Test func `a bundle of commits holds the turns that wrote their lines, and says how much that is`() throws {
        let (workplace, repository) = try workplace()
        let file = workplace.folder + "/fix.sqlite"
        let made = try workplace.run("bundle", "--rev", "main", "--repo", repository, "-o", file)
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            made.output.hasPrefix(
                "1 commit with 4 added lines looked at: 3 lines had a record here\nmade \(file): 1 session, 1 turn"))
        let turns = try workplace.run("list", "turns", "--store", file, "--format", "csv").output
        #expect(turns.contains("write refunds") && !turns.contains("write shipping"))
    }

    @Test(arguments: [
        (["--rev", "main..nothing"], "no revision 'nothing'"), (["--rev", "main...main"], "is no revision"),
        (["--rev", "main", "--filter", "model:none"], "no turn matches the filter; no file was made."),
        (
            ["--rev", "main..main"],
            "0 commits with 0 added lines looked at: 0 lines had a record here; no file was made."
        ),
        ([], "--repo says where --rev is looked up"),
    ])
    func `where there is nothing to bundle it is said, and no file made`(options: [String], says: String) throws {
        let (workplace, repository) = try workplace()
        let file = workplace.folder + "/fix.sqlite"
        let result = try workplace.run(["bundle", "-o", file, "--repo", repository] + options)
        #expect(result.status == 1)
        #expect(result.errors.contains(says) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a folder that is no repository is said to be none`() throws {
        let (workplace, _) = try workplace()
        let result = try workplace.run("bundle", "--rev", "main", "--repo", "/", "-o", workplace.folder + "/x.sqlite")
        #expect(result.status == 1 && result.errors.contains("no git repository at '/'"))
    }

    @Test func `what is exported can be read again, traces and notes alike`() throws {
        let (workplace, repository) = try workplace()
        let file = workplace.folder + "/traces.jsonl"
        let made = try workplace.run("export", "--format", "agent-trace", "--repo", repository, "-o", file)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output == "made \(file): 1 range of lines in 1 commit\n")
        let shown = try workplace.run("export", "--format", "agent-trace", "--repo", repository)
        #expect(try shown.output == String(contentsOfFile: file, encoding: .utf8))
        let read = try workplace.run("ingest", file, "--store", workplace.folder + "/other.sqlite")
        #expect(read.output.contains("1 session, 0 turns, 0 generations, 0 edits, 1 attribution,"), "\(read.output)")

        let notes = workplace.folder + "/notes"
        let written = try workplace.run("export", "--format", "git-ai", "--repo", repository, "-o", notes)
        #expect(written.output.hasPrefix("made \(notes): 1 note\nto attach them: "), "\(written.errors)")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: notes).first)
        #expect(try String(contentsOfFile: "\(notes)/\(name)", encoding: .utf8).hasPrefix("src/a.py\n  s_"))
        #expect(try workplace.run("export", "--format", "git-ai", "--repo", repository, "-o", notes).status == 1)
        #expect(try workplace.run("export", "--format", "git-ai", "--repo", repository).errors.contains("-o DIR"))
        #expect(try workplace.run("export", "--format", "agent-trace", "--repo", repository, "-o", file).status == 1)
    }
}
