import GRDB
import Provenance

/// Why the store does not take an entry, as the end of a sentence about it.
package struct Refusal: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    static func missing(_ kind: RecordKind) -> Refusal {
        Refusal("the \(kind.rawValue) that it names was not recorded")
    }

    static let forgotten = Refusal("it was forgotten here, and stays so")

    /// What the schema objects to; other failures of SQLite's are no fault of the entry.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
                self.init("the store refuses it (\(error.message ?? "\(error.resultCode)"))")
            default: return nil
            }
        default: return nil
        }
    }
}
