import Engines
import Flows
import Foundation
import Store
import Text

/// `generate --from`: generates what is stale, and nothing else.
struct PlanRun {
    let plan: GenerationPlan
    /// Of the plan, which its paths are relative to.
    let folder: String
    /// The same as the user names it; empty for the one that they stand in.
    private let shownFolder: String
    private var state: PlanState

    init(_ path: String) throws {
        let full = URL(fileURLWithPath: path).standardizedFileURL
        folder = full.deletingLastPathComponent().path
        shownFolder = (path as NSString).deletingLastPathComponent
        plan = try GenerationPlan(full.lastPathComponent, in: folder)
        state = try PlanState(of: plan.path, in: folder)
    }

    func writeDepfile(_ path: String) throws {
        do {
            try Data(PlanState.depfile(plan, in: folder, as: shownFolder).utf8).write(
                to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandError("'\(path)' cannot be written: see its folder.")
        }
    }

    /// Says what is not as it should be; asks no engine.
    ///
    /// - Returns: whether all is.
    func check() throws -> Bool {
        var isFresh = true
        for step in plan.steps {
            switch try state.standing(of: step) {
            case .fresh: continue
            case .stale(let reason): Console.write(Visible.text("stale    \(step.output): \(reason)") + "\n")
            case .changed:
                Console.write(Visible.text("changed  \(step.output): it was changed since it was generated") + "\n")
            }
            isFresh = false
        }
        if isFresh { Console.write("\(IngestReport.count(plan.steps.count, "file")) up to date\n") }
        return isFresh
    }

    /// What would be generated now, in its order.
    func due(force: Bool) throws -> [GenerationPlan.Step] {
        try plan.steps.filter { step in
            switch try state.standing(of: step) {
            case .fresh: false
            case .stale: true
            case .changed: force
            }
        }
    }

    /// - Parameter generate: one step, as if it stood on the command line; throws where nothing is written, and says whether
    ///   what was written is good.
    /// - Returns: whether all is as it should be now.
    mutating func run(force: Bool, _ generate: (GenerationPlan.Step, _ isOwn: Bool) throws -> Bool) throws -> Bool {
        var isWhole = true
        var done = 0
        for step in plan.steps {
            let standing = try state.standing(of: step)
            if standing == .fresh { continue }
            if standing == .changed, !force {
                Console.note(
                    Visible.text("'\(step.output)' was changed since it was generated: --force writes over it."))
                isWhole = false
                continue
            }
            do {
                let isGood = try generate(step, standing != .changed && state.knows(step))
                try state.note(step, isGood: isGood)
                if isGood { done += 1 } else { isWhole = false }
            } catch let error as any Sentence {
                Console.note(Visible.text("\(step.output): \(error.description)"))
                isWhole = false
            }
        }
        Console.note("generated \(IngestReport.count(done, "file")) of \(plan.steps.count)")
        return isWhole
    }
}
