import Flows
import Store

/// Says what would be forgotten, asks where somebody can answer, and does it.
struct ForgetDialogue {
    let forgetting: Forgetting
    let isAgreed: Bool
    /// What to say where there is nothing.
    let otherwise: String

    func run() throws {
        let plan = try forgetting.plan()
        if plan.isEmpty {
            // What an earlier run was stopped at is done all the same.
            try forgetting.run()
            let kept = plan.linkedTurns > 0 ? " \(Self.kept(plan.linkedTurns))" : ""
            Console.write(otherwise + kept + "\n")
            return
        }
        if !isAgreed {
            guard Console.canAsk else {
                throw CommandError(
                    "This would forget \(Self.list(plan)) for good: add --yes if that is meant.\(Self.others(plan))")
            }
            Console.note("This forgets \(Self.list(plan)) for good.\(Self.others(plan))")
            guard Console.ask("Forget?") else {
                Console.note("Nothing was forgotten.")
                return
            }
        }
        let done = try forgetting.run()
        Console.write("forgot \(Self.list(done))\n")
        let others = Self.others(done)
        if !others.isEmpty { Console.note(String(others.dropFirst())) }
    }

    /// `1 turn, 3 generations, 12 segments`
    private static func list(_ plan: ForgetPlan) -> String {
        plan.words
    }

    private static func others(_ plan: ForgetPlan) -> String {
        var words = ""
        if plan.holderCount > 0 {
            let more = plan.holderCount - plan.holders.count
            let names = plan.holders.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
            words += " Some of the texts stay, for other records hold the same: \(names). "
            words += "'colophon forget … --everywhere' takes these as well."
        }
        if plan.linkedTurns > 0 { words += " " + kept(plan.linkedTurns) }
        return words
    }

    private static func kept(_ turns: Int) -> String {
        "\(IngestReport.count(turns, "turn")) of that age stay\(turns == 1 ? "s" : ""), held by links: --linked takes "
            + "\(turns == 1 ? "it" : "them") too."
    }
}
