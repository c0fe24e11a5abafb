import Audit
import Foundation
import Provenance
import Text

/// Audits the snippets of a JSON Lines file, for `Tests/Bench/bench_audit.py`.
///
///     audit-lines FILE [ROUNDS]
///
/// Each line has `id`, `language` and `code`; for each one line of JSON comes out, with its findings. With ROUNDS the
/// snippets are audited so often, and only the speed is printed.
@main
enum Program {
    static func main() throws {
        let file = FileManager.default.contents(atPath: CommandLine.arguments[1]) ?? Data()
        let snippets = file.split(separator: 0x0A).compactMap { line in
            let tape = JSONTape()
            return line.withUnsafeBytes { bytes -> (id: String, language: String, code: String)? in
                guard let value = try? tape.parse(bytes), let id = value["id"].string,
                    let language = value["language"].string, let code = value["code"].string
                else { return nil }
                return (id, language, code)
            }
        }
        let library = try RuleLibrary()
        var auditors: [String: Auditor] = [:]
        let clock = ContinuousClock()
        for language in Set(snippets.map(\.language)) where RuleLibrary.languages.contains(language) {
            let start = clock.now
            auditors[language] = Auditor(try library.rules(for: language))
            if CommandLine.arguments.count > 2 { print("rules of \(language): \(clock.now - start)") }
        }
        if CommandLine.arguments.count > 2 {
            let rounds = Int(CommandLine.arguments[2]) ?? 1
            let start = clock.now
            var (count, bytes) = (0, 0)
            for _ in 0..<rounds {
                for snippet in snippets {
                    count += auditors[snippet.language]?.audit(snippet.code)?.count ?? 0
                    bytes += snippet.code.utf8.count
                }
            }
            let seconds = (clock.now - start) / .seconds(1)
            print(
                "\(count) findings; \(Int(Double(snippets.count * rounds) / seconds)) snippets/s,",
                "\((Double(bytes) / seconds / 1e5).rounded() / 10) MB/s")
            return
        }
        for snippet in snippets {
            let findings = auditors[snippet.language]?.audit(snippet.code) ?? []
            let told = findings.map { finding in
                [
                    "rule": finding.rule, "cwe": finding.cwe, "confidence": finding.confidence.name,
                    "class": finding.kind.name, "severity": finding.severity.rawValue, "line": finding.lines.lowerBound,
                    "message": finding.message,
                ] as [String: Any]
            }
            let data = try JSONSerialization.data(
                withJSONObject: ["id": snippet.id, "findings": told], options: .sortedKeys)
            print(String(decoding: data, as: UTF8.self))
        }
    }
}
