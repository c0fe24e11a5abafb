package import Provenance

/// A frame of an alert as the store keeps it, with who wrote its line.
package struct AlertFrame: Equatable, Sendable {
    /// Which exception of the alert, from 0: the root cause first.
    package var exception: Int
    /// How far from the place that failed, from 0.
    package var depth: Int
    package var type: String?
    package var message: String?
    /// As the trace writes it.
    package var file: String
    package var line: Int?
    package var function: String?
    package var source: String?
    /// The repository has the file.
    package var isOwn: Bool
    package var resolution: FrameResolution?

    package init(exception: Int, depth: Int, file: String, line: Int? = nil, isOwn: Bool = false) {
        self.exception = exception
        self.depth = depth
        self.file = file
        self.line = line
        self.isOwn = isOwn
    }
}

/// Who wrote the line of a frame.
package struct FrameResolution: Equatable, Sendable {
    package var certainty: Certainty
    /// The commit at which the line was read.
    package var revision: String?
    /// In the repository.
    package var path: String?
    package var line: Int?
    /// The rows' ids.
    package var edit: Int64?
    package var turn: Int64?
    /// The uid.
    package var session: String?
    /// The commit that brought the line.
    package var commit: String?
    /// What it rests on, in a sentence.
    package var evidence = ""
    /// The newest edit that was there when it was answered: a later one may know better.
    package var horizon: Int64 = 0
    package var at: Int64 = 0
    package var model: String?
    /// What was asked, in a line.
    package var asked: String?

    package init(certainty: Certainty) { self.certainty = certainty }
}
