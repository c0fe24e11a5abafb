import ArgumentParser
import Audit
import Flows
import Foundation

/// Where the user's own rules are.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of your own rules (default: colophon/rules below the configuration's folder).",
            valueName: "folder"))
    var rules: String?

    func files() throws -> [RuleFolder.File] {
        let standard = ConfigHome(environment: ProcessInfo.processInfo.environment).rules
        guard let folder = rules ?? standard else { return [] }
        return try RuleFolder.files(in: folder, isNeeded: rules != nil)
    }

    func library() throws -> RuleLibrary { try RuleLibrary(own: files().map { ($0.name, $0.bytes) }) }
}
