/// One way to write a comment.
struct CommentForm: Sendable {
    let open: Mark
    /// nil where the line end closes it.
    let close: Mark?
    /// Openings inside of it want closings of their own.
    let nests: Bool
    /// Only where nothing stands before it on the line (`#!`).
    let isFirstOnLine: Bool

    static func line(_ open: Mark, isFirstOnLine: Bool = false) -> CommentForm {
        CommentForm(open: open, close: nil, nests: false, isFirstOnLine: isFirstOnLine)
    }

    static func block(_ open: Mark, _ close: Mark, nests: Bool = false) -> CommentForm {
        CommentForm(open: open, close: close, nests: nests, isFirstOnLine: false)
    }
}
