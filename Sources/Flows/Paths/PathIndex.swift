/// The files of one tree, found by how their paths end.
///
/// Built in linear time: a million paths take their text and twelve bytes each.
package struct PathIndex: Sendable {
    /// All paths, one after the other.
    private var text: [UInt8] = []
    /// Where each begins, and where the last one ends.
    private var starts: [UInt32] = [0]
    /// By the hash of a file's name: the last path that has it, and for each path the one before it; -1 for none.
    private var heads: [Int32] = []
    private var before: [Int32] = []
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
        forEach(named: Self.name(wanted[...])) { if $0 == wanted[...] { found = true } }
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

    /// The paths that have the name of a file, with how far they end like its path.
    func endings(like path: [UInt8], take: (Ending) -> Void) {
        forEach(named: Self.name(path[...])) { candidate in take(Self.ending(candidate, path)) }
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

    private mutating func index() {
        var size = 16
        while size < count { size *= 2 }
        heads = [Int32](repeating: -1, count: size)
        before = [Int32](repeating: -1, count: count)
        for number in 0..<count {
            let bucket = Self.hash(Self.name(path(number))) & (size - 1)
            before[number] = heads[bucket]
            heads[bucket] = Int32(number)
        }
    }

    private func path(_ number: Int) -> ArraySlice<UInt8> { text[Int(starts[number])..<Int(starts[number + 1])] }

    private func forEach(named name: ArraySlice<UInt8>, take: (ArraySlice<UInt8>) -> Void) {
        var number = heads[Self.hash(name) & (heads.count - 1)]
        while number >= 0 {
            let path = path(Int(number))
            if Self.name(path) == name { take(path) }
            number = before[Int(number)]
        }
    }

    private static let slash = UInt8(ascii: "/")

    private static func name(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        path.lastIndex(of: slash).map { path[($0 + 1)...] } ?? path
    }

    /// FNV-1a.
    private static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & .max
    }
}
