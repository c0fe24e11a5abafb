import Provenance
import Text

/// Names of records that belong to another one.
enum UIDs {
    /// There is at most one of a kind for each edit.
    static func derived(_ kind: RecordKind, from edit: Edit) -> UID {
        UID(of: kind, makerID: "demo/\(edit.uid)")
    }
}
