import Provenance
import Testing
import Text

@testable import Scanners

struct SARIFReaderTests {
    private func read(_ run: String, version: String = "2.1.0") throws -> ScannerReport {
        let reports = try ScannerReader.read(#"{"version": "\#(version)", "runs": [\#(run)]}"#, name: "a.sarif")
        return try #require(reports.first)
    }

    private func one(_ result: String, driver: String = #""name": "T""#, more: String = "") throws -> ScannerResult {
        let run = #"{"tool": {"driver": {\#(driver)}}, \#(more) "results": [\#(result)]}"#
        return try #require(try read(run).results.first)
    }

    @Test func `A result without any rules is read by what it says itself`() throws {
        let result = try one(
            """
            {"ruleId": "R1", "message": {"text": "bad"}, "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": "src/a%20b.py", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 3}}}]}
            """)
        #expect(result.rule == "R1")
        #expect(result.message == "bad")
        #expect(result.severity == .medium)
        #expect(result.place?.path == "src/a b.py")
        #expect(result.place?.region?.lines == 3...3)
        #expect(result.standing == .open)
    }

    @Test(arguments: [#""ruleIndex": 1"#, #""rule": {"index": 1}"#, #""rule": {"id": "B"}"#, #""ruleId": "B/sub""#])
    func `A rule is found by its index, its reference or its id`(reference: String) throws {
        let result = try one(
            #"{"message": {"text": "m"}, \#(reference)}"#,
            driver: #"""
                "name": "T", "rules": [{"id": "A"}, {"id": "B", "shortDescription": {"text": "B is bad"},
                "defaultConfiguration": {"level": "error"}, "help": {"text": "do not"},
                "properties": {"tags": ["security", "external/cwe/cwe-089"], "precision": "very-high"}}]
                """#)
        #expect(result.rule.hasPrefix("B"))
        #expect(result.title == "B is bad")
        #expect(result.help == "do not")
        #expect(result.severity == .high)
        #expect(result.cwes == [89])
        #expect(result.confidence == .high)
        #expect(result.isSecurity)
    }

    @Test func `Where id and index disagree, as in gosec's reports, the id counts`() throws {
        let result = try one(
            #"{"ruleId": "G204", "ruleIndex": 0, "level": "error", "message": {"text": "m"}}"#,
            driver: #"""
                "name": "gosec", "rules": [{"id": "G101", "properties": {"tags": ["security", "LOW"]}},
                {"id": "G204", "properties": {"tags": ["security", "MEDIUM"], "precision": "high"}, "relationships":
                [{"target": {"id": "78", "toolComponent": {"name": "CWE"}}, "kinds": ["superset"]}]}]
                """#)
        #expect(result.cwes == [78])
        #expect(result.severity == .medium)
        #expect(result.confidence == .high)
    }

    @Test func `CodeQL's rules are in an extension, and its messages lead to related places`() throws {
        let run = #"""
            {"tool": {"driver": {"name": "CodeQL", "rules": [{"id": "other"}]}, "extensions": [{"name": "none"},
            {"name": "codeql/python-queries", "rules": [{"id": "py/path-injection", "properties":
            {"security-severity": "9.3", "tags": ["external/cwe/cwe-022", "external/cwe/cwe-023"]}}]}]},
            "versionControlProvenance": [{"repositoryUri": "https://github.com/a/b", "revisionId": "abc"}],
            "results": [{"ruleId": "py/path-injection", "rule": {"id": "py/path-injection", "index": 0,
            "toolComponent": {"index": 1}}, "message": {"text": "This path depends on a [user-provided value](1)."},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py", "uriBaseId": "%SRCROOT%", "index": 0},
            "region": {"startLine": 7, "startColumn": 5, "endColumn": 9}}}],
            "partialFingerprints": {"primaryLocationLineHash": "39fa2ee980eb94b0:1"},
            "codeFlows": [{"threadFlows": [{"locations": [
            {"location": {"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": 2}},
            "message": {"text": "source"}}}, {"location": {"physicalLocation": {"artifactLocation": {"uri": "a.py"},
            "region": {"startLine": 7}}, "message": {"text": "sink"}}}]}]}]}]}
            """#
        let report = try read(run)
        let result = try #require(report.results.first)
        #expect(report.revision == "abc")
        #expect(report.repository == "https://github.com/a/b")
        #expect(result.severity == .critical)
        #expect(result.cwes == [22, 23])
        #expect(result.message == "This path depends on a user-provided value.")
        #expect(result.place?.region?.startColumn == 5)
        #expect(result.place?.region?.endColumn == 9)
        #expect(result.flow.map(\.message) == ["source", "sink"])
        #expect(result.fingerprint == "39fa2ee980eb94b0:1")
    }

    @Test func `Semgrep is called the same as in its JSON`() throws {
        #expect(try read(#"{"tool": {"driver": {"name": "Semgrep OSS"}}, "results": []}"#).tool == "Semgrep")
    }

    @Test func `Semgrep's placeholder for who is not logged in is no fingerprint`() throws {
        let result = try one(
            #"""
            {"ruleId": "own-eval", "fingerprints": {"matchBasedId/v1": "requires login"}, "message": {"text": "m"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"},
            "region": {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 17}}}]}
            """#,
            driver: #"""
                "name": "Semgrep OSS", "rules": [{"id": "own-eval", "defaultConfiguration": {"level": "error"},
                "properties": {"tags": ["CWE-95: Eval Injection", "HIGH CONFIDENCE", "security"]}}]
                """#)
        #expect(result.fingerprint == nil)
        #expect(result.cwes == [95])
        #expect(result.severity == .high)
        // Its columns are bytes, which it does not say.
        let text = #"é = "ß"; eval(x)"#
        let range = try #require(result.place?.region?.range(in: TextPlaces(text)))
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == #"; eval("#)
    }

    @Test func `Of Gitleaks the commit is kept and never the secret`() throws {
        let report = try read(
            #"""
            {"tool": {"driver": {"name": "gitleaks", "semanticVersion": "v8.0.0", "rules": [{"id": "aws-access-key"}]}},
            "results": [{"message": {"text": "aws-access-key has detected secret for file auth.py at commit 00c0ffee."},
            "ruleId": "aws-access-key", "locations": [{"physicalLocation": {"artifactLocation": {"uri": "auth.py"},
            "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 9,
            "snippet": {"text": "AKIASECRET"}}}}], "partialFingerprints": {"commitSha": "00c0ffee",
            "email": "jo@example.com", "author": "Jo", "date": "2024", "commitMessage": "oops"}}]}
            """#)
        let result = try #require(report.results.first)
        #expect(result.revision == "00c0ffee")
        #expect(result.cwes == [798])
        #expect(!"\(report)".contains("AKIASECRET"))
        #expect(!"\(report)".contains("jo@example.com"))
    }

    @Test(arguments: [
        ("file:///C:/dev/a.js", "C:/dev/a.js"), ("file:///home/a/b.py", "/home/a/b.py"),
        ("file://host/share/b.py", "/share/b.py"), ("./src/x.py", "src/x.py"), (#"src\\win\\x.cs"#, "src/win/x.cs"),
        ("100%25.py", "100%.py"), ("%zz.py", "%zz.py"), ("git://x/y", "git://x/y"),
    ])
    func `An address becomes a path`(uri: String, path: String) throws {
        let result = try one(
            #"""
            {"message": {"text": "m"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "\#(uri)"}}}]}
            """#)
        #expect(result.place?.path == path)
    }

    @Test func `Bases of addresses stand on each other, and a ring of them ends`() throws {
        func path(_ base: String) throws -> ScannerPlace? {
            try one(
                #"""
                {"message": {"text": "m"}, "locations": [{"physicalLocation": {"artifactLocation":
                {"uri": "a.py", "uriBaseId": "\#(base)"}}}]}
                """#,
                more: #"""
                    "originalUriBaseIds": {"ROOT": {"uri": "file:///work/repo/"}, "SRC": {"uri": "src/", "uriBaseId": "ROOT"},
                    "X": {"uri": "x/", "uriBaseId": "Y"}, "Y": {"uri": "y/", "uriBaseId": "X"}, "E": {}},
                    """#
            ).place
        }
        let place = try path("SRC")
        #expect(place?.path == "src/a.py")
        #expect(place?.root == "/work/repo/")
        #expect(try path("X")?.path.hasSuffix("y/x/a.py") == true)
        #expect(try path("E")?.path == "a.py")
        #expect(try path("UNKNOWN")?.path == "a.py")
    }

    @Test func `A place that is only an index is looked up among the files`() throws {
        let result = try one(
            #"{"message": {"text": "m"}, "locations": [{"physicalLocation": {"artifactLocation": {"index": 1}}}]}"#,
            more: #""artifacts": [{"location": {"uri": "a.py"}}, {"location": {"uri": "b.py"}}],"#)
        #expect(result.place?.path == "b.py")
    }

    @Test(arguments: [
        (
            #""suppressions": [{"kind": "inSource", "justification": "known"}]"#,
            ScannerResult.Standing.suppressed("known")
        ),
        (#""suppressions": [{"kind": "external", "status": "rejected"}]"#, .open),
        (#""suppressions": [{"kind": "external", "status": "underReview"}]"#, .open),
        (
            #""suppressions": [{"kind": "external"}, {"status": "rejected"}]"#,
            .suppressed("suppressed outside of the code")
        ), (#""suppressions": [{"kind": "inSource"}]"#, .suppressed(nil)),
        (#""suppressions": []"#, .open), (#""baselineState": "absent""#, .absent), (#""kind": "pass""#, .noDefect),
        (#""kind": "review""#, .open), (#""kind": "fail""#, .open),
    ])
    func `What was waived, has gone or is no defect is told apart`(members: String, standing: ScannerResult.Standing)
        throws
    {
        #expect(try one(#"{"message": {"text": "m"}, \#(members)}"#).standing == standing)
    }

    @Test(arguments: [("error", Severity.high), ("warning", .medium), ("note", .low), ("none", .info)])
    func `A level is a severity`(level: String, severity: Severity) throws {
        #expect(try one(#"{"message": {"text": "m"}, "level": "\#(level)"}"#).severity == severity)
    }

    @Test func `A weakness is taken from taxa, and from words where nothing else tells`() throws {
        let taxa = #"""
            "taxonomies": [{"name": "CWE", "taxa": [{"id": "22"}, {"id": "CWE-79"}]}],
            """#
        let byIndex = try one(
            #"{"message": {"text": "m"}, "taxa": [{"index": 1, "toolComponent": {"index": 0}}]}"#, more: taxa)
        #expect(byIndex.cwes == [79])
        let byID = try one(
            #"{"message": {"text": "m"}, "taxa": [{"id": "22", "toolComponent": {"name": "cwe"}}]}"#, more: taxa)
        #expect(byID.cwes == [22])
        #expect(try one(#"{"message": {"text": "unsafe, see CWE-502."}}"#).cwes == [502])
        #expect(try one(#"{"message": {"text": "cwe-less cwe- CWE-9999999"}}"#).cwes == [])
    }

    @Test func `A message is put together from its rule and its arguments`() throws {
        let result = try one(
            #"{"ruleId": "A", "message": {"id": "default", "arguments": ["x", "y"]}}"#,
            driver:
                #""name": "T", "rules": [{"id": "A", "messageStrings": {"default": {"text": "{1} and {0} {{}} {9}"}}}]"#
        )
        #expect(result.message == "y and x {} {9}")
    }

    @Test func `Several runs are several reports`() throws {
        let reports = try ScannerReader.read(
            #"""
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "A"}}, "results": []},
            {"tool": {"driver": {"name": "B", "version": "2"}}, "results": [{"message": {"text": "m"}}]}]}
            """#, name: "a.sarif")
        #expect(reports.map(\.tool) == ["A", "B"])
        #expect(reports.map(\.results.count) == [0, 1])
        #expect(reports[1].version == "2")
    }

    @Test func `A run that failed or keeps its results elsewhere is not taken for clean`() throws {
        let failed = try read(
            #"""
            {"tool": {"driver": {"name": "T"}}, "invocations": [{"executionSuccessful": false,
            "toolExecutionNotifications": [{"level": "error", "message": {"text": "cannot parse"}, "locations":
            [{"physicalLocation": {"artifactLocation": {"uri": "bad.py"}}}]}]}], "results": []}
            """#)
        #expect(failed.notes == ["T says that its run failed: what it did not find may be there."])
        #expect(failed.unread == [.init(path: "bad.py", reason: "cannot parse")])
        #expect(try read(#"{"tool": {"driver": {"name": "T"}}}"#).notes.first?.contains("nothing is known") == true)
        let elsewhere = #"{"tool": {"driver": {"name": "T"}}, "externalPropertyFileReferences": {"results": [{}]}}"#
        #expect(try read(elsewhere).notes.first?.contains("other files") == true)
    }

    @Test func `Another version of SARIF is refused with what to do`() {
        #expect(
            throws: ScannerError(
                "'a.sarif' is SARIF 1.0.0, and only 2.1.0 is read: let the scanner write that, or convert it with 'sarif transform'."
            )
        ) {
            try read("{}", version: "1.0.0")
        }
    }
}
