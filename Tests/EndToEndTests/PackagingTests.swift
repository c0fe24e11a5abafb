import Foundation
import TestSupport
import Testing

/// What `make install` puts beside the program.
@Suite struct PackagingTests {
    private let folder: ProgramFolder

    init() throws { folder = try ProgramFolder() }

    private func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.ci/\(name)").standardized.path
    }

    private func colophon(_ arguments: String...) throws -> String { try folder.run("colophon", arguments).out }

    @Test(.enabled(if: isHere("python3"), "python3 is not on this machine: it makes the man page"))
    func `the man page names every command and every option that help names`() throws {
        let run = try folder.run("/usr/bin/env", ["python3", script("manual.py"), BuiltProgram.path("colophon")])
        #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
        let page = run.out.replacingOccurrences(of: #"\-"#, with: "-")
        let commands = try colophon("--help").split(separator: "SUBCOMMANDS:\n").last?
            .matches(of: /(?m)^  ([a-z]+)/).map { String($0.1) }
        #expect(commands?.contains("list") == true)
        for command in commands ?? [] {
            let section = page.split(separator: ".SS colophon \(command)\n").dropFirst().first?
                .split(separator: ".SS ").first
            #expect(section != nil, "\(command)")
            for option in try colophon(command, "--help").matches(of: /(?m)^  (--[a-z-]+)/).map({ String($0.1) })
            where option != "--version" {
                #expect(section?.contains("\n\\fB\(option)\\fR") == true, "\(command) \(option)")
            }
        }
    }

    @Test(.enabled(if: isHere("python3") && isHere("groff"), "python3 and groff are not both on this machine"))
    func `the man page is set without a warning, its examples line by line`() throws {
        let page = try folder.run("/usr/bin/env", ["python3", script("manual.py"), BuiltProgram.path("colophon")]).out
        try page.write(toFile: folder.file("colophon.1"), atomically: true, encoding: .utf8)
        let arguments = ["groff", "-man", "-Tutf8", "-ww", "-P-cbou", folder.file("colophon.1")]
        let set = try folder.run("/usr/bin/env", arguments)
        #expect(set.status == 0 && set.err.isEmpty, "\(set.err)")
        #expect(set.out.contains("colophon list [subject] [--filter filter]"))
        #expect(set.out.contains(#"\#n         {"type":"finding","generation":"my-1","#))
    }

    @Test(arguments: ["bash", "zsh", "fish"].filter { isHere($0) })
    func `a shell can read its completions`(shell: String) throws {
        let words = try colophon("--generate-completion-script", shell)
        #expect(words.contains("ingest") && words.contains("filter"))
        try words.write(toFile: folder.file(shell), atomically: true, encoding: .utf8)
        let check = try folder.run("/usr/bin/env", [shell, "-n", folder.file(shell)])
        #expect(check.status == 0 && check.err.isEmpty, "\(check.err)")
    }

    #if os(Linux)
        @Test(.enabled(if: isHere("python3"), "python3 is not on this machine: it makes the man page"))
        func `a program that needs Swift's own libraries is not installed`() throws {
            let target = folder.file("target")
            let run = try folder.run("/bin/sh", [script("install"), BuiltProgram.path("colophon"), target])
            #expect(run.status == 1)
            #expect(run.err.contains("libswiftCore.so"))
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    #endif
}

/// Whether this machine has a program.
private func isHere(_ program: String) -> Bool {
    ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
