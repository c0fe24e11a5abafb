import Provenance
import Text

/// What a record without an id says, as the one thing that tells it from others: recorded again, it is the same record.
struct ContentID {
    private var content = ""

    init(_ parts: String?...) {
        for part in parts { add(part) }
    }

    /// Each part with its length, so that no two lists of parts read alike.
    mutating func add(_ part: String?) {
        if let part {
            content += "\(part.utf8.count):\(part)"
        } else {
            content += "-"
        }
    }

    func uid(of kind: RecordKind) -> UID {
        UID(of: kind, makerID: "content/" + content)
    }
}
