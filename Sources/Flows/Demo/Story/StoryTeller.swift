import Git
import Provenance
import Store
import Text

/// Plays the story: first for git, which gives the commits their ids, then for the store, which names them.
struct StoryTeller {
    let plan: DemoPlan

    /// How many generations the story has.
    static let generations = Story.events.reduce(0) { count, event in
        if case .turn(let turn) = event { count + turn.answers.count } else { count }
    }

    /// The commits of the repository, in their order.
    var commits: [NewRepository.Commit] {
        var tree = WorkTree()
        return Story.events.compactMap { event in
            switch event {
            case .turn(let turn):
                for edit in turn.answers.flatMap(\.edits) where edit.isWritten { tree.apply(edit.change) }
                return nil
            case .commit(let commit):
                for change in commit.changes { tree.apply(change) }
                return NewRepository.Commit(
                    author: commit.author.name, mail: commit.author.mail,
                    at: commit.at.milliseconds(before: plan.now) / 1000, message: commit.message, files: tree.files,
                    tag: commit.tag)
            }
        }
    }

    /// The files that are deployed when the alarm goes off.
    var release: WorkTree {
        var tree = WorkTree()
        for (path, text) in commits.first(where: { $0.tag != nil })?.files ?? [:] { tree.apply(.write(path, text)) }
        return tree
    }

    /// Everything that the store holds of it.
    ///
    /// - Parameters:
    ///   - place: where the repository lies.
    ///   - ids: those of its commits; none where there is no repository.
    func batch(in place: RepositoryPlace, commits ids: [String]) -> Batch {
        var scribe = Scribe(place: place, plan: plan)
        var head: String?
        var release: String?
        var rest = ids[...]
        for event in Story.events {
            switch event {
            case .commit(let commit):
                for change in commit.changes { scribe.tree.apply(change) }
                head = rest.popFirst()
                if commit.tag != nil { release = head }
            case .turn(let turn): scribe.write(turn, commit: head)
            }
        }
        scribe.sightings.append(.alert(alert(release)))
        var batch = Batch()
        batch.sightings = scribe.sightings
        batch.repositories = scribe.places
        return batch
    }

    private func alert(_ release: String?) -> Alert {
        let trace = Traceback(release: self.release, at: Story.failure.milliseconds(before: plan.now))
        var alert = Alert(
            uid: UID(of: .alert, makerID: "\(plan.storyID)/refund-500"), title: "refund-500: \(trace.error)",
            at: Story.failure.milliseconds(before: plan.now))
        alert.text = SessionMaker.body(trace.text)
        alert.service = "shop"
        alert.revision = release
        alert.severity = .high
        return alert
    }
}

extension Story.Edit {
    /// Whether it stands in the file afterwards.
    var isWritten: Bool { status == .applied || status == .changed }
}

extension DemoPlan {
    /// How the names of the story's records begin.
    var storyID: String { "demo/story/\(seed)/\(now)" }
}
