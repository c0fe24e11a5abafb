/// The objects of one repository, one after the other, from one git that stays: `cat-file --batch`.
///
///     let objects = GitObjects(of: checkout)
///     if let note = try objects.open(id), note.size < limit { let bytes = try objects.rest(limit: limit) }
///
/// An object is read as it comes, in bounded memory. One that is not here, as in a partial clone, is an answer: nothing is
/// fetched.
package final class GitObjects {
    package struct Object: Equatable, Sendable {
        /// `blob`, `tree`, `commit` or `tag`.
        package var kind: String
        package var size: Int64
    }

    package let checkout: Checkout
    private let command: GitCommand
    private var stream: GitStream?
    /// What is still to come of the object that is open, with the newline behind it.
    private var left: Int64 = 0
    /// What was asked for and not yet opened, in that order.
    private var expected: [String] = []
    /// Folders of commits that were looked into.
    var folders: [FilePlace: TreeObject] = [:]

    package init(of checkout: Checkout, by command: GitCommand = GitCommand()) {
        self.checkout = checkout
        self.command = command
    }

    /// Opens an object for reading; what was left of the one before is gone.
    ///
    /// - Parameter id: the whole name, in hexadecimal.
    /// - Returns: `nil` where it is not here, or cannot be read.
    package func open(_ id: String) throws(GitError) -> Object? {
        guard References.isCommit(id) else { return nil }
        return try ask(id).map(\.object)
    }

    /// Opens a file of a commit, or a folder; the one at the top has no path.
    ///
    /// - Returns: it and its id; `nil` where the commit has no such file, or it is not here.
    package func open(_ place: FilePlace) throws(GitError) -> (object: Object, id: String)? {
        guard let name = Self.name(of: place) else { return nil }
        return try ask(name)
    }

    /// Asks for files or folders that are to be opened next, in that order: git starts and looks for them while something else
    /// is done.
    package func expect(_ places: [FilePlace]) throws(GitError) {
        let names = places.compactMap(Self.name(of:))
        try drain()
        // Of a few at a time the questions are never more than git's input holds.
        for name in names where !expected.contains(name) && expected.count < 8 {
            try send(name)
            expected.append(name)
        }
    }

    private static func name(of place: FilePlace) -> String? {
        guard References.isCommit(place.commit),
            !place.path.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\n") })
        else { return nil }
        return "\(place.commit):\(place.path)"
    }

    private func send(_ name: String) throws(GitError) {
        if stream == nil {
            expected = []
            stream = try GitStream(["cat-file", "--batch"], in: checkout, by: command)
        }
        if stream?.send(name + "\n") != true { stream = nil }
    }

    private func ask(_ name: String) throws(GitError) -> (object: Object, id: String)? {
        try drain()
        // What was expected and is not wanted is passed over.
        while let next = expected.first, next != name {
            expected.removeFirst()
            if try answer() != nil { try drain() }
        }
        if expected.isEmpty { try send(name) } else { expected.removeFirst() }
        return try answer()
    }

    private func answer() throws(GitError) -> (object: Object, id: String)? {
        guard let stream, let header = try stream.record(endingWith: UInt8(ascii: "\n")) else {
            // Some versions end where they may not fetch what is missing, and at what is broken.
            self.stream = nil
            expected = []
            return nil
        }
        let words = String(decoding: header, as: UTF8.self).split(separator: " ")
        guard words.count == 3, References.isCommit(words[0]), let size = Int64(words[2]), size >= 0 else { return nil }
        left = size + 1
        return (Object(kind: String(words[1]), size: size), String(words[0]))
    }

    /// What comes next of the object that is open; 0 at its end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(GitError) -> Int {
        guard left > 1, let stream else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(clamping: left - 1)))
        let count = try stream.read(into: room)
        guard count > 0 || room.isEmpty else {
            self.stream = nil
            left = 0
            throw .brokenOff(subcommand: "cat-file")
        }
        left -= Int64(count)
        return count
    }

    /// All that is left of the object that is open; `nil` where that is more than the limit.
    package func rest(limit: Int) throws(GitError) -> [UInt8]? {
        let count = Int(clamping: left - 1)
        guard count <= limit else { return nil }
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(0, count), alignment: 1)
        defer { bytes.deallocate() }
        var filled = 0
        while filled < bytes.count {
            filled += try read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
        }
        return Array(bytes)
    }

    /// A commit with its message; `nil` where it is not here, or of more than 1 MB.
    package func commit(_ id: String) throws(GitError) -> CommitObject? {
        guard try open(id)?.kind == "commit", let bytes = try rest(limit: 1 << 20) else { return nil }
        return CommitObject(hash: id, bytes)
    }

    /// Unix milliseconds at which a commit was made; `nil` where it is not here.
    package func time(ofCommit id: String) throws(GitError) -> Int64? {
        guard try open(id)?.kind == "commit", let bytes = try rest(limit: 1 << 20) else { return nil }
        // "committer Name <mail> 1700000000 +0100", before the first empty line.
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.isEmpty { return nil }
            guard line.starts(with: "committer ".utf8) else { continue }
            let words = line.split(separator: UInt8(ascii: " ")).suffix(2)
            guard let seconds = words.first.flatMap({ Int64(String(decoding: $0, as: UTF8.self)) }) else { return nil }
            return 0...253_402_300_799 ~= seconds ? seconds * 1000 : nil
        }
        return nil
    }

    private func drain() throws(GitError) {
        guard left > 0, let stream else { return }
        let waste = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 1)
        defer { waste.deallocate() }
        while left > 0 {
            let target = UnsafeMutableRawBufferPointer(rebasing: waste.prefix(Int(clamping: left)))
            let count = try stream.read(into: target)
            if count == 0 {
                self.stream = nil
                left = 0
                return
            }
            left -= Int64(count)
        }
    }
}
