import Git
import Store

/// The lines that one step brings to the main line and takes from it, gathered by whose they are.
struct LineTurnover {
    let step: MainLineStep
    let facts: (origin: LandedLines.Origin, isFix: Bool, isBot: Bool)
    /// The sessions whose lines it brings.
    let writers: Set<String>

    private var owners: [Int64?: Int] = [:]
    private var landings: [LandedLines] = []
    private var first: Int?
    private var ends: [End: Int] = [:]

    private struct End: Hashable {
        var owner: Int64
        var sessions: Set<String>
    }

    init(
        step: MainLineStep, facts: (origin: LandedLines.Origin, isFix: Bool, isBot: Bool), writers: Set<String>
    ) {
        self.step = step
        self.facts = facts
        self.writers = writers
    }

    /// The owner of one more line of an edit, or of none.
    ///
    /// - Parameter place: how many landings the batch has already.
    mutating func owner(of origin: EditOrigin?, _ place: Int) -> Int64 {
        if first == nil { first = place }
        let index =
            owners[origin?.id]
            ?? {
                let index = landings.count
                // What programs write by themselves is nobody's code.
                let rest: LandedLines.Origin = facts.isBot ? .mixed : facts.origin
                landings.append(
                    LandedLines(
                        hash: step.hash, edit: origin?.id, origin: origin == nil ? rest : .record,
                        at: step.committedAt, lines: 0))
                owners[origin?.id] = index
                return index
            }()
        landings[index].lines += 1
        return -Int64((first ?? 0) + index) - 1
    }

    /// Lines of a landing that went.
    mutating func end(_ run: LineRuns.Run, replacedBy sessions: Set<String>, _ isPlainRemoval: Bool) {
        ends[End(owner: run.owner, sessions: isPlainRemoval ? writers : sessions), default: 0] += run.count
    }

    func finish(into batch: inout LineBatch) {
        batch.landings += landings
        for (end, lines) in ends {
            batch.ends.append(
                LineEnd(
                    landing: end.owner, hash: step.hash, at: step.committedAt, lines: lines, sessions: end.sessions,
                    isMarked: facts.origin == .mark, isFix: facts.isFix))
        }
    }
}
