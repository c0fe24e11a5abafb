extension GitCommand {
    /// The commits of a commit's history that changed a file, the newest first, each with its message.
    ///
    /// - Parameters:
    ///   - paths: as in trees; more than one where the file had another name.
    ///   - since: Unix milliseconds; older ones are not looked for.
    ///   - limit: of more than these the newest are given.
    ///   - budgetMilliseconds: after this time git is stopped; what came until then is given.
    package func commits(
        of tip: String, changing paths: [String], since: Int64, limit: Int, in checkout: Checkout,
        budgetMilliseconds: Int
    ) throws -> [CommitObject] {
        // A date of few digits would be read as one of the calendar.
        let seconds = max(since / 1000, 100_000_000)
        let paths = paths.filter { !$0.isEmpty && !$0.utf8.contains(0) }
        guard !paths.isEmpty, budgetMilliseconds > 0 else { return [] }
        var commits: [CommitObject] = []
        do {
            try log(
                ["--max-count=\(limit)", "--since=\(seconds)"], of: tip,
                behind: ["--"] + paths.map { ":(literal)" + $0 }, in: checkout,
                deadline: ChildProcess.now() + budgetMilliseconds
            ) { commits.append($0) }
        } catch GitError.timedOut {
            return commits
        }
        return commits
    }
}
