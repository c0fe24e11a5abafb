/// One way to write a comment.
struct CommentForm: Sendable {
    let open: Mark
    /// nil where the line end closes it.
    let close: Mark?
    /// Openings inside of it want closings of their own.
    var nests = false
    /// Only where nothing stands before it on the line (`#!`).
    var isFirstOnLine = false
    /// Only at the begin of a word: `a#b` and `${#a}` hold none (shell, YAML).
    var standsApart = false
    /// Opening and closing begin a line, and the closing takes the whole of it (Ruby's `=begin` and `=end`).
    var isWholeLines = false
    /// Nothing closes it: what stands behind it is no code any more (Ruby's `__END__`).
    var isEndless = false
    /// Ends a comment before its line does (`?>`).
    var until: Mark?
    /// What makes none of it, where it follows (`#[` in PHP).
    var except: UInt8 = 0

    static func line(_ open: Mark) -> CommentForm { CommentForm(open: open, close: nil) }

    static func block(_ open: Mark, _ close: Mark) -> CommentForm { CommentForm(open: open, close: close) }

    /// The form, changed.
    func with(_ change: (inout CommentForm) -> Void) -> CommentForm {
        var form = self
        change(&form)
        return form
    }
}
