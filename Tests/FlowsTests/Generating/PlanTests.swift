import Foundation
import TestSupport
import Testing

/// A file of a project says what is generated from what; only what is stale is.
struct PlanTests {
    private static let plan = """
        [[generation]]
        prompt = "Write a."
        context = ["in.py:1-1"]
        output = "a b.py"

        [[generation]]
        prompt = "Write c."
        output = "c.py"

        """

    private func place() throws -> (GeneratingPlace, Counting) {
        let counter = Counting()
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = \(counter.next())\n", "```\n"]) }
        try place.write("generations.toml", Self.plan)
        try place.write("in.py", "one\ntwo\n")
        return (place, counter)
    }

    @Test func `Only what is stale by its hash is generated anew`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        let first = try place.shell("colophon generate --from generations.toml --check")
        #expect(first.status == 1)
        #expect(first.output.contains("stale    a b.py: it was never generated"), "\(first.output)\(first.complaint)")
        #expect(try place.shell("colophon generate --from generations.toml").status == 0)
        #expect(place.text("a b.py") == "x = 1\n")
        #expect(place.text("c.py") == "x = 2\n")
        #expect(
            try place.shell("colophon generate --from generations.toml --check", engine: false).output
                == "2 files up to date\n")
        let again = try place.shell("colophon generate --from generations.toml")
        #expect(again.complaint.contains("generated 0 files of 2"), "\(again.complaint)")
        // A line that does not go with the prompt changes nothing; one that does makes it stale.
        try place.write("in.py", "one\nTWO\n")
        #expect(try place.shell("colophon generate --from generations.toml --check", engine: false).status == 0)
        try place.write("in.py", "ONE\nTWO\n")
        #expect(try place.shell("colophon generate --from generations.toml").status == 0)
        #expect(place.text("a b.py") == "x = 3\n")
        #expect(place.text("c.py") == "x = 2\n")
        // Another machine has the state, and no store.
        try FileManager.default.removeItem(atPath: place.storePath)
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.storePath + end) }
        try place.write("in.py", "1\n2\n")
        #expect(try place.shell("colophon generate --from generations.toml").status == 0)
        #expect(place.text("a b.py") == "x = 4\n")
    }

    @Test func `What was changed by hand is not written over`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        #expect(try place.shell("colophon generate --from generations.toml").status == 0)
        try place.write("c.py", "x = 2 # mine\n")
        let check = try place.shell("colophon generate --from generations.toml --check")
        #expect(check.status == 1)
        #expect(check.output.contains("changed  c.py"))
        #expect(try place.shell("colophon generate --from generations.toml").status == 1)
        #expect(place.text("c.py") == "x = 2 # mine\n")
    }

    @Test func `A dry run shows what is stale would be asked, and sends nothing`() throws {
        let (place, counter) = try place()
        defer { place.server.close() }
        let run = try place.shell("colophon generate --from generations.toml --dry-run")
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.contains("Write a.") && run.output.contains("Write c."), "\(run.output)")
        #expect(run.output.components(separatedBy: "POST \(place.server.address)/api/chat").count == 3)
        #expect(!place.server.requests.contains { $0.path == "/api/chat" } && counter.next() == 1)
        #expect(place.text("c.py") == nil && place.text("generations.lock") == nil)
    }

    @Test func `What fails its command is kept, told, and generated anew the next time`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        let run = try place.shell("colophon generate --from generations.toml --run 'test ! -f c.py'")
        #expect(run.status == 1)
        #expect(place.text("c.py") == "x = 2\n", "\(run.complaint)")
        #expect(run.complaint.contains("generated 1 file of 2"), "\(run.complaint)")
        let check = try place.shell("colophon generate --from generations.toml --check", engine: false)
        #expect(check.output == "stale    c.py: the command that was run on it failed\n")
        let again = try place.shell("colophon generate --from generations.toml --run true")
        #expect(again.status == 0, "\(again.complaint)")
        #expect(place.text("a b.py") == "x = 1\n" && place.text("c.py") == "x = 3\n")
    }

    @Test func `Paths of a depfile are those of the folder that one stands in`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        let run = try place.shell(
            "mkdir sub && mv generations.toml in.py sub && colophon generate --from sub/generations.toml --depfile out.d"
        )
        #expect(run.status == 0, "\(run.complaint)")
        #expect(
            place.text("out.d") == "sub/a\\ b.py: sub/generations.toml sub/in.py\nsub/c.py: sub/generations.toml\n",
            "\(place.text("out.d") ?? "")")
    }

    @Test func `A plan reads and writes in its project alone, links followed`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        _ = try place.folder.write("elsewhere/secret.txt", "between us\n")
        try FileManager.default.createSymbolicLink(
            atPath: place.folder.path + "/work/out", withDestinationPath: place.folder.path + "/elsewhere")
        for (context, output) in [
            ("[\"../elsewhere/secret.txt\"]", "c.py"), ("[\"out/secret.txt\"]", "c.py"), ("[]", "out/c.py"),
        ] {
            try place.write(
                "generations.toml",
                "[[generation]]\nprompt = \"Write c.\"\ncontext = \(context)\noutput = \"\(output)\"\n")
            let run = try place.shell("colophon generate --from generations.toml")
            #expect(run.status == 1 && run.complaint.contains("leads out of the project"), "\(run.complaint)")
        }
        #expect(!place.server.requests.contains { $0.path == "/api/chat" })
        #expect(place.text("c.py") == nil && place.text("out/c.py") == nil)
    }

    @Test func `A depfile says what depends on what`() throws {
        let (place, _) = try place()
        defer { place.server.close() }
        _ = try place.shell("colophon generate --from generations.toml --check --depfile out.d")
        #expect(place.text("out.d") == "a\\ b.py: generations.toml in.py\nc.py: generations.toml\n")
    }

    @Test(arguments: [
        ("[[generation]]\noutput = \"a\"\n", "'prompt' is missing"),
        ("[[generation]]\nprompt = \"a\"\n", "'output' is missing"),
        ("[[generation]]\nprompt = \"a\"\noutput = \"../a\"\n", "leads out of the folder"),
        ("[[generation]]\nprompt = \"a\"\noutput = \"/etc/passwd\"\n", "leads out of the folder"),
        ("[generate]\n", "there is no 'generate'"), ("x = ", "line 1"),
        ("[[generation]]\nprompt = \"a\"\noutput = \"a\"\ncolour = 1\n", "there is no 'colour'"),
    ])
    func `What is wrong with a plan is told with its line`(text: String, words: String) throws {
        let (place, _) = try place()
        defer { place.server.close() }
        try place.write("generations.toml", text)
        let run = try place.shell("colophon generate --from generations.toml")
        #expect(run.status == 1)
        #expect(run.complaint.contains(words), "\(run.complaint)")
    }
}
