import Provenance
import Store
import Text

/// Finds the records that a line refers to: by the id their maker gave them, or by their uid.
struct References {
    let store: Store
    /// What the lines that still wait to be written make.
    private var waiting: [Key: Reference] = [:]

    private struct Key: Hashable {
        var kind: RecordKind
        var uid: UID
    }

    init(store: Store) {
        self.store = store
    }

    mutating func remember(_ kind: RecordKind, _ uid: UID, session: UID? = nil) {
        waiting[Key(kind: kind, uid: uid)] = Reference(uid: uid, session: session)
    }

    /// What waited is in the store.
    mutating func forget() {
        waiting.removeAll()
    }

    func find(_ kind: RecordKind, _ name: String) throws -> Reference? {
        // A turn has the uid of the prompt that opened it.
        let made: RecordKind = kind == .turn ? .prompt : kind
        let candidates = [UID(of: made, makerID: name), UID(text: name)]
        for uid in candidates {
            if let reference = waiting[Key(kind: made, uid: uid)] { return reference }
        }
        return try store.reference(to: kind, anyOf: candidates)
    }
}
