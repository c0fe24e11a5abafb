import Provenance
import Store

/// A name for any record: `turn:4f2a91`, or the beginning of its id alone.
struct Link {
    var kind: RecordKind?
    var beginning: String

    init(_ text: String) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let kind = RecordKind(rawValue: String(parts[0])) else {
                throw CommandError(
                    "'\(parts[0])' is no kind of record: a link begins with turn, generation, edit, session, finding or alert."
                )
            }
            self.kind = kind
        }
        beginning = (parts.last ?? "").lowercased()
        guard !beginning.isEmpty, beginning.allSatisfy({ $0.isHexDigit }) else {
            throw CommandError("'\(text)' is no link: it names a record as turn:4f2a91, or by the beginning of its id.")
        }
    }

    /// The one record it names.
    func resolve(in store: Store) throws -> (kind: RecordKind, id: Int64) {
        let target = try kind.map { try store.find($0, beginning) } ?? store.find(anywhere: beginning)
        switch target {
        case .one(let kind, let id, _): return (kind, id)
        case .none:
            throw CommandError(
                "The store holds no \(kind?.rawValue ?? "record") '\(beginning)': 'colophon list turns' shows what it holds."
            )
        case .several(let names):
            throw CommandError(
                "'\(beginning)' could be \(names.joined(separator: ", ")): give more of it.")
        }
    }
}
