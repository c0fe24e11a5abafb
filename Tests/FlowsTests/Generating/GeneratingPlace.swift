import Foundation
import TestSupport

/// A work tree beside an engine that plays, for runs of the program.
struct GeneratingPlace {
    let folder: TemporaryFolder
    let server: ReplayServer

    /// - Parameter answer: what the engine's stream says; asked with the prompt's whole request.
    init(_ answer: @escaping @Sendable (ReplayServer.Request) -> ReplayServer.Reply) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/work", withIntermediateDirectories: true)
        server = try ReplayServer { request in
            switch request.path {
            case "/api/version": .init("{\"version\":\"0.33.0\"}")
            case "/api/tags":
                .init(
                    "{\"models\":[{\"name\":\"tiny:latest\",\"digest\":\"ec2820c625ae\","
                        + "\"details\":{\"quantization_level\":\"F16\"}}]}")
            case "/api/chat": answer(request)
            default: .notFound
            }
        }
    }

    /// An answer in Ollama's words, a token a piece.
    static func stream(_ pieces: [String], end: String = "stop") -> ReplayServer.Reply {
        func quoted(_ text: String) -> String {
            let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r"]
            return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
        }
        var lines = pieces.map { piece in
            "{\"model\":\"tiny\",\"message\":{\"content\":\(quoted(piece))},\"done\":false,\"logprobs\":[{\"token\":"
                + "\(quoted(piece)),\"logprob\":-0.5,\"top_logprobs\":[{\"token\":\"or\",\"logprob\":-1.5}]}]}"
        }
        if end != "" {
            lines.append(
                "{\"model\":\"tiny\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"\(end)\","
                    + "\"prompt_eval_count\":7,\"eval_count\":\(pieces.count)}")
        }
        return ReplayServer.Reply(lines.joined(separator: "\n") + "\n", type: "application/x-ndjson")
    }

    /// Runs a shell line in the work tree; `colophon` is the program, and the engine is known.
    func shell(_ line: String, engine: Bool = true) throws -> ProgramRun {
        let program = BuiltProgram.path("colophon")
        let known = engine ? "export COLOPHON_ENGINE='\(server.address)'; " : ""
        return try ProgramRun(
            "/bin/sh", ["-c", "\(known)cd '\(folder.path)/work' && colophon() { '\(program)' \"$@\"; }; \(line)"],
            in: folder)
    }

    func write(_ name: String, _ text: String) throws { _ = try folder.write("work/\(name)", text) }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(folder.path)/work/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    var storePath: String { folder.path + "/store.sqlite" }
}
