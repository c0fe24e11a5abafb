import Audit
import Foundation
import Git
import Provenance
import Testing

@testable import Flows
@testable import Store

/// The comment on a pull request.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct ChangeReportTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
        try copy.write("README", "Shop\n")
        try copy.commit("What people wrote")
    }

    private static let unsafe = "import os\n\n\ndef run():\n    name = input()\n    os.system(\"ls \" + name)\n"
    private static let mine = "def pause(seconds):\n    while seconds > 0:\n        seconds = tick(seconds)\n"

    private func report(_ change: String = "HEAD~1") throws -> ChangeReport {
        var gate = try ChangeGate(store: copy.store, checkout: copy.checkout, now: 1_770_000_000_000)
        return try ChangeReport(
            gate.run(NamedChange(range: change), policy: GatePolicy()), store: copy.store, checkout: copy.checkout)
    }

    private func markdown(_ report: ChangeReport) -> String { String(decoding: report.markdown, as: UTF8.self) }

    @Test func `It tells what was generated, by which prompts, what was found and what the gate says`() throws {
        try copy.edit("pay/list.py", to: Self.unsafe)
        try copy.edit("pay/refund.py", to: Lines.refund, session: "s2", model: "gpt-5")
        try copy.write("wait.py", Self.mine)
        try copy.commit("Refund and list\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("report.md")
        let text = try markdown(report())
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(text.utf8).write(to: golden) }
        #expect(try text == String(contentsOf: golden, encoding: .utf8))
    }

    @Test func `Of a change without a record the commits say what there is`() throws {
        try copy.write("wait.py", Self.mine)
        try copy.commit("Wait\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        try copy.write("more.py", Self.mine.replacing("pause", with: "rest"))
        try copy.commit("Rest")
        let report = try report("HEAD~2")
        #expect(report.prompts.isEmpty && report.commits == 2 && report.told.map(\.subject) == ["Wait"])
        let text = markdown(report)
        #expect(text.contains("**Could not tell: The store holds no session of this repository"))
        #expect(text.contains("Wait | it names Claude as co-author |"), "\(text)")
        try copy.write("last.py", "x = 1\n")
        try copy.commit("Last")
        #expect(try markdown(self.report()).contains("None of 1 commit says that an agent took part."))
    }

    @Test func `What others wrote stands for itself: no markup, no link, nobody called`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try copy.commit("Work")
        var report = try report()
        let hostile =
            "<img src=x onerror=1> [x](javascript:1) | `code` **b** @octocat fixes #12 https://evil.example www.evil.example "
            + "\u{202E}$a$ </table> <!-- "
        report.prompts[0].words = hostile
        report.prompts[0].files[0].path = hostile
        report.gate.change.findings[0].path = hostile
        report.told = [.init(hash: "0123456789", subject: hostile, words: [hostile])]
        let text = markdown(report)
        let lines = text.split(separator: "\n").dropFirst()
        for bad in ["<img", "[x](", "@octocat", "#12", "https://", "www.e", "</table>", "<!--", "\u{202E}", " **b**"] {
            #expect(!lines.contains { $0.contains(bad) && !$0.contains("\\" + bad) }, "\(bad) in \(text)")
        }
        // Each row has as many cells as its table has columns.
        for row in lines where row.hasPrefix("| ") {
            let bars = zip(row, "x" + row).count { $0 == "|" && $1 != "\\" }
            #expect([2, 3, 5, 6].contains(bars), "\(row)")
        }
    }

    @Test func `However much it is, it fits into a comment`() throws {
        try copy.edit("a.py", to: Self.unsafe)
        try copy.commit("Work")
        var report = try report()
        // One character may have a million marks.
        let long = String(repeating: "e\u{301}\u{301}\u{301}| ", count: 50_000)
        report.prompts[0].words = long
        report.prompts[0].models = [String](repeating: long, count: 50)
        report.prompts[0].files = [GeneratedChange.Written](
            repeating: .init(generation: "g", path: long, lines: 1), count: 99)
        report.prompts = .init(repeating: report.prompts[0], count: 3000)
        report.gate.change.findings[0].path = long
        report.gate.change.findings[0].message = long
        report.gate.change.findings = .init(repeating: report.gate.change.findings[0], count: 3000)
        report.gate.policy.name = long
        report.gate.change.doubts = .init(repeating: long, count: 20)
        report.told = .init(repeating: .init(hash: "0123456789", subject: long, words: [long, long, long]), count: 200)
        let text = markdown(report)
        #expect(text.utf8.count < 65_000)
        #expect(text.contains("more are left out"))
    }

    @Test func `It is told on a terminal and for programs, with a store and without`() throws {
        let git = try GitFolder()
        try git.folder.write("shop/b.py", Self.mine)
        try git.commit("Wait\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        func run(_ arguments: String...) throws -> ProgramRun {
            try ProgramRun.colophon(["report", "--repo", git.root, "--diff", "HEAD~1"] + arguments, in: git.folder)
        }
        let text = try run()
        #expect(text.status == 0, "\(text.complaint)")
        #expect(text.output.contains("  Wait: it names Claude as co-author\n"), "\(text.output)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(run("--format", "json").output.utf8)) as? [String: Any])
        #expect(json["outcome"] as? String == "unknown" && json["commits"] as? Int == 1)
        #expect((json["told"] as? [[String: Any]])?.first?["says"] as? [String] == ["it names Claude as co-author"])
        #expect(!FileManager.default.fileExists(atPath: git.folder.path + "/store.sqlite"), "none was made for it")
        #expect(try run("--diff", "nosuch").complaint.contains("'nosuch'"))
    }
}
