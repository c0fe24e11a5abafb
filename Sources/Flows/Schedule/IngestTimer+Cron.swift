extension IngestTimer {
    private static let mark = "# colophon ingest"

    /// A line of the user's own table (crontab(5)).
    ///
    /// - Parameter table: as `crontab -l` prints it.
    static func cron(_ job: IngestJob, table: String) -> IngestTimer {
        let others = table.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasSuffix(mark) }
            .joined(separator: "\n")
        let before = others.isEmpty || others.hasSuffix("\n") ? others : others + "\n"
        let variables = job.variables.sorted { $0.key < $1.key }.map { "\($0.key)=\(quoted($0.value)) " }.joined()
        let words = ([job.program] + job.arguments).map(quoted).joined(separator: " ")
        let line = "17 * * * * \(variables)\(words) >/dev/null 2>&1 \(mark)\n"
        let isSet = table.split(separator: "\n").contains { $0.hasSuffix(mark) }
        let ending =
            others.allSatisfy(\.isWhitespace)
            ? Command(words: ["crontab", "-r"], mayFail: true) : Command(words: ["crontab", "-"], input: before)
        return IngestTimer(
            keeper: .cron, files: [], starting: [Command(words: ["crontab", "-"], input: before + line)],
            ending: isSet ? [ending] : [])
    }

    /// For the shell that cron runs; a `%` that is not escaped ends the command for cron.
    private static func quoted(_ word: String) -> String {
        "'" + word.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
    }
}
