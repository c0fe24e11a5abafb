import ArgumentParser
import Foundation
import Provenance
import Store
import Text

struct FindingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "Says what becomes of findings: accepted, fixed, false, or open again.",
        discussion: """
            What is said holds through new ingests, moves of the code and merges of stores; 'colophon show finding:ID' \
            has all that was ever said.
            """,
        subcommands: [Accept.self, FalsePositive.self, Fixed.self, Reopen.self])

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accepts findings with a reason, for good or until a day.")

        @OptionGroup var subject: Subject

        @Option(help: ArgumentHelp("Why it may stay.", valueName: "words"))
        var reason: String

        @Option(help: ArgumentHelp("Open again from that day on, as 2026-12-31.", valueName: "date"))
        var until: String?

        func validate() throws {
            try FindingCommand.check(reason)
            if let until, Self.moment(until) == nil {
                throw ValidationError("'\(until)' is no day: write it as 2026-12-31.")
            }
        }

        func run() throws {
            let end = until.flatMap(Self.moment(_:))
            if let end, end <= Timestamp.now.milliseconds {
                throw CommandError("'\(until ?? "")' is over already: name a day to come.")
            }
            try subject.say(.accepted, reason, until: end)
        }

        /// A day begins at midnight in UTC, so that it is the same one wherever the store is read.
        private static func moment(_ text: String) -> Int64? {
            Timestamp(iso: text.contains("T") ? text : text + "T00:00Z")?.milliseconds
        }
    }

    struct FalsePositive: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "false", abstract: "Says that findings are none: the rule is wrong here.")

        @OptionGroup var subject: Subject

        @Option(help: ArgumentHelp("Why it is none.", valueName: "words"))
        var reason: String

        func validate() throws { try FindingCommand.check(reason) }

        func run() throws { try subject.say(.false, reason) }
    }

    struct Fixed: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says that findings are fixed; what leaves its file closes by itself.")

        @OptionGroup var subject: Subject

        @Option(help: ArgumentHelp("How.", valueName: "words"))
        var reason = ""

        func run() throws { try subject.say(.fixed, reason) }
    }

    struct Reopen: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Opens findings again.")

        @OptionGroup var subject: Subject

        @Option(help: ArgumentHelp("Why.", valueName: "words"))
        var reason = ""

        func run() throws { try subject.say(.open, reason) }
    }

    private static func check(_ reason: String) throws {
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason wants words: who reads it later has no others.")
        }
    }

    /// Which findings, and who says so.
    struct Subject: ParsableArguments {
        @Argument(help: "Findings, as finding:4f2a91 or the beginning of their ids.")
        var findings: [String]

        @Option(help: ArgumentHelp("Who says so (default: $USER).", valueName: "name"))
        var by: String?

        @OptionGroup var options: StoreOptions

        func validate() throws {
            if findings.isEmpty { throw ValidationError("Name a finding: 'colophon audit' lists them.") }
        }

        func say(_ status: Finding.Status, _ reason: String, until: Int64? = nil) throws {
            let store = try options.open(.write)
            let environment = ProcessInfo.processInfo.environment
            let who = by ?? environment["USER"] ?? environment["LOGNAME"] ?? ""
            // All are found before anything is said of one.
            let ids = try findings.map { link in
                let (kind, id) = try Link(link.contains(":") ? link : "finding:" + link).resolve(in: store)
                guard kind == .finding else {
                    throw CommandError("'\(link)' is no finding: 'colophon audit' lists them.")
                }
                return id
            }
            for id in ids {
                try store.judge(
                    id,
                    FindingJudgement(
                        status: status, who: who, reason: reason, at: Timestamp.now.milliseconds, until: until))
                guard let finding = try store.auditedFinding(id) else { continue }
                Console.write(Visible.text(Self.sentence(finding, status)) + "\n")
            }
        }

        private static func sentence(_ finding: AuditedFinding, _ status: Finding.Status) -> String {
            let place = [finding.path, finding.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
            let word = status == .false ? "false positive" : status.rawValue
            let until = finding.judgement?.until.map { " until \(Timestamp(milliseconds: $0).iso.prefix(10))" } ?? ""
            let gone = finding.status == "gone" ? "; its code is gone" : ""
            return "finding:\(finding.uid.prefix(10)) \(word)\(until)\(gone): \(finding.rule) \(place)"
        }
    }
}
