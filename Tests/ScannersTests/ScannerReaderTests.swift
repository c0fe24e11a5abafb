import Provenance
import Testing
import Text

@testable import Scanners

struct ScannerReaderTests {
    private func read(_ text: String) throws -> [ScannerReport] { try ScannerReader.read(text, name: "r.json") }

    @Test func `Semgrep's JSON is read, columns as bytes and what it could not parse told`() throws {
        let report = try #require(
            try read(
                #"""
                {"version": "1.182.0", "results": [{"check_id": "rules.python.own-eval", "path": "src/app.py",
                "start": {"line": 2, "col": 10, "offset": 1}, "end": {"line": 2, "col": 17, "offset": 8},
                "extra": {"message": "eval", "severity": "ERROR", "fingerprint": "requires login",
                "lines": "requires login", "metadata": {"cwe": ["CWE-95: Eval Injection"], "confidence": "HIGH"},
                "dataflow_trace": {"taint_source": ["CliLoc", [{"path": "src/app.py", "start": {"line": 1, "col": 1},
                "end": {"line": 1, "col": 4}}, "x"]], "intermediate_vars": [], "taint_sink": ["CliLoc",
                [{"path": "src/app.py", "start": {"line": 2, "col": 10}, "end": {"line": 2, "col": 17}}, "y"]]}}},
                {"check_id": "b", "path": "src/b.py", "start": {"line": 1, "col": 1}, "end": {"line": 1, "col": 2},
                "extra": {"message": "m", "severity": "INFO", "is_ignored": true, "metadata": {"cwe": "CWE-78: OS"}}}],
                "errors": [{"path": "src/c.py", "type": "PartialParsing", "message": "Syntax error"}],
                "paths": {"scanned": ["src/app.py", "src/b.py"]}}
                """#
            ).first)
        #expect(report.tool == "Semgrep")
        #expect(report.scanned == 2)
        #expect(report.unread == [.init(path: "src/c.py", reason: "Syntax error")])
        #expect(report.results.map(\.rule) == ["own-eval", "b"])
        #expect(report.results.map(\.severity) == [.high, .low])
        #expect(report.results.map(\.cwes) == [[95], [78]])
        #expect(report.results[0].flow.count == 2)
        #expect(report.results[0].fingerprint == nil)
        #expect(report.results[1].standing == .suppressed(nil))
        let text = "x = 1\né = \"ß\"; eval(x)\n"
        let range = try #require(report.results[0].place?.region?.range(in: TextPlaces(text)))
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "; eval(")
    }

    @Test func `Semgrep that scanned nothing says so`() throws {
        #expect(try read(#"{"results": [], "errors": [], "paths": {"scanned": []}}"#).first?.scanned == 0)
    }

    @Test func `Bandit's columns count from 0`() throws {
        let report = try #require(
            try read(
                #"""
                {"errors": [{"filename": "./bad.py", "reason": "syntax error while parsing AST from file"}],
                "metrics": {"_totals": {"loc": 12}, "src/app.py": {"loc": 12}},
                "results": [{"code": "9 x", "col_offset": 11, "end_col_offset": 43, "filename": "./src/app.py",
                "issue_confidence": "HIGH", "issue_cwe": {"id": 78, "link": "https://cwe.mitre.org/"},
                "issue_severity": "HIGH", "issue_text": "shell=True", "line_number": 9, "line_range": [9],
                "more_info": "https://bandit.readthedocs.io/", "test_id": "B602", "test_name": "subprocess_popen"},
                {"col_offset": 4, "end_col_offset": 7, "filename": "src/app.py", "issue_severity": "UNDEFINED",
                "line_number": 2, "line_range": [2, 3, 4], "test_id": "B1", "issue_text": "t"}]}
                """#
            ).first)
        #expect(report.scanned == 1)
        #expect(report.unread.map(\.path) == ["bad.py"])
        let result = report.results[0]
        #expect(result.place?.path == "src/app.py")
        #expect(result.place?.region?.startColumn == 12)
        #expect(result.place?.region?.endColumn == 44)
        #expect(result.cwes == [78])
        #expect(result.severity == .high)
        #expect(report.results[1].place?.region?.lines == 2...4)
        #expect(report.results[1].severity == .info)
    }

    private let page = #"""
        {"paging": {"pageIndex": 1, "pageSize": 1, "total": 2}, "issues": [{"key": "AX1", "rule": "python:S2077",
        "severity": "CRITICAL", "component": "proj:src/app.py", "project": "proj", "line": 4, "type": "VULNERABILITY",
        "textRange": {"startLine": 4, "endLine": 4, "startOffset": 4, "endOffset": 9}, "status": "OPEN",
        "message": "Make sure formatting this SQL query is safe.", "tags": ["cwe"], "flows": [{"locations": [
        {"component": "proj:src/app.py", "textRange": {"startLine": 4, "endLine": 4, "startOffset": 0, "endOffset": 1},
        "msg": "sink"}, {"component": "proj:src/in.py", "textRange": {"startLine": 1, "endLine": 1, "startOffset": 0,
        "endOffset": 1}, "msg": "source"}]}]}], "components": [{"key": "proj:src/app.py", "path": "src/app.py"}],
        "rules": [{"key": "python:S2077", "name": "Formatting SQL", "securityStandards": ["cwe:89", "owaspTop10:a1"]}]}
        """#

    @Test func `Pages of SonarQube one behind the other, or in a list, are one report`() throws {
        let other = page.replacing("AX1", with: "AX2").replacing(#""impacts""#, with: "").replacing(
            #""status": "OPEN""#, with: #""status": "RESOLVED", "resolution": "FALSE-POSITIVE""#)
        for text in [page + "\n" + other, "[\(page),\(other)]"] {
            let reports = try read(text)
            #expect(reports.count == 1)
            let results = try #require(reports.first?.results)
            #expect(results.map(\.fingerprint) == ["AX1", "AX2"])
            #expect(results[0].place?.path == "src/app.py")
            #expect(results[0].place?.region?.startColumn == 5)
            #expect(results[0].severity == .high)
            #expect(results[0].cwes == [89])
            #expect(results[0].title == "Formatting SQL")
            #expect(results[0].flow.map(\.message) == ["source", "sink"])
            #expect(results[0].flow.first?.path == "src/in.py")
            #expect(results.map(\.standing) == [.open, .falsePositive])
        }
    }

    @Test(arguments: [
        ("python:S2083", [22]), ("javasecurity:S2083", [22]), ("csharpsquid:S2755", [611]), ("python:S1192", []),
        ("python:S99999999999999999999", []), ("S", []), ("external_ruff:B101", []),
    ])
    func `What an issue of SonarQube is about is known by its rule where the answer has no rules`(
        rule: String, weaknesses: [Int]
    ) throws {
        let issue =
            #"{"issues": [{"key": "A", "rule": "\#(rule)", "component": "p:a.py", "project": "p", "line": 2, "#
            + #""type": "VULNERABILITY", "message": "m", "tags": ["cwe"]}], "components": [], "paging": {"total": 1}}"#
        #expect(try read(issue).first?.results.first?.cwes == weaknesses)
    }

    @Test func `What SonarQube does not give beyond its limit is said`() throws {
        let notes = try read(page.replacing(#""total": 2"#, with: #""total": 12345"#)).first?.notes
        #expect(notes?.first?.contains("12345 issues, and SonarQube gives 10000") == true)
    }

    @Test func `The severity of SonarQube is the worst of its impacts`() throws {
        let text = page.replacing(
            #""type""#,
            with: #"""
                "impacts": [{"softwareQuality": "MAINTAINABILITY", "severity": "LOW"},
                {"softwareQuality": "SECURITY", "severity": "BLOCKER"}], "type"
                """#)
        #expect(try read(text).first?.results.first?.severity == .critical)
    }

    @Test func `Hotspots of SonarQube are findings that nobody is sure of`() throws {
        let result = try read(
            #"""
            {"paging": {"total": 1}, "hotspots": [{"key": "H1", "component": "p:a.py", "project": "p",
            "ruleKey": "python:S4790", "vulnerabilityProbability": "HIGH", "status": "TO_REVIEW", "line": 3,
            "message": "weak hash"}], "components": []}
            """#
        ).first?.results.first
        #expect(result?.place?.path == "a.py")
        #expect(result?.place?.region?.lines == 3...3)
        #expect(result?.severity == .high)
        #expect(result?.confidence == .low)
    }

    @Test(arguments: [
        ("", "is empty"), ("   ", "is empty"), ("{", "ends early"), ("hello", "cannot begin"), ("[]", "is none of"),
        ("7", "is none of"), ("{}", "is none of"), (#"{"runs": []}"#, "no version"), ("[[{}]]", "is none of"),
        (#"[{"RuleID": "x", "StartLine": 1, "Secret": "s"}]"#, "--report-format sarif"),
        (#"{"Issues": [], "Stats": {}}"#, "-fmt sarif"),
        (#"{"issues": [{"primaryLocation": {}}]}"#, "for SonarQube to import"),
        ("{\"version\": \"2.1.0\", \"runs\": []} x", "byte 33"),
    ])
    func `What is no report is refused in one sentence`(text: String, part: String) throws {
        let error = #expect(throws: ScannerError.self) { try read(text) }
        let said = try #require(error?.description)
        #expect(said.contains(part), "\(said)")
        #expect(said.hasPrefix("'r.json'") && said.hasSuffix("."))
    }

    @Test func `A report in UTF-16, as a shell on Windows writes it, is read`() throws {
        let text = #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Ünits"}}, "results": []}]}"#
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let reports = try bytes.withUnsafeBytes { try ScannerReader.read($0, name: "r") }
        #expect(reports.first?.tool == "Ünits")
    }
}
