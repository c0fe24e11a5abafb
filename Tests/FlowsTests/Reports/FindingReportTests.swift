import Audit
import Foundation
import Provenance
import Testing
import Text

@testable import Flows

struct FindingReportTests {
    private static let code = """
        import os
        from flask import request
        é = "ß"
        def run():
            name = request.args["n"]
            x = "😀"; os.system("ls " + name)

        """

    private func found() throws -> [ReportedFinding] {
        var auditing = try FileAuditing()
        let found = try #require(try auditing.audit(Self.code, language: "python", path: "src/a b.py"))
        return found.filter { $0.finding.cwe == 78 }.map(\.reported).prefix(1).map { $0 }
    }

    private func json(_ findings: [ReportedFinding], as format: FindingReport.Format) throws -> [String: Any] {
        let report = FindingReport(findings, as: format)
        return try #require(try JSONSerialization.jsonObject(with: Data(report.bytes)) as? [String: Any])
    }

    /// A member of nested JSON: `runs.0.results.1`.
    private func at(_ path: String, _ value: Any?) -> Any? {
        path.split(separator: ".").reduce(value) { value, name in
            if let place = Int(name) {
                return (value as? [Any]).flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
            return (value as? [String: Any])?[String(name)]
        }
    }

    @Test func `SARIF holds what GitHub asks for`() throws {
        let findings = try found()
        #expect(findings.count == 1)
        let log = try json(findings, as: .sarif)
        #expect(at("version", log) as? String == "2.1.0")
        #expect(at("runs.0.columnKind", log) as? String == "utf16CodeUnits")
        let rule = at("runs.0.tool.driver.rules.0", log)
        for text in ["shortDescription.text", "fullDescription.text", "help.text", "help.markdown"] {
            #expect((at(text, rule) as? String)?.isEmpty == false, "\(text)")
        }
        let tags = try #require(at("properties.tags", rule) as? [String])
        #expect(tags.first == "security")
        #expect(tags.contains("external/cwe/cwe-078"))
        #expect(Double(at("properties.security-severity", rule) as? String ?? "") != nil)
        #expect(["low", "medium", "high"].contains(at("properties.precision", rule) as? String))
        let result = at("runs.0.results.0", log)
        #expect(at("ruleIndex", result) as? Int == 0)
        let region = at("locations.0.physicalLocation.region", result)
        #expect(at("startLine", region) as? Int == 6)
        // The character before it counts two.
        let line = #"    x = "😀"; os.system("ls " + name)"#
        let column = line.utf16.distance(
            from: line.utf16.startIndex, to: try #require(line.range(of: "os.system")).lowerBound)
        #expect(at("startColumn", region) as? Int == column + 1)
        #expect(at("endLine", region) as? Int == 6)
        #expect((at("endColumn", region) as? Int ?? 0) > column + 1)
        #expect(at("locations.0.physicalLocation.artifactLocation.uri", result) as? String == "src/a%20b.py")
        #expect(
            at("partialFingerprints.primaryLocationLineHash", result) as? String
                == LineHashes(Self.code).hash(ofLine: 6))
        let stations = at("codeFlows.0.threadFlows.0.locations", result) as? [Any]
        let lines = stations?.map { at("location.physicalLocation.region.startLine", $0) as? Int }
        #expect(lines?.first == 5)
        #expect(lines?.last == 6)
    }

    @Test func `The prompt is a related place, and where it came from comes back`() throws {
        var finding = try #require(try found().first)
        finding.generation = "gen1"
        finding.edit = "edit1"
        finding.prompt = .init(uid: "p1", text: "list the files\nof a user")
        finding.tokens = 3..<9
        finding.status = .accepted("only admins")
        var second = finding
        second.status = .fixed
        let log = try json([finding, second], as: .sarif)
        #expect((at("runs.0.results", log) as? [Any])?.count == 1)
        let result = at("runs.0.results.0", log)
        #expect(at("properties.generation", result) as? String == "gen1")
        #expect(at("properties.prompt", result) as? String == "p1")
        #expect(at("properties.tokens", result) as? [Int] == [3, 9])
        #expect(at("relatedLocations.0.physicalLocation.artifactLocation.index", result) as? Int == 0)
        #expect(at("relatedLocations.0.physicalLocation.region.endLine", result) as? Int == 2)
        #expect(at("runs.0.artifacts.0.contents.text", log) as? String == "list the files\nof a user")
        #expect(at("suppressions.0.justification", result) as? String == "only admins")
    }

    @Test func `A report of nothing is whole, and what is too much for GitHub is left out aloud`() throws {
        #expect((at("runs.0.results", try json([], as: .sarif)) as? [Any])?.isEmpty == true)
        #expect((at("issues", try json([], as: .sonar)) as? [Any])?.isEmpty == true)
        var finding = try #require(try found().first)
        finding.flow = []
        var worse = finding
        worse.severity = .critical
        finding.severity = .low
        let report = FindingReport([ReportedFinding](repeating: finding, count: 25_000) + [worse], as: .sarif)
        let log = try JSONSerialization.jsonObject(with: Data(report.bytes))
        #expect((at("runs.0.results", log) as? [Any])?.count == 25_000)
        #expect(at("runs.0.results.24999.properties.severity", log) as? String == "critical")
        #expect(report.notes.first?.contains("25000 worst of 25001") == true)
    }

    @Test func `Commands of a workflow escape what would end them`() throws {
        var finding = try #require(try found().first)
        finding.place.path = "src/a,b:c.py"
        finding.message = "100% bad\nreally: yes, \u{1B}[31m"
        finding.severity = .high
        let line = String(decoding: FindingReport([finding], as: .github).bytes, as: UTF8.self)
        #expect(line.hasPrefix("::error file=src/a%2Cb%3Ac.py,line=6,endLine=6,col="), "\(line)")
        #expect(line.contains("::100%25 bad%0Areally: yes, "), "\(line)")
        #expect(line.utf8.count { $0 == 0x0A } == 1)
        #expect(!line.contains("\u{1B}"))
        finding.status = .accepted(nil)
        #expect(FindingReport([finding], as: .github).bytes.isEmpty)
        finding.status = .open
        let many = FindingReport([ReportedFinding](repeating: finding, count: 12), as: .github)
        #expect(many.notes.first?.contains("2 more") == true)
    }

    @Test func `SonarQube's columns count from 0, and a place without an extent is its line`() throws {
        var finding = try #require(try found().first)
        let log = try json([finding], as: .sonar)
        #expect(at("rules.0.impacts.0.softwareQuality", log) as? String == "SECURITY")
        #expect(at("rules.0.cleanCodeAttribute", log) as? String == "TRUSTWORTHY")
        #expect(at("issues.0.ruleId", log) as? String == at("rules.0.id", log) as? String)
        let range = at("issues.0.primaryLocation.textRange", log)
        #expect(at("startLine", range) as? Int == 6)
        #expect(at("startColumn", range) as? Int == finding.place.start.column - 1)
        #expect((at("issues.0.secondaryLocations", log) as? [Any])?.count == finding.flow.count - 1)
        finding.place.end = finding.place.start
        let empty = at("issues.0.primaryLocation.textRange", try json([finding], as: .sonar)) as? [String: Any]
        #expect(empty?.keys.sorted() == ["startLine"])
    }

    @Test func `A comment is a table that a pull request can hold`() throws {
        var finding = try #require(try found().first)
        finding.message = "a | b <script> \(String(repeating: "x", count: 1000))"
        let page = String(
            decoding: FindingReport([ReportedFinding](repeating: finding, count: 500), as: .markdown).bytes,
            as: UTF8.self)
        #expect(page.hasPrefix("**500 findings**: "), "\(page.prefix(80))")
        #expect(page.utf8.count < 65_536)
        #expect(page.contains("more are left out"))
        #expect(page.contains(#"a \| b \<script>"#))
        #expect(String(decoding: FindingReport([], as: .markdown).bytes, as: UTF8.self) == "No findings.\n")
    }
}
