import Foundation
import TestSupport
import Testing

/// What the auditor says of files, and that it never calls clean what it did not look at.
@Suite struct AuditCommandTests {
    private func run(_ arguments: [String], input: String? = nil) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let run = try Workplace().run(["audit"] + arguments, input: input)
        return (run.status, run.output, run.errors)
    }

    @Test func `a snippet that hands input to a shell is found, with its class and way`() throws {
        let run = try run(
            ["--stdin", "--language", "python", "--format", "json"],
            input: "import os\nname = input()\nos.system(\"ls \" + name)\n")
        #expect(run.status == 1)
        #expect(run.output.contains("CWE-78"), "\(run.output)")
        #expect(run.output.contains("\"line\":3"), "\(run.output)")
    }

    @Test func `safe code has no finding, and what has no rules is no clean code`() throws {
        #expect(try run(["--stdin", "--language", "python"], input: "print(1 + 2)\n").status == 0)
        let none = try run(["--stdin", "--language", "cobol"], input: "x")
        #expect(none.status != 0 && none.errors.contains("no rules for 'cobol'"))
        let workplace = try Workplace()
        let folder = (workplace.store as NSString).deletingLastPathComponent + "/empty"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("words\n".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
        let nothing = try workplace.run(["audit", folder])
        #expect(nothing.status != 0 && nothing.errors.contains("Nothing was checked"), "\(nothing.errors)")
    }
}
