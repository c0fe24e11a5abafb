import Provenance
import Store

/// A repository that exists only in demos, with the kinds of file in it.
struct DemoRepository: Sendable {
    let name: String
    private let folders: [String]
    /// Endings of file names, the most used first.
    private let endings: [String]

    var place: RepositoryPlace {
        RepositoryPlace(identity: "git.example/acme/\(name)", name: name, directory: directory)
    }

    var directory: String { "/srv/demo/\(name)" }

    /// A file of it: some are written again and again, most once.
    func path(_ dice: inout Dice) -> String {
        let folder = dice.favour(folders)
        let name = String(decoding: dice.favour(Lexicon.nouns), as: UTF8.self)
        let second = String(decoding: dice.favour(Lexicon.nouns), as: UTF8.self)
        return "\(folder)/\(dice.chance(0.4) ? name : "\(name)_\(second)")\(dice.favour(endings))"
    }

    static func draw(_ dice: inout Dice) -> DemoRepository { dice.favour(all) }

    private static let all = [
        DemoRepository(
            name: "atlas", folders: ["src/api", "src/jobs", "src/store", "tests", "docs"],
            endings: [".py", ".py", ".py", ".sql", ".yaml", ".md"]),
        DemoRepository(
            name: "harbour-web", folders: ["src/components", "src/pages", "src/lib", "e2e", "docs"],
            endings: [".ts", ".tsx", ".ts", ".md", ".yaml"]),
        DemoRepository(
            name: "ledgerd", folders: ["internal/ledger", "internal/http", "cmd/ledgerd", "deploy", "docs"],
            endings: [".go", ".go", ".go", ".sql", ".sh", ".md"]),
        DemoRepository(
            name: "pocket", folders: ["Sources/Pocket", "Sources/Sync", "Tests/PocketTests", "scripts"],
            endings: [".swift", ".swift", ".md", ".sh"]),
    ]
}
