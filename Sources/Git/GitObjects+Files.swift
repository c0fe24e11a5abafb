// Files of commits. Git puts a blob together from a chain of differences, which takes milliseconds; the tree of its folder
// tells its name sooner, and of what is checked out the working folder mostly has the bytes of that name.
extension GitObjects {
    /// Larger folders are not looked into.
    private static let largestFolder = 4 << 20
    private static let mostFolders = 64

    /// The bytes of a file of a commit.
    ///
    /// - Returns: `nil` where there is no such file, it is not here, or it is larger than the limit.
    package func bytes(of place: FilePlace, limit: Int) throws(GitError) -> [UInt8]? {
        guard let id = try blobName(of: place) else {
            guard try open(place)?.object.kind == "blob" else { return nil }
            return try rest(limit: limit)
        }
        if let bytes = SmallFile.read(checkout.root + "/" + place.path, limit: limit),
            BlobName.of(bytes, like: id) == id
        {
            return bytes
        }
        guard try open(id)?.kind == "blob" else { return nil }
        return try rest(limit: limit)
    }

    /// Whether a file of a commit consists of these bytes.
    package func has(_ bytes: [UInt8], at place: FilePlace) throws(GitError) -> Bool {
        if let id = try blobName(of: place) { return BlobName.of(bytes, like: id) == id }
        return try self.bytes(of: place, limit: bytes.count) == bytes
    }

    /// The name of a file's blob; `nil` where there is no such file, or its folder is not here or too large.
    package func blobName(of place: FilePlace) throws(GitError) -> String? {
        let (folder, name) = Self.split(place)
        guard !name.isEmpty, place.path.utf8.first != UInt8(ascii: "/") else { return nil }
        if let known = folders[folder] { return known.id(of: name) }
        guard try open(folder)?.object.kind == "tree", let bytes = try rest(limit: Self.largestFolder) else {
            return nil
        }
        let tree = TreeObject(bytes, like: place.commit)
        if folders.count >= Self.mostFolders { folders.removeAll() }
        folders[folder] = tree
        return tree.id(of: name)
    }

    /// Asks for what tells a file's blob: git starts and looks for it while something else is done.
    package func expectName(of place: FilePlace) throws(GitError) { try expect([Self.split(place).folder]) }

    private static func split(_ place: FilePlace) -> (folder: FilePlace, name: String) {
        let slash = place.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(place.path[..<$0]) } ?? ""
        let name = slash.map { String(place.path.utf8[place.path.utf8.index(after: $0)...]) ?? "" } ?? place.path
        return (FilePlace(commit: place.commit, path: folder), name)
    }
}
