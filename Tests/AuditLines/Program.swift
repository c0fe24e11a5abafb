import Audit
import Foundation
import Provenance
import Text

/// Audits the snippets of a JSON Lines file, for `Tests/Bench/bench_audit.py`.
///
///     audit-lines FILE [ROUNDS]
///     audit-lines --signs FILE
///
/// Each line has `id`, `language` and `code`; for each one line of JSON comes out, with its findings. With ROUNDS the
/// snippets are audited so often, and one object with the speed is printed.
///
/// With --signs each line has `text`: for `Tests/Bench/fit_instructions.py` the signs of its passages come out as one list
/// of lists, behind a first line with the names of roles.
@main
enum Program {
    static func main() throws {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--signs" {
            return writeSigns(of: CommandLine.arguments[2])
        }
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
        let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 0
        var loading: [String: Double] = [:]
        for language in Set(snippets.map(\.language)) where RuleLibrary.languages.contains(language) {
            for _ in 0..<max(1, rounds) {
                let start = clock.now
                auditors[language] = Auditor(try library.rules(for: language))
                loading[language] = min(loading[language] ?? .infinity, (clock.now - start) / .milliseconds(1))
            }
        }
        if rounds > 0 { return try measure(snippets, auditors, rounds: rounds, loading) }
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

    private static func writeSigns(of path: String) {
        print(HiddenInstructions.roles.joined(separator: " "))
        let tape = JSONTape()
        for line in (FileManager.default.contents(atPath: path) ?? Data()).split(separator: 0x0A) {
            let text = line.withUnsafeBytes { (try? tape.parse($0))?["text"].string } ?? ""
            print(HiddenInstructions.signs(in: text))
        }
    }

    /// Prints one object: megabytes and snippets a second of one core's time, the best time of each snippet by
    /// percentile in milliseconds, and the best time in which the rules of each language were read.
    private static func measure(
        _ snippets: [(id: String, language: String, code: String)], _ auditors: [String: Auditor], rounds: Int,
        _ loading: [String: Double]
    ) throws {
        let clock = ContinuousClock()
        var best = Array(repeating: Double.infinity, count: snippets.count)
        let start = coreSeconds()
        var (bytes, findings) = (0, 0)
        for _ in 0..<rounds {
            for (place, snippet) in snippets.enumerated() {
                let begin = clock.now
                findings += auditors[snippet.language]?.audit(snippet.code)?.count ?? 0
                best[place] = min(best[place], (clock.now - begin) / .milliseconds(1))
                bytes += snippet.code.utf8.count
            }
        }
        let seconds = coreSeconds() - start
        best.sort()
        func percentile(_ part: Double) -> Double { best[min(best.count - 1, Int(part * Double(best.count)))] }
        let told: [String: Any] = [
            "findings": findings / rounds, "bytes": bytes / rounds, "snippets": snippets.count,
            "mb_per_s": Double(bytes) / seconds / 1e6, "snippets_per_s": Double(snippets.count * rounds) / seconds,
            "p50_ms": percentile(0.5), "p99_ms": percentile(0.99), "worst_ms": best.last ?? 0, "rules_ms": loading,
        ]
        let data = try JSONSerialization.data(withJSONObject: told, options: .sortedKeys)
        print(String(decoding: data, as: UTF8.self))
    }

    /// What this process has used of a core: other work on the machine does not count.
    private static func coreSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
