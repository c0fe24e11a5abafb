import Store

/// The edits that a walk has met on its way and that have not come to the main line yet.
struct WaitingEdits {
    private let store: Store
    private let identity: String
    private var open: Set<Int64>
    /// Met by an earlier walk.
    private let met: Set<Int64>
    private var mark: (at: Int64, id: Int64)
    private var next: [(source: EditSource, isRefused: Bool)] = []
    private var isEmpty = false
    private var texts: [Int64: WrittenText] = [:]
    private var size = 0

    /// What has not come for so long will not come.
    private static let patience: Int64 = 180 * 86_400_000
    private static let mostBytes = 48 << 20
    private static let chunk = 100

    /// - Parameter since: when the last step of an earlier walk came.
    init(store: Store, repository: String, identity: String, since: Int64?) throws {
        self.store = store
        self.identity = identity
        mark = (since ?? .min, since == nil ? .min : 0)
        open = try since.map { try store.openEdits(of: repository, since: $0 - Self.patience) } ?? []
        met = try since.map { try store.metEdits(of: repository, since: $0) } ?? []
    }

    /// Those up to a moment that were not met yet, in the order of their times.
    mutating func upTo(_ moment: Int64) throws -> [WrittenText] {
        var found: [WrittenText] = []
        while true {
            if next.isEmpty, !isEmpty {
                next = try store.writtenEdits(in: identity, after: mark, limit: Self.chunk).reversed()
                isEmpty = next.isEmpty
            }
            guard let edit = next.last, edit.source.origin.at <= moment else { return found }
            next.removeLast()
            mark = (edit.source.origin.at, edit.source.origin.id)
            guard !met.contains(edit.source.origin.id) else { continue }
            let text = WrittenText(edit.source)
            found.append(text)
            if !edit.isRefused, !text.ownTokens.isEmpty {
                open.insert(text.origin.id)
                remember(text)
            }
        }
    }

    private mutating func remember(_ text: WrittenText) {
        size += text.size
        if size > Self.mostBytes {
            texts.removeAll()
            size = text.size
        }
        texts[text.origin.id] = text
    }

    func isOpen(_ edit: Int64) -> Bool { open.contains(edit) }

    mutating func close(_ edit: Int64) {
        open.remove(edit)
        if let text = texts.removeValue(forKey: edit) { size -= text.size }
    }

    mutating func text(of edit: Int64) throws -> WrittenText? {
        if let text = texts[edit] { return text }
        guard let source = try store.edits([edit]).first else { return nil }
        let text = WrittenText(source)
        remember(text)
        return text
    }
}
