import Audit
import Provenance
import Store
import Text

/// Looks once through each piece of context for instructions that are hidden in it.
struct HiddenFindings {
    private let pieces: [ContextThread.Piece]
    private var looked: Set<Int64> = []

    init(_ thread: ContextThread) {
        pieces = thread.pieces
        // What has a verdict was looked at with it.
        looked = Set(pieces.filter { $0.trust != nil }.map(\.id))
    }

    mutating func look(in range: ClosedRange<Int>, for generation: Int64, _ store: Store) throws -> [SegmentFinding] {
        var findings: [SegmentFinding] = []
        for piece in pieces where range.contains(piece.number) && looked.insert(piece.id).inserted {
            // A person may say what they like; the agent's own text is its maker's.
            let reader = HiddenInstructions(isDirect: piece.origin == .user || piece.origin == .system)
            for hit in reader.hits(in: try store.text(ofBody: piece.body)).prefix(8) {
                let line = piece.path == nil ? nil : (piece.firstLine ?? 1) + hit.line - 1
                findings.append(
                    SegmentFinding(
                        uid: UID(of: .finding, makerID: "colophon/\(hit.rule.id)/\(piece.uid)/\(hit.offset)"),
                        segment: piece.id, generation: generation, line: line, rule: hit.rule, message: hit.message,
                        at: piece.at))
            }
        }
        return findings
    }
}
