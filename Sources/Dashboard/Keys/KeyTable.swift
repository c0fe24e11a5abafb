package import Terminal

/// The keys of an action, and what they are said to do.
package struct KeyBinding: Equatable, Sendable {
    package let action: Action
    package private(set) var keys: [Key]
    /// A word or two for the hint bar; `nil` where there is no room for what everybody tries anyway.
    package let hint: String?
    /// For the help page.
    package let help: String

    init(_ action: Action, _ keys: Key..., hint: String? = nil, help: String) {
        self.action = action
        self.keys = keys
        self.hint = hint
        self.help = help
    }

    func with(_ keys: [Key]) -> KeyBinding {
        var binding = self
        binding.keys = keys
        return binding
    }

    /// The key to name where one has to do.
    package var name: String { keys.first.map(\.name) ?? "" }
}

/// The one table of keys: dispatch, hint bar and help page all read it.
///
/// Several actions may share a key where no screen obeys two of them.
package enum KeyTable {
    /// What is in force while the body runs: every look at the table sees the user's keys.
    @TaskLocal static var map = KeyMap.standard

    package static var bindings: [KeyBinding] { map.bindings }

    package static let standard: [KeyBinding] = [
        KeyBinding(.open, .enter, hint: "open", help: "open the turn, or the edit, in full"),
        KeyBinding(.unfold, .character("l"), .right, hint: "edits", help: "show the edits of a turn under it"),
        KeyBinding(.fold, .character("h"), .left, help: "hide them; from an edit back to its turn"),
        KeyBinding(.filter, .character("/"), hint: "filter", help: "filter: model:opus* file:~auth age:<2d words"),
        KeyBinding(.clearFilter, .escape, help: "clear the filter"),
        KeyBinding(
            .subject, .character("v"), hint: "view", help: "turns with code, all turns, every generation"),
        KeyBinding(.follow, .character("F"), hint: "follow", help: "stay on the newest row as rows arrive"),
        KeyBinding(.sort, .character("o"), hint: "sort", help: "order by the next column"),
        KeyBinding(.reverseSort, .character("O"), help: "the other way round"),
        KeyBinding(
            .mark, .character(" "), hint: "mark", help: "mark the row: copying and exporting take what is marked"),
        KeyBinding(.nextMark, .character("'"), help: "to the next marked row"),
        KeyBinding(
            .export, .character("x"), hint: "export", help: "write what is filtered to a file: then c CSV, j JSON"),
        KeyBinding(.zoom, .character("z"), hint: "zoom", help: "this pane alone, and back"),
        KeyBinding(.grow, .character(">"), help: "make this pane wider"),
        KeyBinding(.shrink, .character("<"), help: "make it narrower"),
        KeyBinding(.widen, .character("a"), hint: "all or here", help: "this repository, or all"),

        KeyBinding(.nextTurn, .character("}"), hint: "next turn", help: "next turn"),
        KeyBinding(.previousTurn, .character("{"), help: "previous turn"),
        KeyBinding(.unfoldAll, .character("E"), hint: "unfold all", help: "show what lies under every turn"),
        KeyBinding(.foldAll, .character("C"), hint: "fold all", help: "fold every turn"),

        KeyBinding(.nextEdit, .character("}"), hint: "next edit", help: "next edit"),
        KeyBinding(.previousEdit, .character("{"), help: "previous edit"),
        KeyBinding(
            .diff, .character("d"), hint: "diff or code", help: "the edit as a diff, side by side, or the code alone"),
        KeyBinding(.nextFinding, .character("]"), help: "next finding"),
        KeyBinding(.previousFinding, .character("["), help: "previous finding"),
        KeyBinding(.pane, .tab, hint: "pane", help: "to the next pane, or to the other side"),
        KeyBinding(.prompt, .character("p"), help: "to the prompt"),
        KeyBinding(.session, .character("s"), hint: "session", help: "its session: the whole conversation"),
        KeyBinding(.editor, .character("e"), hint: "editor", help: "open the editor where the code stands today"),
        KeyBinding(.copy, .character("y"), hint: "copy", help: "copy: then y code, p prompt, l link, f file, r resume"),
        KeyBinding(.find, .character("/"), hint: "search", help: "search in what is shown; capitals mind case"),
        KeyBinding(.nextMatch, .character("n"), hint: "next match", help: "next match"),
        KeyBinding(.previousMatch, .character("N"), help: "previous match"),
        KeyBinding(.clearFind, .escape, help: "clear the search"),
        KeyBinding(.wrap, .character("w"), help: "long lines go on below, or run out of the screen"),
        KeyBinding(.scrollLeft, .character("H"), help: "to the left, where long lines run out of the screen"),
        KeyBinding(.scrollRight, .character("L"), help: "to the right"),
        KeyBinding(.select, .character("v"), help: "choose lines, from here to where one goes"),
        KeyBinding(.unselect, .escape, help: "choose no lines"),
        KeyBinding(.copyLines, .character("Y"), help: "copy the line"),
        KeyBinding(.copySelection, .character("y"), .character("Y"), hint: "copy lines", help: "copy the lines chosen"),
        KeyBinding(
            .compare, .character("="), hint: "compare",
            help: "compare the two marked rows; in a turn: mark an edit, then compare another with it"),
        KeyBinding(.nextChange, .character("}"), hint: "next change", help: "next change"),
        KeyBinding(.previousChange, .character("{"), help: "previous change"),
        KeyBinding(
            .openPrompt, .enter, hint: "prompt", help: "the prompt that wrote the frame's line, or the session at least"
        ),
        KeyBinding(.story, .character("S"), hint: "story", help: "the story as Markdown, for the incident"),
        KeyBinding(
            .reach, .character("r"), hint: "radius", help: "what else the prompt wrote, what a revert takes out"),
        KeyBinding(.nextFailure, .character("}"), hint: "next failure", help: "next failure of what was pasted"),
        KeyBinding(.previousFailure, .character("{"), help: "previous failure"),
        KeyBinding(.copyStory, .character("y"), hint: "copy", help: "copy all of it"),
        KeyBinding(
            .colour, .character("m"), hint: "mode",
            help: "what the colours of code tell: its language, confidence, origin, fate, findings"),
        KeyBinding(.leaveMode, .escape, help: "the colours of the language again"),
        KeyBinding(.tokenBefore, .character("h"), .left, help: "to the token before"),
        KeyBinding(.tokenAfter, .character("l"), .right, hint: "token", help: "to the next token"),
        KeyBinding(
            .goToOrigin, .enter, hint: "origin",
            help: "to where the token was copied from; or to the finding of the line"),
        KeyBinding(
            .toCauses, .character("h"), .left, hint: "causes",
            help: "to what it came from: the first, or the one chosen"),
        KeyBinding(
            .toEffects, .character("l"), .right, hint: "effects",
            help: "to what came from it: the first, or the one chosen"
        ),
        KeyBinding(.reroot, .enter, hint: "root here", help: "begin the path here"),
        KeyBinding(.pin, .character("."), hint: "pin", help: "keep it in sight; again: no more"),
        KeyBinding(.nextPin, .character("'"), hint: "next pin", help: "to what is pinned, one after the other"),
        KeyBinding(.tree, .character("T"), hint: "tree", help: "what lies around it as an indented tree"),
        KeyBinding(
            .ownScreen, .character("i"), hint: "inspect",
            help: "its own screen: the turn, session, finding, alert or text"),
        KeyBinding(
            .crumbs, .tab, hint: "path",
            help: "to the path above: h l along it, j k another of the same place, Enter goes there"),
        KeyBinding(.crumbBefore, .character("h"), .left, hint: "before", help: "in the path: the step before"),
        KeyBinding(.crumbAfter, .character("l"), .right, hint: "after", help: "in the path: the step after"),
        KeyBinding(.goThere, .enter, hint: "go there", help: "in the path: go there"),
        KeyBinding(.pager, .character("P"), help: "hand all of it to the pager"),
        KeyBinding(.window, .character("w"), hint: "time", help: "another stretch of time, from an hour to a year"),
        KeyBinding(.define, .character("?"), hint: "definition", help: "what the figure means and how it is counted"),
        KeyBinding(.close, .escape, help: "close this"),
        KeyBinding(.out, .character("h"), .left, help: "back to where it was opened"),

        KeyBinding(.down, .character("j"), .down, help: "down"),
        KeyBinding(.up, .character("k"), .up, help: "up"),
        KeyBinding(.halfPageDown, .control("d"), help: "half a page down"),
        KeyBinding(.halfPageUp, .control("u"), help: "half a page up"),
        KeyBinding(.pageDown, .pageDown, .control("f"), help: "a page down"),
        KeyBinding(.pageUp, .pageUp, .control("b"), help: "a page up"),
        KeyBinding(.first, .character("g"), .home, help: "to the top"),
        KeyBinding(.last, .character("G"), .end, help: "to the end"),

        KeyBinding(.back, .character("b"), .backspace, hint: "back", help: "go back"),
        KeyBinding(.forward, .character("f"), help: "forward again, to what was left by going back"),
        KeyBinding(
            .trace, .character("t"), hint: "trace", help: "trace the alert, the one of this row, or one that is pasted"),
        KeyBinding(.leave, .character("q"), hint: "quit", help: "go back; quit where there is nothing to go back to"),
        KeyBinding(.help, .character("?"), .function(1), hint: "help", help: "these keys"),
        KeyBinding(
            .mouse, .character("M"), help: "release the mouse, so that the terminal selects text; take it again"),
        KeyBinding(.repaint, .control("l"), help: "paint the screen again"),
        KeyBinding(.quit, .character("Q"), help: "quit from anywhere"),

        KeyBinding(.overview, .character("0"), help: "the overview"),
        KeyBinding(.generations, .character("1"), help: "generations"),
        KeyBinding(.findings, .character("2"), help: "findings"),
        KeyBinding(.provenance, .character("3"), help: "where what is under the cursor came from, and what it became"),
        KeyBinding(.pipeline, .character("4"), help: "how the pipeline stands"),
        KeyBinding(.alerts, .character("5"), help: "alerts"),

        KeyBinding(.exportCSV, .character("c"), hint: "CSV", help: "as CSV"),
        KeyBinding(.exportJSON, .character("j"), hint: "JSON", help: "as JSON"),
        KeyBinding(.exportMarkdown, .character("m"), hint: "Markdown", help: "as a Markdown table"),

        KeyBinding(.copyCode, .character("y"), hint: "code", help: "the code of the edit, or of all edits of the turn"),
        KeyBinding(.copyPrompt, .character("p"), hint: "prompt", help: "the prompt"),
        KeyBinding(.copyLink, .character("l"), hint: "link", help: "a link that 'colophon show' takes"),
        KeyBinding(.copyPath, .character("f"), hint: "file", help: "the path of the file"),
        KeyBinding(
            .copyResume, .character("r"), hint: "resume",
            help: "the command that takes the session up again in its agent"),

        KeyBinding(.apply, .enter, hint: "apply", help: "apply the filter"),
        KeyBinding(.traceTyped, .enter, hint: "trace", help: "trace what is typed"),
        KeyBinding(.cancel, .escape, .control("g"), hint: "leave it as it was", help: "leave the filter as it was"),
        KeyBinding(.left, .left, .control("b"), help: "left"),
        KeyBinding(.right, .right, .control("f"), help: "right"),
        KeyBinding(.toStart, .home, .control("a"), help: "to the start"),
        KeyBinding(.toEnd, .end, .control("e"), help: "to the end"),
        KeyBinding(.erase, .backspace, help: "erase the character before"),
        KeyBinding(.eraseNext, .delete, .control("d"), help: "erase the character after"),
        KeyBinding(.eraseWord, .control("w"), help: "erase the word before"),
        KeyBinding(.eraseAll, .control("u"), hint: "erase", help: "erase all before"),

        KeyBinding(
            .palette, .character(":"), .control("p"), hint: "commands",
            help: "commands, views, sessions and files by name"
        ),
        KeyBinding(.run, .enter, hint: "run", help: "do it"),
        KeyBinding(.dismiss, .escape, .control("g"), hint: "leave", help: "leave it"),
        KeyBinding(.next, .down, .control("n"), hint: "next", help: "the next one"),
        KeyBinding(.previous, .up, .control("p"), .backTab, help: "the one before"),
        KeyBinding(.complete, .tab, hint: "complete", help: "complete: fields, values, names"),
        KeyBinding(.completeBack, .backTab, help: "the candidate before"),
        KeyBinding(.earlier, .up, .control("p"), hint: "history", help: "the filter before"),
        KeyBinding(.later, .down, .control("n"), help: "the filter after"),
        KeyBinding(.yes, .character("y"), hint: "yes", help: "yes"),
        KeyBinding(.no, .character("n"), .escape, hint: "no", help: "no"),
    ]

    /// What a key means to somebody who obeys these actions.
    package static func action(for key: Key, among actions: [Action]) -> Action? {
        bindings.first { $0.keys.contains(key) && actions.contains($0.action) }?.action
    }

    package static func binding(of action: Action) -> KeyBinding? {
        bindings.first { $0.action == action }
    }
}
