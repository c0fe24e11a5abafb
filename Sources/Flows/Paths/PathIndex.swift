/// The files of one tree, found by how their paths end.
///
/// Built in linear time: a million paths take their text and some twenty bytes each.
package struct PathIndex: Sendable {
    /// All paths, one after the other.
    private var text: [UInt8] = []
    /// Where each begins, and where the last one ends.
    private var starts: [UInt32] = [0]
    private var byName = Chains()
    /// By the file's name and its folder's: `index.ts` alone stands in every folder of some trees.
    private var byFolder = Chains()
    /// There were more than are kept.
    package private(set) var isCut = false

    private static let mostPaths = 4_000_000
    private static let mostBytes = 512 << 20

    package init(_ paths: some Sequence<String>) {
        self.init { take in
            for path in paths {
                guard take(Array(path.utf8)[...]) else { return }
            }
        }
    }

    /// - Parameter read: gives the paths, from the top of the repository, until told `false`.
    package init<Failure: Error>(_ read: (_ take: (ArraySlice<UInt8>) -> Bool) throws(Failure) -> Void) throws(Failure)
    {
        try read { path in
            guard starts.count <= Self.mostPaths, text.count + path.count <= Self.mostBytes else {
                isCut = true
                return false
            }
            if !path.isEmpty {
                text += path
                starts.append(UInt32(text.count))
            }
            return true
        }
        index()
    }

    package var count: Int { starts.count - 1 }

    package func contains(_ path: String) -> Bool {
        let wanted = Array(path.utf8)
        var found = false
        forEach(byFolder, Self.nameInFolder(wanted[...])) { if $0 == wanted[...] { found = true } }
        return found
    }

    /// How a path of the tree and one from elsewhere end alike.
    struct Ending {
        var path: ArraySlice<UInt8>
        /// Equal folders and the file, counted from the end.
        var components: Int
        /// One of the two is the end of the other.
        var isWhole: Bool
    }

    /// The paths that end like another: with its file's name and folder, or all of them where one of the two is nothing but
    /// the file's name.
    ///
    /// - Parameter anyFolder: all paths with the file's name.
    func endings(like path: [UInt8], anyFolder: Bool = false, take: (Ending) -> Void) {
        let name = Self.name(path[...])
        if anyFolder || name.count == path.count {
            forEach(byName, name) { take(Self.ending($0, path)) }
        } else {
            forEach(byFolder, Self.nameInFolder(path[...])) { take(Self.ending($0, path)) }
            // At the top of the tree it has no folder.
            forEach(byFolder, name) { if $0 == name { take(Self.ending($0, path)) } }
        }
    }

    private static func ending(_ candidate: ArraySlice<UInt8>, _ path: [UInt8]) -> Ending {
        var (one, other) = (candidate.endIndex, path.endIndex)
        var components = 0
        while one > candidate.startIndex, other > 0, candidate[one - 1] == path[other - 1] {
            one -= 1
            other -= 1
            if candidate[one] == slash { components += 1 }
        }
        let isAll = one == candidate.startIndex && (other == 0 || path[other - 1] == slash)
        let isAllOfOther = other == 0 && (one == candidate.startIndex || candidate[one - 1] == slash)
        let isWhole = isAll || isAllOfOther
        return Ending(path: candidate, components: isWhole ? components + 1 : components, isWhole: isWhole)
    }

    // MARK: - By name

    /// The paths of equal hashes, one leading to the next.
    private struct Chains {
        /// By the end of the hash the last path that has it, and for each path the one before it; -1 for none.
        var heads: [Int32] = []
        var before: [Int32] = []
    }

    private mutating func index() {
        var size = 16
        while size < count { size *= 2 }
        byName = chains(size) { Self.name($0) }
        byFolder = chains(size) { Self.nameInFolder($0) }
    }

    private func chains(_ size: Int, by key: (ArraySlice<UInt8>) -> ArraySlice<UInt8>) -> Chains {
        var chains = Chains(
            heads: [Int32](repeating: -1, count: size), before: [Int32](repeating: -1, count: count))
        for number in 0..<count {
            let bucket = Self.hash(key(path(number))) & (size - 1)
            chains.before[number] = chains.heads[bucket]
            chains.heads[bucket] = Int32(number)
        }
        return chains
    }

    private func path(_ number: Int) -> ArraySlice<UInt8> { text[Int(starts[number])..<Int(starts[number + 1])] }

    private func forEach(_ chains: Chains, _ end: ArraySlice<UInt8>, take: (ArraySlice<UInt8>) -> Void) {
        var number = chains.heads[Self.hash(end) & (chains.heads.count - 1)]
        while number >= 0 {
            let path = path(Int(number))
            let rest = path.dropLast(end.count)
            if rest.last ?? Self.slash == Self.slash, path[rest.endIndex...] == end { take(path) }
            number = chains.before[Int(number)]
        }
    }

    private static let slash = UInt8(ascii: "/")

    private static func name(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        path.lastIndex(of: slash).map { path[($0 + 1)...] } ?? path
    }

    private static func nameInFolder(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let end = path.lastIndex(of: slash), let begin = path[..<end].lastIndex(of: slash) else { return path }
        return path[(begin + 1)...]
    }

    /// FNV-1a.
    private static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & .max
    }
}
