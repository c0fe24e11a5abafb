import Foundation
import Testing

@testable import Flows

/// Timers as values, and set by programs that stand in for those of the system.
struct IngestTimerTests {
    private let job = IngestJob(
        program: "/opt/my tools/colophon", store: "/data/100%.sqlite",
        environment: ["CODEX_HOME": "/home/mia/$codex", "PATH": "/usr/bin", "XDG_DATA_HOME": ""])

    @Test func `a unit of systemd quotes what it would expand`() {
        let timer = IngestTimer.systemd(job, configuration: "/home/mia/.config")
        #expect(
            timer.files.map(\.path) == [
                "/home/mia/.config/systemd/user/colophon-ingest.service",
                "/home/mia/.config/systemd/user/colophon-ingest.timer",
            ])
        let service = timer.files[0].text
        #expect(
            service.contains("\nExecStart=\"/opt/my tools/colophon\" \"ingest\" \"--store\" \"/data/100%%.sqlite\"\n"))
        #expect(service.contains("\nEnvironment=\"CODEX_HOME=/home/mia/$$codex\"\n"))
        #expect(!service.contains("PATH=") && !service.contains("XDG_DATA_HOME"))
        #expect(timer.files[1].text.contains("\nPersistent=true\n"))
    }

    @Test func `a table of cron keeps the lines of others, and ours once`() {
        let first = IngestTimer.cron(job, table: "MAILTO=mia\n5 4 * * * backup")
        let table = first.starting[0].input ?? ""
        #expect(
            table == """
                MAILTO=mia
                5 4 * * * backup
                17 * * * * CODEX_HOME='/home/mia/$codex' '/opt/my tools/colophon' 'ingest' '--store' \
                '/data/100\\%.sqlite' >/dev/null 2>&1 # colophon ingest

                """)
        #expect(first.ending.isEmpty)
        let again = IngestTimer.cron(job, table: table)
        #expect(again.starting[0].input == table)
        #expect(again.ending == [.init(words: ["crontab", "-"], input: "MAILTO=mia\n5 4 * * * backup\n")])
    }

    @Test func `an agent of launchd is well-formed whatever the paths hold`() throws {
        let timer = IngestTimer.launchd(
            IngestJob(program: "/a & <b>/colophon"), home: "/Users/mia", user: 501)
        #expect(timer.files.map(\.path) == ["/Users/mia/Library/LaunchAgents/dev.colophon.ingest.plist"])
        let read =
            try PropertyListSerialization.propertyList(
                from: Data(timer.files[0].text.utf8), format: nil) as? [String: Any]
        #expect(read?["ProgramArguments"] as? [String] == ["/a & <b>/colophon", "ingest"])
        #expect(read?["StartInterval"] as? Int == 3600)
        #expect(timer.starting.last?.words.prefix(3) == ["launchctl", "bootstrap", "gui/501"])
    }

    #if os(Linux)
        /// A folder with programs of the given bodies; each call of one is a line in `calls`.
        private func machine(_ programs: [String: String]) throws -> (TemporaryFolder, Scheduling) {
            let folder = try TemporaryFolder()
            for (name, body) in programs {
                let path = try folder.write(
                    "bin/\(name)", "#!/bin/sh\necho \(name) \"$@\" >>'\(folder.path)/calls'\n\(body)\n")
                // Only a child opens the program itself for writing: what a process has open for writing, every child
                // forked meanwhile has too, and such a file cannot be started.
                let steps = "cp \"$0\" \"$0.copy\" && chmod 755 \"$0.copy\" && mv -f \"$0.copy\" \"$0\""
                let made = ProgramRun.process("/bin/sh", ["-c", steps, path], in: folder)
                try made.run()
                made.waitUntilExit()
            }
            for tool in ["sh", "cat"] {
                let real = FileManager.default.fileExists(atPath: "/bin/\(tool)") ? "/bin/\(tool)" : "/usr/bin/\(tool)"
                try folder.write("bin/.keep", "")
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder.path)/bin/\(tool)", withDestinationPath: real)
            }
            return (
                folder, Scheduling(environment: ["HOME": folder.path, "PATH": folder.path + "/bin"])
            )
        }

        private func calls(_ folder: TemporaryFolder) -> [String] {
            let text = try? String(contentsOfFile: folder.path + "/calls", encoding: .utf8)
            return (text ?? "").split(separator: "\n").map(String.init)
        }

        @Test func `where systemd runs for the user it keeps the time, and lets it go without a trace`() throws {
            let (folder, scheduling) = try machine(["systemctl": "exit 0", "crontab": "exit 0"])
            let timer = try scheduling.timer(for: job)
            #expect(timer.keeper == .systemd)
            #expect(try !scheduling.end(timer))
            try scheduling.start(timer)
            #expect(timer.files.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
            #expect(calls(folder).last == "systemctl --user enable --now colophon-ingest.timer")
            #expect(try scheduling.end(timer))
            #expect(!timer.files.contains { FileManager.default.fileExists(atPath: $0.path) })
        }

        @Test func `where it does not, cron does`() throws {
            let (folder, scheduling) = try machine([
                "systemctl": "exit 1",
                "crontab": "case $1 in -l) cat '$HOME/table' ;; -) cat >\"$HOME/table\" ;; esac",
            ])
            let timer = try scheduling.timer(for: job)
            #expect(timer.keeper == .cron)
            try scheduling.start(timer)
            let table = try String(contentsOfFile: folder.path + "/table", encoding: .utf8)
            #expect(table == timer.starting[0].input)
        }

        @Test func `a keeper that fails is one sentence with its own words`() throws {
            let (folder, scheduling) = try machine([
                "systemctl": "case $2 in enable) echo 'no bus' >&2; exit 1 ;; esac"
            ])
            defer { withExtendedLifetime(folder) {} }
            let timer = try scheduling.timer(for: job)
            let failure = Scheduling.Failure(
                description: "'systemctl --user enable --now colophon-ingest.timer' failed (no bus): "
                    + "nothing is scheduled by it.")
            #expect(throws: failure) { try scheduling.start(timer) }
        }

        @Test func `without any of them it says so`() throws {
            let (folder, scheduling) = try machine([:])
            defer { withExtendedLifetime(folder) {} }
            #expect(throws: Scheduling.Failure.self) { try scheduling.timer(for: job) }
        }
    #endif
}
