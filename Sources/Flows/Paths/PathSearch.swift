/// Finds the file of a repository that a path of a trace, build or container means: by the path itself, by mappings, by
/// the one longest end that both have in common.
package struct PathSearch: Sendable {
    /// What kind of path it is.
    package enum Kind: Equatable, Sendable {
        /// A file's path, as a machine has it.
        case file
        /// Folders of a package and a file, as the JVM has them: `com/acme/pay/Refund.kt`, of which the folders that all
        /// have in common may be left out in the repository.
        case package
        /// A module and a file, as Swift has them: `Pay/Refund.swift`; there may be folders between.
        case module
    }

    private let index: PathIndex
    private let mappings: [(from: [String], mapping: PathMapping)]
    /// The repository's name, in small letters.
    private let repository: String?

    package static let mostCandidates = 20

    /// - Parameters:
    ///   - mappings: the longest that fits counts.
    ///   - repository: its name by its remote: `github.com/acme/shop`. Modules that are called otherwise are libraries.
    package init(_ index: PathIndex, mappings: [PathMapping] = [], repository: String? = nil) {
        self.index = index
        self.mappings = mappings.map { (FramePath.components(of: $0.from), $0) }.sorted {
            $0.from.count > $1.from.count
        }
        self.repository = repository?.lowercased()
    }

    package func find(_ text: String, as kind: Kind = .file) -> PathMatch {
        if index.contains(text) { return .one(text, .exact) }
        guard let path = FramePath(text) else { return .none }
        if let module = path.module, !isOurs(module) { return .none }
        let plain = path.text
        if !Self.isAbsolute(text) || path.module != nil, index.contains(plain) { return .one(plain, .exact) }
        for (from, mapping) in mappings where path.components.count > from.count && path.components.starts(with: from) {
            let mapped = (FramePath.components(of: mapping.to) + path.components[from.count...]).joined(separator: "/")
            if index.contains(mapped) { return .one(mapped, .mapped(mapping)) }
        }
        return byEnding(path, plain, kind)
    }

    private func byEnding(_ path: FramePath, _ plain: String, _ kind: Kind) -> PathMatch {
        var whole = Best()
        var like = Best()
        var named = Best()
        let module = kind == .module && path.components.count > 1 ? Array("/\(path.components[0])/".utf8) : nil
        index.endings(like: Array(plain.utf8), anyFolder: module != nil) { ending in
            // What lies in a folder of libraries is not meant by a file that lies in none.
            if let depth = path.libraryDepth, ending.components < depth { return }
            if ending.isWhole { whole.take(ending) }
            if ending.components > 1 { like.take(ending) }
            if let module, ([UInt8(ascii: "/")] + ending.path).contains(module) {
                named.take(.init(path: ending.path, components: 1, isWhole: false))
            }
        }
        if whole.count > 0 { return whole.match { .suffix(components: $0) } }
        switch kind {
        case .file: return .none
        case .package: return like.match { .likeness(components: $0) }
        case .module: return named.match { _ in .module }
        }
    }

    /// Those that end alike for longest.
    private struct Best {
        private var components = 0
        private(set) var count = 0
        private var paths: [ArraySlice<UInt8>] = []

        mutating func take(_ ending: PathIndex.Ending) {
            guard ending.components >= components else { return }
            if ending.components > components { (components, count, paths) = (ending.components, 0, []) }
            count += 1
            if paths.count < PathSearch.mostCandidates { paths.append(ending.path) }
        }

        func match(_ ground: (Int) -> PathMatch.Ground) -> PathMatch {
            let names = paths.map { String(decoding: $0, as: UTF8.self) }
            return switch count {
            case 0: .none
            case 1: .one(names[0], ground(components))
            default: .several(names.sorted(), count: count)
            }
        }
    }

    /// A module of the repository: it is called like it, or lies in a folder of it, or the other way round.
    private func isOurs(_ module: String) -> Bool {
        guard let repository else { return true }
        return (module + "/").hasPrefix(repository + "/") || (repository + "/").hasPrefix(module + "/")
    }

    private static func isAbsolute(_ text: String) -> Bool {
        text.hasPrefix("/") || text.hasPrefix("\\") || text.dropFirst().first == ":"
    }
}
