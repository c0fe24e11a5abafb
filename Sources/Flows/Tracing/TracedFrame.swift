import Git
import Store
package import Trace

/// A frame of a failure, at the line of the repository that it means.
package struct TracedFrame: Sendable {
    /// Which exception of the failure, from 0: the root cause first.
    package var exception: Int
    /// How far from the place that failed, from 0.
    package var depth: Int
    package var frame: Frame
    /// The file in the repository; `nil` for what is not of it.
    package var path: String?
    /// Where several files fit alike: some of them.
    package var candidates: [String] = []
    /// The line at the revision, from 1; it may be another than the frame's.
    package var line: Int?
    /// The line's text at the revision.
    package var text: String?
    /// The trace quotes another text than stands on its line at the revision.
    package var isMoved = false
    package var answer: LineAnswer?

    package init(exception: Int, depth: Int, frame: Frame) {
        self.exception = exception
        self.depth = depth
        self.frame = frame
    }

    /// Code of the repository, rather than of a library.
    package var isOwn: Bool { path != nil || !candidates.isEmpty }

    /// Who wrote the line, as far as that is known: a model, else an agent, else a person.
    package var writer: (name: String, at: Int64?)? {
        guard let answer else { return nil }
        if let edit = answer.content?.edit { return (edit.model ?? edit.agent, edit.at) }
        if let session = answer.session { return (session.model ?? session.agent, nil) }
        return answer.history.map { ($0.commit.author, $0.commit.authoredAt) }
    }
}
