extension GitCommand {
    /// How far the lines of a file are followed.
    package enum Following: Equatable, Sendable {
        /// Through renames of the whole file.
        case renames
        /// Through copies and moves from every file of every commit: seconds for a large file.
        case copies
    }

    /// Which commit wrote each line of a file; white space does not count, nor do lists of commits to ignore.
    ///
    /// - Parameters:
    ///   - path: as in the commit's tree.
    ///   - commit: a whole hash.
    ///   - lines: these alone, sorted; all where there are none. A piece that is moved is found by its size, so ask for
    ///     all of it rather than for a line.
    ///   - budgetMilliseconds: what has been found until then is given; 0 asks nothing.
    /// - Throws: where git cannot be started. That the file is not in the commit is ``FileBlame/Ending/brokenOff``.
    package func blame(
        _ path: String, at commit: String, in checkout: Checkout, following: Following = .renames,
        lines: [ClosedRange<Int>] = [], budgetMilliseconds: Int = 2000
    ) throws(GitError) -> FileBlame {
        var reader = BlameReader()
        guard budgetMilliseconds > 0 else { return reader.finish(.outOfTime) }
        guard References.isCommit(commit), !path.isEmpty, !path.utf8.contains(0) else {
            return reader.finish(.brokenOff)
        }
        var arguments = ["blame", "--incremental", "-w", "--ignore-revs-file=", "--encoding=UTF-8"]
        if following == .copies { arguments += ["-C", "-C", "-C"] }
        // So many that the arguments have room.
        for range in lines.prefix(Self.mostRanges) { arguments += ["-L", "\(range.lowerBound),\(range.upperBound)"] }
        // This subcommand has no --end-of-options; a hash is none.
        arguments += [commit, "--", path]
        let stream = try GitStream(
            arguments, in: checkout, by: self, deadline: ChildProcess.now() + budgetMilliseconds)
        stream.closeInput()
        do throws(GitError) {
            while let line = try stream.record(endingWith: UInt8(ascii: "\n")) {
                guard reader.read(line) else { return reader.finish(.outOfTime) }
            }
            try stream.finish()
        } catch {
            if case .timedOut = error { return reader.finish(.outOfTime) }
            return reader.finish(.brokenOff)
        }
        return reader.finish(.finished)
    }

    /// So many parts of a file at most are asked for at once; the others are not answered.
    package static let mostRanges = 1000

    /// The blob of a file, in hexadecimal; `nil` where the commit has no such file, or is not here.
    package func file(_ path: String, at commit: String, in checkout: Checkout) throws(GitError) -> String? {
        guard References.isCommit(commit), !path.isEmpty, !path.utf8.contains(0) else { return nil }
        let output: [UInt8]
        do {
            output = try run(["ls-tree", "-z", "--full-tree", commit, "--", path], in: checkout)
        } catch .failed {
            return nil
        }
        // "100644 blob <id>\t<path>"; a path that names a folder is answered with what stands for it.
        guard let tab = output.firstIndex(of: UInt8(ascii: "\t")), output.starts(with: "100".utf8),
            output[(tab + 1)...].prefix(while: { $0 != 0 }).elementsEqual(path.utf8)
        else { return nil }
        let words = output[..<tab].split(separator: UInt8(ascii: " "))
        return words.count == 3 ? String(decoding: words[2], as: UTF8.self) : nil
    }
}
