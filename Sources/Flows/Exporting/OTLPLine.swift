import Ingest
import Provenance
import Text

/// Spans of one session until they are enough for a line.
struct OTLPLine {
    let session: Session
    /// What the store's records were made up from, where they were.
    let origin: String?
    private(set) var count = 0
    private var spans: [OTLPSpan] = []
    private var weight = 0

    private static let bytes = 1 << 20

    init(session: Session, madeUpFrom origin: String?) {
        self.session = session
        self.origin = origin
    }

    mutating func add(_ span: OTLPSpan, to write: ([UInt8]) throws -> Void) throws {
        spans.append(span)
        weight += span.weight
        if weight >= Self.bytes { try end(evenIfEmpty: false, to: write) }
    }

    mutating func end(evenIfEmpty: Bool, to write: ([UInt8]) throws -> Void) throws {
        guard !spans.isEmpty || count == 0 && evenIfEmpty else { return }
        try write(bytes)
        count += 1
        spans = []
        weight = 0
    }

    private var bytes: [UInt8] {
        var resource = OTLPSpan.Attributes()
        resource.set("service.name", session.agent)
        resource.set("service.version", session.agentVersion)
        resource.set(ColophonName.directory, session.directory)
        resource.set(ColophonName.remote, session.remote)
        resource.set(ColophonName.branch, session.branch)
        resource.set(ColophonName.commit, session.commit)
        resource.set(ColophonName.madeUp, origin)
        resource.set(ColophonName.session, session.uid.text)
        resource.set(ColophonName.sessionMakerID, session.makerID)
        resource.set(ColophonName.sessionParent, session.parent?.text)
        resource.set(ColophonName.sessionTitle, session.title)
        resource.set(ColophonName.sessionStart, session.startedAt)
        var writer = JSONWriter()
        writer.object { json in
            json.array("resourceSpans") { array in
                array.object { json in
                    json.object("resource") { resource.write(to: &$0) }
                    json.array("scopeSpans") { array in
                        array.object { json in
                            json.object("scope") { $0.set("name", "colophon") }
                            json.array("spans") { array in
                                for span in spans { array.object { span.write(to: &$0) } }
                            }
                        }
                    }
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}
