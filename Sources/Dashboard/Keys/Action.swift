/// What a person can ask for by key; each screen names those that it obeys.
package enum Action: CaseIterable, Hashable, Sendable {
    case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
    case open, unfold, fold, close, out, back, forward, nextEdit, previousEdit, nextFinding, previousFinding
    case filter, clearFilter, widen, subject, follow, session, prompt, diff, pane
    case sort, reverseSort, mark, nextMark, export, zoom, grow, shrink
    case overview, generations, findings, provenance, pipeline, alerts
    case exportCSV, exportJSON, exportMarkdown
    case copy, editor
    case find, nextMatch, previousMatch, clearFind, wrap, scrollLeft, scrollRight
    case select, unselect, copyLines, copySelection, compare, pager, nextChange, previousChange
    case copyCode, copyPrompt, copyLink, copyPath, copyResume
    case nextTurn, previousTurn, unfoldAll, foldAll
    case trace, traceTyped, openPrompt, story, reach, nextFailure, previousFailure, copyStory
    case toCauses, toEffects, reroot, pin, nextPin, tree, ownScreen, crumbs, crumbBefore, crumbAfter, goThere
    case colour, leaveMode, tokenBefore, tokenAfter, goToOrigin
    case window, define
    case leave, quit, help, mouse, repaint
    case palette, run, dismiss, next, previous, complete, completeBack, earlier, later, yes, no
    case apply, cancel, left, right, toStart, toEnd, erase, eraseNext, eraseWord, eraseAll

    /// Obeyed on every screen, by the dashboard itself.
    static let everywhere: [Action] =
        [.back, .forward, .palette, .trace, .leave, .help] + screens + [.mouse, .repaint, .quit]

    /// The screens that have a number.
    static let screens: [Action] = [.overview, .generations, .findings, .provenance, .pipeline, .alerts]

    /// What may follow on `y`.
    static let copies: [Action] = [.copyCode, .copyPrompt, .copyLink, .copyPath, .copyResume]

    /// What may follow on `x`.
    static let exports: [Action] = [.exportCSV, .exportJSON, .exportMarkdown]

    /// Moving about in what is longer than the screen.
    static let scrolling: [Action] = [
        .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last,
    ]
}
