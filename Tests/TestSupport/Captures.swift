import Foundation

/// What real servers sent, recorded beside the repository: `name.request.json`, `name.headers`, `name.body`.
package enum Captures {
    static let folder =
        (ProcessInfo.processInfo.environment["COLOPHON_SHARED"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path)
        + "/data/engine"

    package static let areThere = FileManager.default.fileExists(atPath: folder + "/completion.body")

    package struct Capture: Sendable, CustomStringConvertible {
        package var name: String
        /// `ollama`, `llama`, `chat`, `responses`, `messages`.
        package var dialect: String
        /// Of some only the body was kept.
        package var contentType: String?
        package var body: [UInt8]

        package var description: String { name }
    }

    /// Every body that is an answer.
    package static let answers: [Capture] = names.compactMap(capture)

    /// Every body that says what is wrong.
    package static let errors = names.filter { $0.contains("err-") || $0.hasPrefix("v1-chat-tools") }

    package static func body(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder)/\(name).body").map { Array($0) }
    }

    package static func capture(_ name: String) -> Capture? {
        guard let dialect = dialect(of: name), let body = body(name) else { return nil }
        let headers = FileManager.default.contents(atPath: "\(folder)/\(name).headers") ?? Data()
        let type = String(decoding: headers, as: UTF8.self).split(whereSeparator: \.isNewline)
            .first { $0.lowercased().hasPrefix("content-type:") }?.dropFirst(13)
        return Capture(
            name: name, dialect: dialect,
            contentType: type.map(String.init) ?? (name.hasSuffix("stream") ? nil : "application/json"), body: body)
    }

    private static let names: [String] = ["", "ollama/"].flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(folder)")) ?? [])
            .filter { $0.hasSuffix(".body") }.map { folder + $0.dropLast(5) }
    }.sorted()

    private static func dialect(of name: String) -> String? {
        let others = [
            "props", "slots", "health", "tokenize", "detokenize", "apply-template", "v1-models", "err-",
            "ollama/tags", "ollama/ps", "ollama/show", "ollama/version", "ollama/v1-models", "ollama/err-",
            "v1-chat-tools",
        ]
        if others.contains(where: { name.hasPrefix($0) }) { return nil }
        if name.hasPrefix("responses") { return "responses" }
        if name.contains("v1-messages") || name.hasPrefix("anthropic") { return "messages" }
        if name.contains("v1-") || name == "utf8-chat-stream" { return "chat" }
        return name.hasPrefix("ollama/") ? "ollama" : "llama"
    }
}
