import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Text

struct DeploymentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deployment", abstract: "Keeps what was deployed when, so that an alert finds its revision.",
        subcommands: [List.self, Add.self], defaultSubcommand: List.self)

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes that a revision went live.",
            discussion: """
                REV is a commit, tag, branch, version or image: 9f31c2a, v2.31, 2.31, registry/shop:v2.31. The same
                told again doubles nothing.
                """)

        @Argument(help: ArgumentHelp("What was deployed.", valueName: "rev"))
        var revision: String

        @Option(help: ArgumentHelp("When, as 2026-03-14T09:00Z (default: now).", valueName: "time"))
        var at: String?

        @Option(help: "What runs it, as alerts name it.")
        var service: String?

        @Option(help: "Where it runs: production, staging.")
        var environment: String?

        @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
        var repo: String?

        @OptionGroup var options: StoreOptions

        func validate() throws {
            if let at, Timestamp(iso: at) == nil {
                throw ValidationError("'\(at)' is no moment: write it as 2026-03-14T09:00Z.")
            }
        }

        func run() throws {
            let moment = at.flatMap { Timestamp(iso: $0) } ?? Timestamp.now
            let checkout = try RevisionOptions.checkout(at: repo)
            let (deployment, isNew) = try Deployments(store: try options.open(.create)).add(
                revision, in: checkout, at: moment.milliseconds, service: service.kept, environment: environment.kept)
            let name = deployment.version.map { " (\($0))" } ?? ""
            Console.write(
                "\(isNew ? "Noted" : "Known already"): \(deployment.revision.prefix(12))\(name) live since \(moment.iso)\n"
            )
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists deployments, newest first.")

        @Option(name: .shortAndLong, help: "At most so many; 0 for all.")
        var limit = 100

        @Flag(name: .shortAndLong, help: "Those of every repository (default: of the one you stand in, if any).")
        var all = false

        @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
        var repo: String?

        @OptionGroup var output: OutputOptions
        @OptionGroup var options: StoreOptions

        private static let columns = [
            OutputColumn("at", title: "time", minimumWidth: 16), OutputColumn("revision", minimumWidth: 12),
            OutputColumn("version", minimumWidth: 8, isFlexible: true), OutputColumn("service", minimumWidth: 8),
            OutputColumn("environment", minimumWidth: 10, rank: 1),
            OutputColumn("repository", minimumWidth: 10, isFlexible: true, rank: 2),
        ]

        func validate() throws {
            if limit < 0 { throw ValidationError("--limit takes a number from 0 on, not \(limit).") }
        }

        func run() throws {
            let store = try options.openForReading()
            let folder = FileManager.default.currentDirectoryPath
            let checkout =
                all ? nil : try repo.map { try RevisionOptions.checkout(at: $0) } ?? Checkout.discover(from: folder)
            let place = try checkout.flatMap { try RepositoryPlace.here($0, in: store) }
            // Nothing of a repository that the store does not know.
            let identity = checkout == nil ? nil : place?.identity ?? ""
            let isShort = output.format == .table
            var listing = Listing(output: output, limit: limit)
            try listing.write(Self.columns) { key, count in
                try store.deployments(in: identity, from: key, limit: count).map { key, deployment in
                    (
                        key,
                        [
                            .timestamp(Timestamp(milliseconds: deployment.at)),
                            .text(isShort ? String(deployment.revision.prefix(12)) : deployment.revision),
                            .init(deployment.version), .init(deployment.service), .init(deployment.environment),
                            .init(deployment.repository),
                        ]
                    )
                }
            }
        }
    }
}

extension String? {
    /// An empty word of a script is none.
    fileprivate var kept: String? { flatMap { $0.isEmpty ? nil : $0 } }
}

extension OutputValue {
    fileprivate init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }
}
