import Store

/// The edits of the files that commits touch, under each name that a file has had.
struct KnownEdits {
    private let store: Store
    private let repository: String?
    /// Those too that were changed by hand since, or only proposed.
    private let takesChanged: Bool
    private var earlier: [String: Set<String>] = [:]
    private var known: [String: [OwnedLines]] = [:]
    private var lineCount = 0

    /// So much is kept at a time.
    private static let mostLines = 400_000
    private static let mostNames = 32

    init(store: Store, repository: String?, takesChanged: Bool = false) {
        self.store = store
        self.takesChanged = takesChanged
        self.repository = repository
    }

    mutating func moved(from old: String, to new: String) {
        guard old != new else { return }
        let names = (earlier[old] ?? []).union([old])
        earlier[new, default: []].formUnion(names.prefix(Self.mostNames))
    }

    /// Latest first.
    mutating func all(of path: String) throws -> [OwnedLines] {
        guard let repository else { return [] }
        var names: [String] = [path]
        var edits: [OwnedLines] = []
        var next = 0
        while next < names.count {
            let name = names[next]
            next += 1
            edits += try own(name, repository)
            let more = (earlier[name] ?? []).union(moves[name] ?? []).sorted()
            for other in more where !names.contains(other) && names.count < Self.mostNames { names.append(other) }
        }
        return names.count == 1
            ? edits
            : edits.sorted { ($0.origin.at, $0.origin.id) > ($1.origin.at, $1.origin.id) }
    }

    /// Names before a move that an edit made itself.
    private var moves: [String: Set<String>] = [:]

    private mutating func own(_ path: String, _ repository: String) throws -> [OwnedLines] {
        if let edits = known[path] { return edits }
        let sources =
            try takesChanged
            ? store.possibleEdits(of: path, in: repository) : store.appliedEdits(of: path, in: repository)
        let old = Set(sources.compactMap(\.movedFrom)).subtracting([path])
        if !old.isEmpty { moves[path] = old }
        let edits = sources.map(OwnedLines.init(_:)).filter { !$0.runs.isEmpty }
        lineCount += edits.reduce(0) { $0 + $1.count }
        if lineCount > Self.mostLines {
            known.removeAll()
            lineCount = edits.reduce(0) { $0 + $1.count }
        }
        known[path] = edits
        return edits
    }
}
