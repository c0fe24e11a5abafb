import Store

/// What stood in files before edits, as far as the edits before them tell: from the last one that wrote a file whole, each
/// later one put into its place.
struct RememberedFiles {
    private let store: Store
    private var known: [Key: (edit: Int64, text: String)] = [:]

    private struct Key: Hashable {
        var path: String
        var repository: String?
    }

    /// A file is followed through so many edits.
    private static let mostEdits = 40
    private static let mostBytes = 512 << 10
    private static let mostFiles = 64

    init(store: Store) { self.store = store }

    /// The file as it stood before an edit; `nil` where that is not known.
    mutating func text(before edit: EditSource) throws -> String? {
        let chain = try store.editsBefore(edit, atMost: Self.mostEdits)
        guard let last = chain.last else { return nil }
        let key = Key(path: edit.origin.path, repository: edit.origin.repository)
        if let known = known[key], known.edit == last { return known.text }
        var text: String?
        var rest = chain[...]
        if let known = known[key], let place = chain.lastIndex(of: known.edit) {
            text = known.text
            rest = chain[(place + 1)...]
        }
        for id in rest {
            guard let next = try store.edits([id]).first else { continue }
            text = Self.text(text, after: next)
            guard let text, text.utf8.count <= Self.mostBytes else { return nil }
        }
        guard let text else { return nil }
        if known.count >= Self.mostFiles { known.removeAll() }
        known[key] = (last, text)
        return text
    }

    /// - Returns: `nil` where the edit's place in the file is not known.
    static func text(_ text: String?, after edit: EditSource) -> String? {
        guard let after = edit.after else { return nil }
        if edit.isCreation { return after }
        guard let text, let before = edit.before, !before.isEmpty else { return nil }
        if before == text { return after }
        guard let place = text.onlyPlace(of: before) else { return nil }
        return text.replacingBytes(place..<place + before.utf8.count, with: after)
    }
}
