import ArgumentParser
import Audit
import Flows

/// Where the user's own rules are.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of your own rules (default: colophon/rules below the configuration's folder).",
            valueName: "folder"))
    var rules: String?

    func files() throws -> [RuleFolder.File] {
        guard let rules else { return try OwnRules.files() }
        return try RuleFolder.files(in: rules, isNeeded: true)
    }

    func library() throws -> RuleLibrary { try RuleLibrary(own: files().map { ($0.name, $0.bytes) }) }
}
