import Testing

/// The command as it is typed.
@Suite(.enabled(if: GitFolder.hasGit, "git is not installed"))
struct DeploymentCommandTests {
    @Test func `A deployment is noted by a version and listed with its commit`() throws {
        let git = try GitFolder()
        try git.git("tag", "v2.31.0")
        let hash = try git.git("rev-parse", "HEAD")
        let add = ["deployment", "add", "2.31", "--at", "2026-03-14T09:00Z", "--service", "api", "--repo", git.root]
        let run = try ProgramRun.colophon(add, in: git.folder)
        #expect(run.output == "Noted: \(hash.prefix(12)) (v2.31.0) live since 2026-03-14T09:00:00.000Z\n")
        #expect(try ProgramRun.colophon(add, in: git.folder).output.hasPrefix("Known already: "))
        let list = try ProgramRun.colophon(
            ["deployment", "list", "--repo", git.root, "--format", "csv"], in: git.folder)
        #expect(
            list.output.split(whereSeparator: \.isNewline).last.map(String.init)
                == "2026-03-14T09:00:00.000Z,\(hash),v2.31.0,api,,example.com/acme/shop")
    }

    @Test func `What names no commit, and no moment, is said in a sentence`() throws {
        let git = try GitFolder()
        let unheard = try ProgramRun.colophon(["deployment", "add", "v9", "--repo", git.root], in: git.folder)
        #expect(unheard.status == 1)
        #expect(unheard.complaint.hasPrefix("There is no commit, branch, tag or version 'v9' in this repository"))
        let late = ["deployment", "add", "HEAD", "--at", "noon", "--repo", git.root]
        #expect(try ProgramRun.colophon(late, in: git.folder).complaint.contains("'noon' is no moment"))
    }
}
