import Audit
import Flows
import Foundation

/// The rules of the user's own folder, for what is audited beside other work.
enum OwnRules {
    /// None where there is no such folder.
    static func files() throws -> [RuleFolder.File] {
        guard let folder = ConfigHome(environment: ProcessInfo.processInfo.environment).rules else { return [] }
        return try RuleFolder.files(in: folder, isNeeded: false)
    }

    /// Does something with them. Where one cannot be used that is said, and nothing is done: what waits for its audit goes
    /// on waiting, for no other rules stand in for those that the user wants.
    static func use(
        _ work: ([RuleFolder.File]) throws -> Void, saying say: (String) -> Void = { Console.note($0) }
    ) throws {
        do {
            try work(files())
        } catch let error as AuditRuleError {
            say("No code is checked until this is mended: \(error)")
        } catch let error as RuleFolder.Unreadable {
            say("No code is checked until this is mended: \(error)")
        }
    }
}
