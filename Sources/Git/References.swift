/// Branches and tags as files: one each, or packed into one.
struct References {
    let gitDirectory: String
    let commonDirectory: String

    /// `refs/heads/main` in `ref: refs/heads/main`.
    static func target(of line: String) -> String? {
        guard line.hasPrefix("ref:") else { return nil }
        let name = line.dropFirst(4).drop { $0 == " " || $0 == "\t" }
        // The name becomes a path: it must not lead out of the repository.
        guard name.hasPrefix("refs/"), !name.split(separator: "/").contains("..") else { return nil }
        return String(name)
    }

    /// A whole object name, SHA-1 or SHA-256.
    static func isCommit(_ text: some StringProtocol) -> Bool {
        (text.utf8.count == 40 || text.utf8.count == 64)
            && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    func commit(of name: String) -> String? {
        var name = name
        // As deep as git follows references that point to references.
        for _ in 0..<5 {
            guard let line = SmallFile.line("\(gitDirectory)/\(name)") ?? SmallFile.line("\(commonDirectory)/\(name)")
            else {
                return packed(name)
            }
            guard let next = Self.target(of: line) else { return Self.isCommit(line) ? line : nil }
            name = next
        }
        return nil
    }

    /// Lines of `packed-refs`: the commit, a blank, the name.
    private func packed(_ name: String) -> String? {
        guard let bytes = SmallFile.read(commonDirectory + "/packed-refs", limit: 64 << 20) else { return nil }
        let wanted = Array(name.utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let blank = line.firstIndex(of: UInt8(ascii: " ")), line[(blank + 1)...].elementsEqual(wanted) else {
                continue
            }
            let commit = String(decoding: line[..<blank], as: UTF8.self)
            return Self.isCommit(commit) ? commit : nil
        }
        return nil
    }
}
