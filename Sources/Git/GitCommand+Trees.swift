/// A branch, tag or other name of an object.
package struct GitReference: Equatable, Sendable {
    package var name: String
    /// The object, in hexadecimal.
    package var id: String
    /// `commit`, `blob`, `tree` or `tag`.
    package var kind: String

    /// Whether a text is the whole name of an object.
    package static func isObject(_ text: String) -> Bool { References.isCommit(text) }
}

/// A file in a tree, or what became of it from one tree to another.
package struct TreeEntry: Equatable, Sendable {
    package enum Change: Equatable, Sendable { case added, changed, removed }

    package var change: Change
    package var path: String
    /// The blob; of a removed file the one that it was.
    package var id: String

    package init(change: Change, path: String, id: String) {
        self.change = change
        self.path = path
        self.id = id
    }
}

extension GitCommand {
    /// The references whose names begin with one of these, or match one with `*` in it, in their order.
    package func references(_ patterns: [String], in checkout: Checkout) throws(GitError) -> [GitReference] {
        var found: [GitReference] = []
        let format = "--format=%(objectname) %(objecttype) %(refname)"
        try records(["for-each-ref", format] + patterns, in: checkout, endingWith: UInt8(ascii: "\n")) { line in
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
            guard words.count == 3 else { return true }
            found.append(GitReference(name: String(words[2]), id: String(words[0]), kind: String(words[1])))
            return found.count < 1_000_000
        }
        return found
    }

    /// Every file of a tree, as added.
    ///
    /// - Parameter take: `false` ends the reading.
    package func files(
        of tree: String, in checkout: Checkout, take: (TreeEntry) -> Bool
    ) throws(GitError) {
        try records(["ls-tree", "-r", "-z", "--full-tree", tree], in: checkout) { record in
            // "100644 blob <id>\t<path>"
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")), record.starts(with: "100".utf8) else {
                return true
            }
            let words = record[..<tab].split(separator: UInt8(ascii: " "))
            guard words.count == 3 else { return true }
            return take(
                TreeEntry(
                    change: .added, path: String(decoding: record[(tab + 1)...], as: UTF8.self),
                    id: String(decoding: words[2], as: UTF8.self)))
        }
    }

    /// The path of every file of a tree: ``files(of:in:take:)`` without their ids, for trees of a million.
    ///
    /// - Parameter take: `false` ends the reading.
    package func paths(
        of tree: String, in checkout: Checkout, take: (ArraySlice<UInt8>) -> Bool
    ) throws(GitError) {
        try records(["ls-tree", "-r", "-z", "--full-tree", tree], in: checkout) { record in
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")), record.starts(with: "100".utf8) else {
                return true
            }
            return take(record[(tab + 1)...])
        }
    }

    /// The files in which two trees differ.
    ///
    /// - Parameter take: `false` ends the reading.
    package func changes(
        from old: String, to new: String, in checkout: Checkout, take: (TreeEntry) -> Bool
    ) throws(GitError) {
        // ":100644 100644 <id> <id> M", then the path.
        var head: [ArraySlice<UInt8>]?
        let arguments = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new]
        try records(arguments, in: checkout) { record in
            guard let words = head else {
                head = record.split(separator: UInt8(ascii: " "))
                return true
            }
            head = nil
            guard words.count == 5 else { return true }
            let isThere = words[1].starts(with: "100".utf8)
            let was = words[0].dropFirst().starts(with: "100".utf8)
            guard isThere || was else { return true }
            return take(
                TreeEntry(
                    change: !isThere ? .removed : was ? .changed : .added,
                    path: String(decoding: record, as: UTF8.self),
                    id: String(decoding: words[isThere ? 3 : 2], as: UTF8.self)))
        }
    }

    /// The commits of all branches and tags, local and fetched, whose message holds a line that begins so.
    ///
    /// - Parameters:
    ///   - known: commits whose history is left out; each must be here.
    ///   - take: a commit, Unix milliseconds of it, and its message up to 64 KB.
    package func commits(
        saying beginning: String, notBefore known: [String], in checkout: Checkout,
        take: (_ id: String, _ at: Int64, _ message: String) -> Bool
    ) throws(GitError) {
        let arguments = [
            "log", "-z", "--format=tformat:%H %ct%n%B", "--grep=^\(beginning)", "--branches", "--remotes", "--tags",
            "--stdin",
        ]
        let input = known.filter(References.isCommit(_:)).map { "^\($0)\n" }.joined()
        try records(arguments, in: checkout, input: input) { record in
            let text = String(decoding: record, as: UTF8.self)
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let words = lines[0].split(separator: " ")
            guard words.count == 2, let seconds = Int64(words[1]), 0...253_402_300_799 ~= seconds else { return true }
            return take(String(words[0]), seconds * 1000, lines.count > 1 ? String(lines[1]) : "")
        }
    }

    private func records(
        _ arguments: [String], in checkout: Checkout, endingWith separator: UInt8 = 0, input: String = "",
        take: ([UInt8]) -> Bool
    ) throws(GitError) {
        let stream = try GitStream(arguments, in: checkout, by: self, patienceMilliseconds: 60_000)
        if !input.isEmpty { _ = stream.send(input) }
        stream.closeInput()
        while let record = try stream.record(endingWith: separator) {
            guard take(record) else { return }
        }
        try stream.finish()
    }
}
