extension TokenDifference {
    /// The lines of the later text from which tokens were taken away: they say something else than before, though none of
    /// their tokens is new.
    ///
    ///     old: "total = price * count + tax"   new: "total = price * count"   line 0 is cut
    ///
    /// - Returns: one a line of the later text. Lines that are gone as a whole cut none.
    package func cutLines(from old: CodeStream, to new: CodeStream) -> [Bool] {
        var isKept = [Bool](repeating: false, count: old.count)
        for origin in origins where origin >= 0 { isKept[Int(origin)] = true }
        var cut = [Bool](repeating: false, count: new.lineCount)
        for (token, origin) in origins.enumerated() where origin >= 0 {
            for neighbour in [Int(origin) - 1, Int(origin) + 1] where isKept.indices.contains(neighbour) {
                if !isKept[neighbour], old.lines[neighbour] == old.lines[Int(origin)] {
                    cut[Int(new.lines[token])] = true
                }
            }
        }
        return cut
    }
}
