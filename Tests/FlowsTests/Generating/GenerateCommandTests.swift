import Foundation
import GRDB
import Store
import Synchronization
import TestSupport
import Testing

/// The program asks an engine that plays, writes files, and records where they came from.
struct GenerateCommandTests {
    private static let code = [
        "Sure, here", " it is:\n\n", "```python\n", "import os\n", "\ndef f(x):\n", "    return eval(x)\n", "```\n",
        "Have fun!",
    ]
    private static let written = "import os\n\ndef f(x):\n    return eval(x)\n"

    private func store(_ place: GeneratingPlace) throws -> DatabaseQueue { try DatabaseQueue(path: place.storePath) }

    @Test func `The code is written without fence and chatter, and all of it is recorded`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(Self.code) }
        defer { place.server.close() }
        try place.write("models.py", "class User:\n    name: str\n    age: int\n")
        let run = try place.shell("colophon generate 'Write f.' -o f.py --context models.py:2-3 --seed 7")
        #expect(run.status == 0, "\(run.complaint)")
        #expect(place.text("f.py") == Self.written)
        #expect(run.complaint.contains("line 4"), "\(run.complaint)")
        #expect(run.complaint.contains("8 tokens, 8 recorded as the engine sent them"), "\(run.complaint)")
        try store(place).read { (db) throws in
            func text(_ sql: String) throws -> String? { try String.fetchOne(db, sql: "SELECT \(sql)") }
            #expect(try text("b.text FROM generation g JOIN body b ON b.id = g.output") == Self.code.joined())
            #expect(try text("model FROM generation") == "tiny")
            #expect(try Int.fetchOne(db, sql: "SELECT count FROM token_run WHERE length(alternatives) > 0") == 8)
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM engine_run"))
            #expect(row["engine"] == "ollama")
            #expect(row["path"] == "/api/chat")
            #expect(row["model_digest"] == "ec2820c625ae")
            #expect(row["seed"] == 7)
            #expect(row["observed_tokens"] == 8)
            #expect(row["reported_tokens"] == 8)
            #expect(row["ended"] == "complete")
            #expect(
                try text("group_concat(origin) FROM (SELECT origin FROM segment ORDER BY number)") == "system,user,file"
            )
            let file = try #require(
                try Row.fetchOne(
                    db,
                    sql:
                        "SELECT s.*, p.text AS path_text, b.text AS body_text FROM segment s JOIN path p ON p.id = s.path JOIN body b ON b.id = s.body"
                ))
            #expect((file["path_text"] as String).hasSuffix("models.py"))
            #expect(file["first_line"] == 2)
            #expect(file["line_count"] == 2)
            #expect(file["body_text"] == "    name: str\n    age: int\n")
            #expect(try text("b.text FROM edit e JOIN body b ON b.id = e.after") == Self.written)
            #expect(try text("kind || status FROM edit") == "createapplied")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM finding WHERE edit IS NOT NULL") ?? 0 > 0)
            #expect(try text("b.text FROM prompt p JOIN body b ON b.id = p.words") == "Write f.")
        }
        let request = try #require(place.server.requests.last)
        #expect(request.text.contains("models.py, lines 2 to 3"))
        let shown = try place.shell(
            "colophon tokens generation:$(colophon list generations --format json | sed -n 's/.*\"id\":\"\\([0-9a-f]*\\).*/\\1/p;2q')"
        )
        #expect(shown.status == 0, "\(shown.complaint)")
        #expect(shown.output.contains("-0.5"))
    }

    @Test func `What somebody else wrote is left alone, what was generated is written anew`() throws {
        let counter = Counting()
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = \(counter.next())\n", "```\n"]) }
        defer { place.server.close() }
        try place.write("mine.py", "my own work\n")
        let refused = try place.shell("colophon generate 'x' -o mine.py")
        #expect(refused.status == 1)
        #expect(refused.complaint.contains("holds what Colophon did not generate"), "\(refused.complaint)")
        #expect(place.text("mine.py") == "my own work\n")
        #expect(!place.server.requests.contains { $0.path == "/api/chat" })
        #expect(try place.shell("colophon generate 'x' -o new.py").status == 0)
        #expect(try place.shell("colophon generate 'x' -o new.py").status == 0)
        #expect(place.text("new.py") == "x = 2\n")
        try place.write("new.py", "x = 2\n# and a line by hand\n")
        #expect(try place.shell("colophon generate 'x' -o new.py").status == 1)
        #expect(try place.shell("colophon generate 'x' -o new.py --force").status == 0)
        #expect(place.text("new.py") == "x = 3\n")
    }

    @Test(arguments: [("", "without its end mark", "truncated"), ("length", "limit of tokens", "complete")])
    func `An answer that is cut off is kept, and written nowhere`(end: String, words: String, ended: String) throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n"], end: end) }
        defer { place.server.close() }
        let run = try place.shell("colophon generate 'x' -o x.py")
        #expect(run.status == 1)
        #expect(run.complaint.contains(words), "\(run.complaint)")
        #expect(place.text("x.py") == nil)
        try store(place).read { (db) throws in
            #expect(try String.fetchOne(db, sql: "SELECT ended FROM engine_run") == ended)
            #expect(
                try String.fetchOne(db, sql: "SELECT b.text FROM generation g JOIN body b ON b.id = g.output")
                    == "```\nx = 1\n")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM edit") == 0)
        }
    }

    @Test func `An answer that the engine held back is no whole one`() throws {
        let place = try GeneratingPlace { _ in
            GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"], end: "content_filter")
        }
        defer { place.server.close() }
        let run = try place.shell("colophon generate 'x' -o x.py")
        #expect(run.status == 1 && run.complaint.contains("content_filter"), "\(run.complaint)")
        #expect(place.text("x.py") == nil)
    }

    @Test func `A page for people is no answer, and is not asked for again`() throws {
        let place = try GeneratingPlace { _ in .init("<html><body>Welcome</body></html>", type: "text/html") }
        defer { place.server.close() }
        let run = try place.shell("colophon generate 'x' -o x.py")
        #expect(run.status == 1 && run.complaint.contains("a page for people (text/html)"), "\(run.complaint)")
        #expect(place.server.requests.count { $0.path == "/api/chat" } == 1)
    }

    @Test func `A stop before the first word is one, too`() throws {
        let here = Mutex("")
        let place = try GeneratingPlace { _ in
            var reply = GeneratingPlace.stream(["x"])
            let pid = here.withLock { try? String(contentsOfFile: $0 + "/work/pid", encoding: .utf8) }
            if let pid = pid.flatMap({ Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) {
                kill(pid, SIGINT)
            }
            reply.isSilent = true
            return reply
        }
        defer { place.server.close() }
        here.withLock { $0 = place.folder.path }
        let program = BuiltProgram.path("colophon")
        let run = try place.shell("sh -c 'echo $$ > pid; exec \"\(program)\" generate x'")
        #expect(run.status == 130, "\(run.complaint)")
        #expect(run.complaint == "Cancelled before anything was answered.\n")
    }

    @Test func `A key goes to the engine that the user named, and to no other that answers`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"]) }
        defer { place.server.close() }
        let run = try place.shell(
            "OLLAMA_HOST=127.0.0.1:\(place.server.port) COLOPHON_ENGINE_KEY=sekret-4711 colophon generate 'x'",
            engine: false)
        #expect(run.output == "x = 1\n", "\(run.complaint)")
        #expect(!place.server.requests.contains { $0.head.contains("sekret") })
    }

    @Test func `Lines of a file are written anew, the rest stays to the byte`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```python\n", "two = 22\n", "```"]) }
        defer { place.server.close() }
        try place.write("a.py", "one = 1\ntwo = 2\nthree = 3")
        let run = try place.shell("colophon generate 'Make it 22.' --edit a.py:2-2")
        #expect(run.status == 0, "\(run.complaint)")
        #expect(place.text("a.py") == "one = 1\ntwo = 22\nthree = 3")
        try store(place).read { (db) throws in
            let row = try #require(
                try Row.fetchOne(
                    db,
                    sql:
                        "SELECT e.*, b.text AS old, a.text AS new FROM edit e JOIN body b ON b.id = e.before JOIN body a ON a.id = e.after"
                ))
            #expect(row["first_line"] == 2)
            #expect(row["old"] == "two = 2\n")
            #expect(row["new"] == "two = 22\n")
            #expect(row["status"] == "applied")
        }
        #expect(try place.shell("colophon generate 'x' --edit a.py:9-12").complaint.contains("'a.py' has 3 lines"))
    }

    @Test(arguments: [
        ("one\r\ntwo\r\nthree\r\n", "2-2", "one\r\nA\r\nB\r\nthree\r\n"),
        ("one\r\ntwo\r\nthree", "3-3", "one\r\ntwo\r\nA\r\nB"), ("one\ntwo", "2-2", "one\nA\nB"),
        ("one\ntwo\nthree\n", "2-2", "one\nA\nB\nthree\n"), ("one\r\ntwo\nthree\n", "2-2", "one\r\nA\nB\nthree\n"),
    ])
    func `An edit keeps the file's ends of lines`(before: String, lines: String, after: String) throws {
        for answer in ["A\nB\n", "A\r\nB\r\n"] {
            let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", answer, "```\n"]) }
            defer { place.server.close() }
            try place.write("a.txt", before)
            let run = try place.shell("colophon generate 'x' --edit a.txt:\(lines)")
            #expect(run.status == 0, "\(run.complaint)")
            #expect(place.text("a.txt") == after)
        }
    }

    @Test func `A dry run shows the request and sends none`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["x"]) }
        defer { place.server.close() }
        let run = try place.shell("COLOPHON_ENGINE_KEY=sekret-of-mine colophon generate 'Say \"hi\"' -o x.py --dry-run")
        #expect(run.status == 0)
        #expect(run.output.contains("POST \(place.server.address)/api/chat"))
        #expect(run.output.contains("Say \\\"hi\\\""))
        #expect(run.output.contains("Authorization: Bearer (the key)"))
        #expect(!run.output.contains("sekret"))
        #expect(!place.server.requests.contains { $0.path == "/api/chat" })
        #expect(place.text("x.py") == nil)
    }

    @Test func `Keys and secrets are in no record`() throws {
        let secret = "ghp_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "token = '", secret, "'\n", "```\n"]) }
        defer { place.server.close() }
        let run = try place.shell("COLOPHON_ENGINE_KEY=sekret-of-mine-4711 colophon generate 'x' -o t.py")
        #expect(run.status == 0, "\(run.complaint)")
        #expect(place.text("t.py") == "token = '\(secret)'\n")
        for name in ["store.sqlite", "store.sqlite-wal"] {
            let bytes = FileManager.default.contents(atPath: "\(place.folder.path)/\(name)") ?? Data()
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
            #expect(bytes.range(of: Data("sekret-of-mine".utf8)) == nil)
        }
        #expect(place.server.requests.last?.head.contains("Bearer sekret-of-mine-4711") == true)
        // It is still known as generated.
        #expect(try place.shell("colophon generate 'x' -o t.py").status == 0)
    }

    @Test func `A key's file that others can read is not taken`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["x"]) }
        defer { place.server.close() }
        try place.write("key", "abc\n")
        let open = try place.shell("chmod 644 key; colophon engines --key-file key")
        #expect(open.status == 1)
        #expect(open.complaint.contains("chmod 600"))
        #expect(try place.shell("chmod 600 key; colophon engines --key-file key").status == 0)
    }

    @Test func `How long an engine may say nothing is the user's to say`() throws {
        let place = try GeneratingPlace { request in
            var reply = GeneratingPlace.stream(["x"])
            if request.text.contains("begin") { reply.stallsAfter = 8 } else { reply.isSilent = true }
            return reply
        }
        defer { place.server.close() }
        _ = try place.folder.write(
            "home/.config/colophon/config.toml", "[engine]\nfirst_byte_timeout = 0.2\nidle_timeout = 0.25\n")
        let first = try place.shell("colophon generate 'say it'")
        #expect(first.status == 1 && first.complaint.contains("says nothing for 200 ms"), "\(first.complaint)")
        let idle = try place.shell("colophon generate 'begin with it'")
        #expect(idle.status == 1 && idle.complaint.contains("250 ms"), "\(idle.complaint)")
        let named = try place.shell("colophon generate 'say it' --first-byte-timeout 0.3")
        #expect(named.status == 1 && named.complaint.contains("says nothing for 300 ms"), "\(named.complaint)")
        let wrong = try place.shell("colophon generate 'say it' --first-byte-timeout 0")
        #expect(wrong.status == 64 && wrong.complaint.contains("a number of seconds"), "\(wrong.complaint)")
    }

    @Test func `Engines are listed with their models and what can be recorded`() throws {
        let place = try GeneratingPlace { _ in .notFound }
        let run = try place.shell("colophon engines --format json")
        #expect(run.output.contains("\"engine\":\"ollama 0.33.0\""), "\(run.output)\(run.complaint)")
        #expect(run.output.contains("\"model\":\"tiny:latest\""))
        #expect(run.output.contains("\"digest\":\"ec2820c625ae\""))
        #expect(run.output.contains("\"tokens\":\"pieces\""))
        place.server.close()
        let gone = try place.shell("colophon engines")
        #expect(gone.status == 1)
        #expect(gone.complaint.hasSuffix("See whether it runs.\n"), "\(gone.complaint)")
    }

    @Test func `Without a file the code goes to standard output`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(Self.code) }
        defer { place.server.close() }
        let run = try place.shell("colophon generate 'x' --context nothing.py")
        #expect(run.status == 1)
        #expect(run.complaint == "'nothing.py' is not there: see how it is written.\n")
        #expect(try place.shell("colophon generate 'x'").output == Self.written)
    }
}

/// Counts, on whatever thread.
final class Counting: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    func next() -> Int {
        lock.withLock {
            value += 1
            return value
        }
    }
}
