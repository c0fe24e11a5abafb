import Foundation
import GRDB
import TestSupport
import Testing

@testable import Engines
@testable import Flows
@testable import Store

/// What passes through to an engine, in the store.
struct ProxyRecordingTests {
    private static let answer = "{\"model\":\"m\",\"response\":\"x = 1\",\"done\":true,\"eval_count\":3}\n"

    private func exchange(_ path: String, _ request: String, _ body: [UInt8], encoding: String? = nil) throws
        -> Exchange
    {
        let dialect = try #require(Dialect(path: path))
        return Exchange(
            dialect: dialect, path: path, client: "probe/1.0", request: Array(request.utf8), status: 200,
            contentType: nil, encoding: encoding, body: body, isWhole: true, isCancelled: false, startedAt: 1000,
            firstByteAt: 1010, endedAt: 1100)
    }

    private func recorded<Value>(_ exchanges: [Exchange], _ read: (Database) throws -> Value) throws -> Value {
        let store = try Store.inMemory()
        let recording = ProxyRecording(store: store, engine: "ollama", host: "127.0.0.1:11434") { _ in }
        for exchange in exchanges { recording.add(exchange) }
        #expect(recording.close() == exchanges.count { !$0.answer.isNone })
        return try store.read(read)
    }

    @Test(.enabled(if: Captures.areThere, "the captures of real servers are not there"), arguments: Captures.answers)
    func `Every answer of a real server passes to the byte, and is recorded as it is read`(
        capture: Captures.Capture
    ) throws {
        let server = try ReplayServer { _ in
            var reply = ReplayServer.Reply(capture.body, type: capture.contentType ?? "text/event-stream")
            reply.cut = { _ in 61 }
            return reply
        }
        let log = ExchangeLog()
        let relay = try Relay(
            listening: RelayAddress("127.0.0.1:0"), upstream: RelayAddress("127.0.0.1:\(server.port)")
        ) { log.add($0) }
        Thread.detachNewThread { relay.run() }
        let paths = [
            "ollama": "/api/generate", "llama": "/completion", "messages": "/v1/messages", "responses": "/v1/responses",
        ]
        let path = paths[capture.dialect] ?? "/v1/chat/completions"
        let reading = BodyReading()
        let request = HTTPRequest("http://\(relay.address)\(path)", body: Array("{\"prompt\":\"Say it.\"}".utf8))
        #expect(try HTTPClient(allowsPublic: false).stream(request, to: reading) == .whole)
        relay.close()
        server.close()
        #expect(reading.body == capture.body)
        let known = EngineAnswer.reading(capture.body, of: capture)
        let row = try recorded(log.all) { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT g.model, g.output_tokens, b.text, r.ended, r.observed_tokens, t.count FROM generation g
                    JOIN engine_run r ON r.generation = g.id LEFT JOIN body b ON b.id = g.output
                    LEFT JOIN token_run t ON t.generation = g.id
                    """)
        }
        // A model that is only loaded says nothing.
        if capture.name == "ollama/load" { return #expect(row == nil) }
        #expect(row?["model"] == known.model)
        #expect(row?["output_tokens"] == known.reportedTokens)
        #expect(row?["text"] ?? "" == known.text)
        #expect(row?["ended"] == (known.end == .complete ? "complete" : "truncated"))
        #expect(row?["observed_tokens"] == known.observedTokens)
        #expect(row?["count"] == (known.pieces.isEmpty || known.text.isEmpty ? nil : known.pieces.count))
    }

    @Test(arguments: [
        (
            "/v1/responses",
            #"{"instructions":"Be brief.","input":[{"role":"user","content":[{"type":"input_text","text":"Say it."}]},"#
                + #"{"role":"assistant","content":"hm"},{"type":"function_call_output","output":"42"}]}"#,
            ["system Be brief.", "user Say it.", "tool 42"]
        ),
        ("/v1/responses", #"{"input":"Say it."}"#, ["user Say it."]),
        (
            "/api/generate", #"{"system":"Be brief.","prompt":"Say it.","suffix":"end"}"#,
            ["system Be brief.", "user Say it.", "file end"]
        ),
        ("/v1/completions", #"{"prompt":["Say it."]}"#, ["user Say it."]),
        (
            "/infill",
            #"{"input_prefix":"a","input_suffix":"b","prompt":"Say it.","input_extra":[{"filename":"c.py","text":"c"}]}"#,
            ["user Say it.", "file a", "file b", "file c"]
        ),
        (
            "/v1/messages",
            #"{"system":[{"type":"text","text":"Be brief."}],"messages":[{"role":"user","content":[{"type":"text","text":"Say it."}]}]}"#,
            ["system Be brief.", "user Say it."]
        ),
    ])
    func `What goes with a question is told apart`(path: String, request: String, segments: [String]) throws {
        let exchange = try exchange(path, request, Array("data: {}\n\n".utf8))
        let known = try recorded([exchange]) { db in
            #expect(
                try String.fetchOne(db, sql: "SELECT b.text FROM prompt p JOIN body b ON b.id = p.words") == "Say it.")
            return try String.fetchAll(
                db,
                sql: "SELECT s.origin || ' ' || b.text FROM segment s JOIN body b ON b.id = s.body ORDER BY s.number")
        }
        #expect(known == segments)
    }

    @Test func `An answer that was packed for the way is recorded as it was before`() throws {
        // One stored block (RFC 1951, 3.2.4) between the head and the tail of RFC 1952.
        let count = UInt16(Self.answer.utf8.count)
        let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
        let lengths = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let packed = head + lengths + Array(Self.answer.utf8) + [UInt8](repeating: 0, count: 8)
        let exchange = try exchange("/api/generate", "{\"prompt\":\"x\"}", packed, encoding: "gzip")
        let texts = try recorded([exchange]) { db in
            try String.fetchAll(db, sql: "SELECT b.text FROM generation g JOIN body b ON b.id = g.output")
        }
        #expect(texts == ["x = 1"])
    }

    @Test func `Of an answer that was packed and broke off there is what came before`() throws {
        // A block of which half is there.
        let whole = Array((Self.answer + Self.answer).utf8)
        let count = UInt16(whole.count)
        let lengths = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let body = [1] + lengths + whole.prefix(Self.answer.utf8.count + 5)
        for (encoding, head) in [
            ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] as [UInt8]), ("deflate", [0x78, 0x9C]), ("deflate", []),
        ] {
            var cut = try exchange("/api/generate", "{\"prompt\":\"x\"}", head + body, encoding: encoding)
            cut.isWhole = false
            let texts = try recorded([cut]) { db in
                try String.fetchAll(db, sql: "SELECT b.text FROM generation g JOIN body b ON b.id = g.output")
            }
            #expect(texts == ["x = 1"], "\(encoding)")
        }
    }

    @Test func `Several answers at once are each recorded, with the prompt that is its own`() throws {
        let choices = (0..<4).map { "{\"index\":\($0),\"text\":\"t\($0)\",\"finish_reason\":\"stop\"}" }.joined(
            separator: ",")
        let body =
            "{\"id\":\"cmpl-0123456789abcdef\",\"model\":\"m\",\"choices\":[\(choices)],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":9}}"
        var asked = try exchange("/v1/completions", "{\"prompt\":[\"a\",\"b\"],\"n\":2}", Array(body.utf8))
        asked.contentType = "application/json"
        let store = try Store.inMemory()
        let recording = ProxyRecording(store: store, engine: "vllm", host: "h") { _ in }
        recording.add(asked)
        #expect(recording.close() == 4)
        let rows = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT w.text || ' ' || b.text || ' ' || coalesce(g.output_tokens, '-') FROM generation g
                    JOIN prompt p ON p.id = g.prompt JOIN body w ON w.id = p.words JOIN body b ON b.id = g.output
                    ORDER BY g.id
                    """)
        }
        #expect(rows == ["a t0 9", "a t1 -", "b t2 -", "b t3 -"])
    }

    @Test func `What cannot be unpacked is said`() throws {
        let said = Sayings()
        let recording = ProxyRecording(store: try Store.inMemory(), engine: "ollama", host: "h") { said.add($0) }
        recording.add(try exchange("/api/generate", "{\"prompt\":\"x\"}", [1, 2, 3], encoding: "br"))
        #expect(recording.close() == 0)
        #expect(said.all == ["an answer at /api/generate is packed as 'br', and could not be recorded"])
    }

    @Test func `What was too long is recorded as a part, and that is said`() throws {
        let said = Sayings()
        let store = try Store.inMemory()
        let recording = ProxyRecording(store: store, engine: "ollama", host: "h") { said.add($0) }
        var long = try exchange(
            "/api/generate", "{\"prompt\":\"x\"}", Array("{\"model\":\"m\",\"response\":\"x =\"}\n{".utf8))
        (long.isAnswerCut, long.isWhole) = (true, false)
        var asked = try exchange("/api/generate", "", Array(Self.answer.utf8))
        asked.isQuestionCut = true
        recording.add(long)
        recording.add(asked)
        #expect(recording.close() == 2)
        #expect(recording.lost == 0)
        let sentences = said.all.filter { $0.contains("longer") }
        #expect(
            sentences == [
                "an answer at /api/generate is longer than 32 MB: what came after that is not recorded",
                "a question to /api/generate is longer than 32 MB: its answer is recorded without it",
            ])
        let rows = try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT b.text || ' ' || r.ended || ' ' || r.shortfall FROM generation g
                    JOIN engine_run r ON r.generation = g.id JOIN body b ON b.id = g.output ORDER BY g.id
                    """)
        }
        #expect(
            rows == [
                "x = truncated The answer is longer than what is kept of one: this is its beginning.",
                "x = 1 complete The question is longer than what is kept of one, and is missing.",
            ])
    }

    @Test func `A long answer that passed is whole, though no engine is waited for so long here`() throws {
        let piece = "{\"model\":\"m\",\"response\":\"\(String(repeating: "x", count: 1 << 20))\",\"done\":false}\n"
        let body = String(repeating: piece, count: 17) + Self.answer
        let answer = try exchange("/api/generate", "{}", Array(body.utf8)).answer
        #expect(answer.end == .complete)
        #expect(answer.text.utf8.count == (17 << 20) + 5)
    }

    @Test func `While the store takes nothing, no client waits, what fits waits, and the rest is said`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        let store = try Store.open(at: path, mode: .create, patience: 0.01)
        let said = Sayings()
        let body = Array(Self.answer.utf8)
        let size = body.count + 14
        let recording = ProxyRecording(store: store, engine: "ollama", host: "h", limit: 10 * size) { said.add($0) }
        let other = try DatabaseQueue(path: path)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            for _ in 0..<25 { recording.add(try exchange("/api/generate", "{\"prompt\":\"x\"}", body)) }
            #expect(recording.lost == 15)
            try db.execute(sql: "ROLLBACK")
        }
        #expect(recording.close() == 10)
        #expect(recording.lost == 15)
        let dropped = said.all.filter { $0.contains("not recorded") }
        #expect(
            dropped == [
                "15 answers were not recorded: the store takes them slower than they come, and more may not wait"
            ])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM generation") } == 10)
    }

    @Test func `A host that the configuration names may be a public one, for the recorder too`() throws {
        let folder = try TemporaryFolder()
        func run() throws -> String {
            try ProgramRun.colophon(
                ["record", "--proxy", "--listen", "nonsense", "--upstream", "http://192.0.2.1:80"], in: folder
            ).complaint
        }
        #expect(try run().contains("is a public address"))
        _ = try folder.write("home/.config/colophon/config.toml", "[engine]\nallow = [\"192.0.2.1\"]\n")
        #expect(try run().contains("'nonsense' is no host and port"))
    }
}

/// What was said, from whatever thread.
private final class Sayings: @unchecked Sendable {
    private let lock = NSLock()
    private var sentences: [String] = []

    var all: [String] { lock.withLock { sentences } }
    func add(_ sentence: String) { lock.withLock { sentences.append(sentence) } }
}

/// What was told, from whatever thread.
private final class ExchangeLog: @unchecked Sendable {
    private let lock = NSLock()
    private var exchanges: [Exchange] = []

    var all: [Exchange] { lock.withLock { exchanges } }
    func add(_ exchange: Exchange) { lock.withLock { exchanges.append(exchange) } }
}

extension EngineAnswer {
    fileprivate static func reading(_ body: [UInt8], of capture: Captures.Capture) -> EngineAnswer {
        let dialect = Dialect(rawValue: capture.dialect) ?? .plain
        let type = capture.contentType ?? "text/event-stream"
        var decoder = AnswerDecoder(dialect, framing: Framing(contentType: type, dialect: dialect))
        decoder.take(body)
        return decoder.finish(isWhole: true)
    }
}
