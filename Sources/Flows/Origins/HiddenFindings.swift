import Audit
import Provenance
import Store
import Text

/// Looks through each piece of context for instructions that are hidden in it: once, and again when the rules are others.
struct HiddenFindings {
    private let pieces: [ContextThread.Piece]
    private var looked: Set<Int64> = []
    private var look = HiddenFindings.newLook

    init(_ thread: ContextThread) {
        pieces = thread.pieces
        looked = Set(pieces.filter { $0.looked == HiddenInstructions.rules }.map(\.id))
    }

    private init() { pieces = [] }

    private static var newLook: ContextLook {
        ContextLook(auditor: "colophon-context", rules: HiddenInstructions.rules)
    }

    /// Looks through what an answer saw.
    mutating func look(in range: ClosedRange<Int>, for generation: Int64, _ store: Store) throws {
        for piece in pieces where range.contains(piece.number) && looked.insert(piece.id).inserted {
            try look(through: piece, for: generation, store)
        }
    }

    /// What was looked through since this was asked last.
    mutating func takeLook() -> ContextLook {
        defer { look = Self.newLook }
        return look
    }

    private mutating func look(through piece: ContextThread.Piece, for generation: Int64, _ store: Store) throws {
        look.segments.append(piece.id)
        // A person may say what they like; the agent's own text is its maker's.
        let reader = HiddenInstructions(isDirect: piece.origin == .user || piece.origin == .system)
        for hit in reader.hits(in: try store.text(ofBody: piece.body)).prefix(8) {
            let line = piece.path == nil ? nil : (piece.firstLine ?? 1) + hit.line - 1
            look.findings.append(
                SegmentFinding(
                    uid: UID(of: .finding, makerID: "colophon/\(hit.rule.id)/\(piece.uid)/\(hit.offset)"),
                    segment: piece.id, generation: generation, line: line, rule: hit.rule, message: hit.message,
                    at: piece.at))
        }
    }

    // MARK: - Again

    /// So many pieces are looked through between two transactions.
    private static let mostPieces = 64

    /// Looks again through what other rules looked through, the newest first.
    ///
    /// - Parameter isStopped: asked between transactions; what is left waits for the next time.
    static func lookAgain(in store: Store, until isStopped: () -> Bool) throws {
        while !isStopped() {
            let waiting = try store.piecesLookedAt(byOthersThan: HiddenInstructions.rules, limit: mostPieces)
            if waiting.isEmpty { return }
            var findings = HiddenFindings()
            for (piece, generation) in waiting {
                if let generation {
                    try findings.look(through: piece, for: generation, store)
                } else {
                    // No answer is known any more that saw it.
                    findings.look.segments.append(piece.id)
                }
            }
            try store.keep(findings.takeLook())
        }
    }
}
