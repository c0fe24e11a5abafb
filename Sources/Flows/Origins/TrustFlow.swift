import Provenance
import Store

/// How trust flows through a thread: from its pieces to its answers, by `TrustRule`.
struct TrustFlow {
    private let pieces: [ContextThread.Piece]
    private var verdicts: [(trust: Trust, hops: Int)] = []
    private var new: [SegmentTrust] = []

    init(_ thread: ContextThread) {
        pieces = thread.pieces
        var worst: (trust: Trust, hops: Int) = (.trusted, 0)
        for piece in pieces {
            let verdict = TrustRule.verdict(
                origin: piece.origin, tool: piece.tool, path: piece.path, source: piece.source,
                directory: thread.directory, summed: worst.trust)
            let hops = piece.origin == .summary ? worst.hops + 1 : 0
            verdicts.append((verdict.trust, hops))
            if piece.trust != verdict.trust || piece.hops != hops {
                new.append(
                    SegmentTrust(segment: piece.id, trust: verdict.trust, hops: hops, reason: verdict.reason))
            }
            if verdict.trust > worst.trust || verdict.trust == worst.trust && hops < worst.hops {
                worst = (verdict.trust, hops)
            }
        }
    }

    /// What was not in the store yet; handed out once.
    mutating func takeNew() -> [SegmentTrust] {
        defer { new = [] }
        return new
    }

    /// An answer is as trusted as the least trusted piece it saw; of several the nearest, then the latest.
    func judge(_ range: ClosedRange<Int>, of origins: inout AnswerOrigins) {
        var least: Int?
        for place in pieces.indices.reversed() where range.contains(pieces[place].number) {
            guard let known = least else {
                least = place
                continue
            }
            let (new, old) = (verdicts[place], verdicts[known])
            if new.trust > old.trust || new.trust == old.trust && new.hops < old.hops { least = place }
        }
        guard let least else { return }
        origins.trust = verdicts[least].trust
        origins.segment = pieces[least].id
        origins.hops = verdicts[least].hops + 1
    }
}
