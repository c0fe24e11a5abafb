extension GitCommand {
    /// The first parents of a commit, oldest first, each with what it changes against the one before it; read as they come.
    ///
    /// - Parameters:
    ///   - known: what this holds is left out; `nil` for the whole history.
    ///   - take: `false` ends it.
    package func steps(
        to tip: String, after known: String?, in checkout: Checkout, take: (MainLineStep) throws -> Bool
    ) throws {
        guard References.isCommit(tip) else { throw RevisionError.malformed(tip) }
        let stream = try GitStream(
            [
                "log", "--first-parent", "-m", "--reverse", "-p", "-U0", "-M", "-l400", "--no-color", "--full-index",
                "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--format=\(MainLineReader.format)",
                "--end-of-options", tip,
            ] + (known.map { References.isCommit($0) ? ["^\($0)"] : [] } ?? []),
            in: checkout, by: self, patienceMilliseconds: 120_000)
        var reader = MainLineReader()
        while let line = try stream.record(endingWith: UInt8(ascii: "\n"), limit: 1 << 20) {
            if let step = reader.read(line), try !take(step) { return }
        }
        if let step = reader.finish(), try !take(step) { return }
        try stream.finish()
    }
}
