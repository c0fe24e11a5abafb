import Foundation
import Ingest
import Provenance
import Redaction
import Store
import Text

/// Looks at one file of an artifact for what should not leave the house.
struct LeakSearch {
    private let redactor = Redactor()
    private let tape = JSONTape()

    func leaks(in file: ReleaseFile) -> [ReleaseLeak] {
        var leaks: [ReleaseLeak] = []
        func add(_ kind: ReleaseLeak.Kind, _ severity: Severity, line: Int? = nil, _ message: String) {
            leaks.append(ReleaseLeak(kind: kind, severity: severity, path: file.path, line: line, message: message))
        }
        let parts = file.path.split(separator: "/").map { $0.lowercased() }
        let name = file.name.lowercased()
        if let folder = parts.dropLast().first(where: { Self.repositories.contains($0) }) {
            add(.repository, .high, "The history of the repository (\(folder)) holds all that was ever committed.")
            return leaks
        }
        if isEnvironment(name) { add(.environment, .high, "An environment file holds what programs are started with.") }
        if let folder = parts.dropLast().first(where: { Self.agents.contains($0) }) {
            add(.transcript, .high, "What the agent of \(folder) leaves behind: prompts, transcripts or settings.")
        } else if Self.instructions.contains(name)
            || file.path.lowercased().hasSuffix(".github/copilot-instructions.md")
        {
            add(.prompt, .medium, "It tells agents how to work in the house.")
        }
        if name.hasSuffix(".map"), let map = sourceMap(file.bytes) {
            add(
                .sourceMap, map.sources > 0 ? .high : .medium,
                map.sources > 0
                    ? "A source map with the text of \(map.sources) source\(map.sources == 1 ? "" : "s"): the code as it was written."
                    : "A source map with the paths and names of the code as it was written.")
        }
        if file.bytes.starts(with: "SQLite format 3\u{0}".utf8), file.bytes.count >= 72 {
            let id = file.bytes[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            if id == UInt32(bitPattern: Schema.applicationID) {
                add(.store, .critical, "A store of colophon: every prompt and every answer that was read into it.")
            }
            return leaks
        }
        if Self.keyFiles.contains(where: { name.hasSuffix($0) }) || Self.keyNames.contains(name) {
            add(.key, .high, "By its name it holds private keys.")
        }
        // Data that is no text holds no lines to look for.
        guard !file.bytes.prefix(8192).contains(0) else { return leaks }
        let text = String(decoding: file.bytes, as: UTF8.self)
        if let format = transcript(file.bytes) {
            add(.transcript, .critical, "A conversation of \(format) with its agent.")
        }
        if let map = inlineMap(text) {
            add(
                .sourceMap, map.sources > 0 ? .high : .medium, line: line(of: map.place, in: file.bytes),
                "A source map in the file itself\(map.sources > 0 ? ", with the text of \(map.sources) source\(map.sources == 1 ? "" : "s")" : "")."
            )
        }
        if let found = redactor.redact(text, path: file.path) {
            for redaction in found.redactions.prefix(20) {
                add(
                    .key, .critical, line: line(of: redaction.range.lowerBound, in: file.bytes),
                    "It holds a secret: \(redaction.kind.rawValue).")
            }
        }
        return leaks
    }

    private static let repositories: Set<String> = [".git", ".hg", ".svn", ".bzr", ".jj"]
    private static let agents: Set<String> = [
        ".claude", ".codex", ".cursor", ".specstory", ".gemini", ".windsurf", ".continue", ".aider", ".opencode",
        ".entire",
        ".codeium", ".roo", ".cline", ".copilot", ".kiro",
    ]
    private static let instructions: Set<String> = [
        "claude.md", "agents.md", "gemini.md", ".cursorrules", ".windsurfrules", ".clinerules", "claude.local.md",
        "copilot-instructions.md", ".aider.chat.history.md", ".aider.input.history",
    ]
    private static let keyFiles = [".p12", ".pfx", ".jks", ".keystore", ".ppk", ".kdbx", ".mobileprovision"]
    private static let keyNames: Set<String> = [
        "id_rsa", "id_ed25519", "id_ecdsa", "id_dsa", ".netrc", ".pgpass", ".htpasswd",
    ]

    /// `.env`, `.env.production`; a template has no values.
    private func isEnvironment(_ name: String) -> Bool {
        guard name == ".env" || name.hasPrefix(".env.") || name == ".envrc" else { return false }
        return ![".example", ".sample", ".template", ".dist", ".schema"].contains { name.hasSuffix($0) }
    }

    /// How many sources a map has the text of; `nil` where it is none.
    private func sourceMap(_ bytes: [UInt8]) -> (sources: Int, isMap: Bool)? {
        bytes.withUnsafeBytes { raw in
            guard let value = try? tape.parse(raw) else {
                // Cut short, or not quite JSON: by its words.
                let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
                guard text.contains("\"mappings\"") || text.contains("\"sources\"") else { return nil }
                return (text.contains("\"sourcesContent\"") ? 1 : 0, true)
            }
            var sources = 0
            for element in value["sourcesContent"].elements where element.string?.isEmpty == false { sources += 1 }
            for section in value["sections"].elements {
                for element in section["map"]["sourcesContent"].elements where element.string?.isEmpty == false {
                    sources += 1
                }
            }
            // One without mappings leads nowhere, but the sources are in it all the same.
            guard sources > 0 || value["mappings"].exists || value["sections"].exists else { return nil }
            return (sources, true)
        }
    }

    /// `//# sourceMappingURL=data:application/json;base64,…`
    private func inlineMap(_ text: String) -> (sources: Int, place: Int)? {
        guard let mark = text.firstRange(of: "sourceMappingURL=data:application/json") else { return nil }
        let place = text.utf8.distance(from: text.startIndex, to: mark.lowerBound)
        let rest = text[mark.upperBound...]
        guard let comma = rest.firstRange(of: "base64,") else { return (0, place) }
        let coded = rest[comma.upperBound...].prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+/=-_".contains($0))
        }
        guard let data = Data(base64Encoded: String(coded), options: .ignoreUnknownCharacters) else {
            return (0, place)
        }
        return (sourceMap(Array(data))?.sources ?? 0, place)
    }

    /// By its first lines, as a history is known.
    private func transcript(_ bytes: [UInt8]) -> String? {
        for line in bytes.prefix(1 << 20).split(separator: 0x0A, maxSplits: 4).prefix(4) {
            guard line.first == UInt8(ascii: "{") else { return nil }
            let name = line.withUnsafeBytes { raw -> String? in
                guard let value = try? tape.parse(raw) else { return nil }
                return HistoryFormat.recognised(by: value)?.title
            }
            if let name { return name }
        }
        return nil
    }

    private func line(of place: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(place).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
}
