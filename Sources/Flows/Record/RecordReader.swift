import Provenance
import Redaction
import Store
import Text

/// Makes an entry for the store of one recorded line.
struct RecordReader {
    /// What a line can be.
    enum Kind: String, CaseIterable {
        case generation, edit, finding, decision, rule, alert, link
    }

    var references: References
    /// The time of records that do not say theirs.
    var now: Int64 = 0
    private let redactor: Redactor
    private var preparation: Preparation

    init(store: Store, redactor: Redactor) {
        self.redactor = redactor
        references = References(store: store)
        preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
    }

    /// - Throws: `BadLine`, or what the store throws when it is asked for a record.
    mutating func read(_ line: JSONValue) throws -> Entry {
        guard line.kind == .object else { throw BadLine("it is no JSON object.") }
        let members = Members(line, redactor: redactor)
        let sightings =
            switch try members.requiredChoice("type", of: Kind.self) {
            case .generation: try generation(members)
            case .edit: try edit(members)
            case .finding: try finding(members)
            case .decision: try decision(members)
            case .rule: try rule(members)
            case .alert: try alert(members)
            case .link: try link(members)
            }
        let batch = preparation.batch(of: sightings)
        return Entry(
            sightings: batch.sightings, repositories: batch.repositories, isUndated: try members.time("at") == nil)
    }

    /// The record that a member names, which must be there.
    mutating func reference(_ name: StaticString, to kind: RecordKind, _ members: Members) throws -> Reference? {
        guard let id = try members.raw(name) else { return nil }
        guard let reference = try references.find(kind, id) else {
            throw members.wrong(name, "names no \(kind.rawValue) that was recorded", members.value(name))
        }
        if let session = reference.session, !reference.folders.isEmpty {
            preparation.know(session, folders: reference.folders)
        }
        return reference
    }
}
