import Store

/// One session in numbers: how many turns, answers and edits, and how long each took. Its texts come later.
struct SessionShape {
    struct Turn {
        /// Milliseconds that went by before it was asked.
        var wait: Int64
        var answers: [Answer] = []
        /// How many files its edits write.
        var files = 0
    }

    struct Answer {
        /// Milliseconds between what came before and its begin.
        var pause: Int64
        var duration: Int64
        /// Which of the turn's sub-agents gave it.
        var thread: Int?
        var edits = 0
    }

    private(set) var turns: [Turn] = []
    private(set) var generations = 0

    /// - Parameter limit: no more generations than this.
    init(_ index: Int, plan: DemoPlan, limit: Int) {
        var dice = Dice(seed: plan.seed, part: index, purpose: 2)
        for place in 0..<Measured.table(.turnsOfSession).draw(&dice) where generations < limit || place == 0 {
            var turn = Self.turn(&dice, limit: limit - generations)
            if place == 0 { turn.wait = 0 }
            generations += turn.answers.count
            turns.append(turn)
        }
    }

    /// Milliseconds from the first prompt to the last answer's end.
    var duration: Int64 {
        turns.reduce(0) { $0 + $1.wait + $1.answers.reduce(0) { $0 + $1.pause + $1.duration } }
    }

    private static func turn(_ dice: inout Dice, limit: Int) -> Turn {
        let size = dice.unit()
        var turn = Turn(wait: Int64(Measured.table(.wait).draw(&dice)))
        turn.answers = (0..<min(limit, Measured.table(.generationsOfTurn).value(at: size))).map { _ in
            Answer(
                pause: Int64(Measured.table(.pause).draw(&dice)),
                duration: Int64(Measured.table(.answerTime).draw(&dice)))
        }
        guard !turn.answers.isEmpty else { return turn }
        delegate(&turn, &dice)
        // Long turns write more; the ranks of all turns are spread evenly all the same, so that both tables hold.
        let writing = dice.chance(0.8) ? size : dice.unit()
        let idle = 1 - Measured.share(.turnsThatWrote)
        guard writing >= idle else { return turn }
        let edits = max(1, Measured.table(.editsOfTurn).value(at: writing))
        turn.files = min(edits, Measured.table(.filesOfTurn).value(at: (writing - idle) / (1 - idle)))
        let writers = turn.answers.indices.filter { turn.answers[$0].thread == nil }
        for _ in 0..<edits { turn.answers[dice.pick(writers)].edits += 1 }
        return turn
    }

    /// Some of the longer turns hand work to sub-agents, whose answers lie in a row.
    private static func delegate(_ turn: inout Turn, _ dice: inout Dice) {
        guard turn.answers.count >= 12, dice.chance(0.24) else { return }
        var place = 1 + dice.below(3)
        var thread = 0
        repeat {
            let end = min(turn.answers.count - 1, place + Measured.table(.generationsOfThread).draw(&dice))
            for index in place..<max(place, end) { turn.answers[index].thread = thread }
            place = end
            thread += 1
        } while place < turn.answers.count - 12 && dice.chance(0.5)
    }
}
