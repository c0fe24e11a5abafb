/// What one run of a scanner came to.
package struct ScannerReport: Equatable, Sendable {
    package enum Format: String, Sendable {
        case sarif = "SARIF"
        case semgrep = "Semgrep JSON"
        case bandit = "Bandit JSON"
        case sonar = "SonarQube issues"
    }

    /// A file that the scanner could not read, or only in part.
    package struct Unread: Equatable, Sendable {
        package var path: String
        package var reason: String
    }

    package var format: Format
    /// As it calls itself: `CodeQL`.
    package var tool: String
    package var version: String?
    /// The commit that was scanned, and the address of its repository, where the report says so.
    package var revision: String?
    package var repository: String?
    package var results: [ScannerResult] = []
    /// How many files it looked at; `nil` where the report does not say.
    package var scanned: Int?
    package var unread: [Unread] = []
    /// Files that it looked at, whether or not it has a result for them; without those of its results where the report does
    /// not list them.
    package var covered: [ScannerPlace] = []
    /// All rules that were at work, by their ids; `nil` where the report does not list them.
    package var rules: Set<String>?
    /// All rules of the tool were at work, whatever they are called.
    package var isOfAllRules = false
    /// How many results there are, by the report's own words: more than are here where a page of them is missing.
    package var announced: Int?
    /// It says itself that it did not come to its end.
    package var isBroken = false
    /// What was left out or is doubtful, each a sentence.
    package var notes: [String] = []

    package init(format: Format, tool: String) {
        self.format = format
        self.tool = tool
    }
}
