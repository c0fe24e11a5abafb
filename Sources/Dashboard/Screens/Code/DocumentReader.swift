import Terminal
import Text

/// Documents that are read, one or two beside each other: what keys and mouse do in them, whatever they hold.
struct DocumentReader: Equatable {
    private(set) var panes: [DocumentPane] = []
    /// The one that the keys move in.
    var focus = 0
    private var found: DocumentSearch?
    /// Where one was when a search began, and what had been found before.
    private var before: Before?

    private struct Before: Equatable {
        var found: DocumentSearch?
        var focus: Int
        var cursor: Int
        var top: Int
    }

    var pane: DocumentPane? { panes.indices.contains(focus) ? panes[focus] : nil }
    var cursor: Int { pane?.cursor ?? 0 }
    var top: Int { pane?.top ?? 0 }
    var isEmpty: Bool { panes.isEmpty }

    /// Other documents, or the same ones laid out anew.
    mutating func show(_ panes: [DocumentPane], focus: Int) {
        self.panes = panes
        self.focus = min(focus, max(panes.count - 1, 0))
        before = before.map { Before(found: $0.found, focus: self.focus, cursor: cursor, top: top) }
        if let found { self.found = searched(found.needle, isFound: false) }
    }

    // MARK: Keys and mouse

    /// What Esc does here first, if anything.
    var escape: Action? { pane?.anchor != nil ? .unselect : found != nil ? .clearFind : nil }

    var actions: [Action] {
        guard let pane, pane.document.count > 0 else { return [] }
        var actions: [Action] = found == nil ? [] : [.nextMatch, .previousMatch]
        actions += pane.anchor == nil ? [.find, .select, .copyLines] : [.copySelection, .select, .find]
        if !pane.document.wraps { actions += [.scrollLeft, .scrollRight] }
        return actions + [.wrap, .pager] + (panes.count > 1 ? [.pane] : []) + Action.scrolling
    }

    var position: String {
        guard let pane, pane.document.count > 0 else { return "" }
        let line = "line \((pane.cursor + 1).grouped) of \(pane.document.count.grouped)"
        if let anchor = pane.anchor { return "\((abs(anchor - pane.cursor) + 1).grouped) chosen  \(line)" }
        return found.map(\.words) ?? line
    }

    var matches: String { found?.words ?? "" }

    mutating func perform(_ action: Action, height: Int, _ context: inout ScreenContext) {
        let page = max(height - 1, 1)
        switch action {
        case .down: move { $0.move(by: 1) }
        case .up: move { $0.move(by: -1) }
        case .halfPageDown: move { $0.page(by: max(page / 2, 1)) }
        case .halfPageUp: move { $0.page(by: -max(page / 2, 1)) }
        case .pageDown: move { $0.page(by: page) }
        case .pageUp: move { $0.page(by: -page) }
        case .first: move { $0.goToStart() }
        case .last: move { $0.goToEnd() }
        case .scrollLeft: move { $0.shift(by: -max($0.document.codeColumns / 2, 1)) }
        case .scrollRight: move { $0.shift(by: max($0.document.codeColumns / 2, 1)) }
        case .pane: focus = panes.isEmpty ? 0 : (focus + 1) % panes.count
        case .select: move { $0.anchor = $0.anchor == nil ? $0.cursor : nil }
        case .unselect: move { $0.anchor = nil }
        case .copyLines, .copySelection:
            guard let pane else { return }
            context.run(.copy(.code, pane.document.text(of: pane.chosen)))
            move { $0.anchor = nil }
        case .clearFind: found = nil
        case .nextMatch: step(by: 1, height)
        case .previousMatch: step(by: -1, height)
        default: break
        }
        settle(height: height)
    }

    mutating func move(_ body: (inout DocumentPane) -> Void) {
        if panes.indices.contains(focus) { body(&panes[focus]) }
    }

    /// Goes to a line of a document, which comes near the top.
    mutating func go(to line: Int, in document: Int, above: Int = 0) {
        guard panes.indices.contains(document) else { return }
        focus = document
        panes[document].go(to: line, above: above)
    }

    mutating func mouse(_ event: MouseEvent, column: Int?, height: Int) {
        if let column, panes.count > 1 { focus = event.position.column < column ? 0 : 1 }
        switch event.action {
        case .wheelDown: move { $0.scroll(by: 3, height: height) }
        case .wheelUp: move { $0.scroll(by: -3, height: height) }
        case .wheelLeft: move { $0.shift(by: -4) }
        case .wheelRight: move { $0.shift(by: 4) }
        case .press(.left):
            let row = event.position.row
            // The heading on the first line stands for no line of its own.
            move { pane in
                pane.anchor = nil
                if row > 0 || pane.document.isHeading(pane.top) { pane.setCursor(toRow: row) }
            }
        case .drag(.left):
            let row = event.position.row
            move { pane in
                if pane.anchor == nil { pane.anchor = pane.cursor }
                if row > 0 { pane.setCursor(toRow: row) }
            }
        default: break
        }
        settle(height: height)
    }

    mutating func settle(height: Int) {
        for index in panes.indices { panes[index].settle(height: height) }
    }

    // MARK: Searching

    mutating func search(_ step: SearchStep, height: Int) {
        switch step {
        case .begin: before = Before(found: found, focus: focus, cursor: cursor, top: top)
        case .words(let words):
            guard let before else { return }
            found = Needle(words).map { searched($0) }
            focus = min(before.focus, max(panes.count - 1, 0))
            move { $0.restore(cursor: before.cursor, top: before.top) }
            if let pane {
                found?.start(document: focus, row: pane.document.row(at: before.cursor))
                goToMatch(height)
            }
        case .keep:
            // Nothing typed: the words from before once more.
            if found == nil { found = before?.found }
            before = nil
        case .cancel:
            guard let before else { return }
            found = before.found
            focus = before.focus
            move { $0.restore(cursor: before.cursor, top: before.top) }
            self.before = nil
        }
        settle(height: height)
    }

    /// - Parameter isFound: whether what was found before was found in these documents.
    private func searched(_ needle: Needle, isFound: Bool = true) -> DocumentSearch {
        let documents = panes.map(\.document)
        var search: DocumentSearch
        if let found, isFound, needle.begins(with: found.needle) {
            search = DocumentSearch(needle, within: found, documents)
        } else {
            search = DocumentSearch(needle)
            search.read(documents)
        }
        if let current = found?.place, found?.needle == needle, panes.indices.contains(current.document) {
            search.start(document: current.document, row: current.row)
        }
        return search
    }

    private mutating func step(by step: Int, _ height: Int) {
        found?.step(by: step, panes.map(\.document))
        goToMatch(height)
    }

    private mutating func goToMatch(_ height: Int) {
        guard let found, let place = found.place, panes.indices.contains(place.document) else { return }
        focus = place.document
        let line = panes[focus].document.line(ofRow: place.row, match: place.match, found.needle)
        panes[focus].show(line, height: height)
    }

    func look(_ pane: Int, _ shade: CodeShade? = nil) -> Document.Look {
        var look = Document.Look(needle: found?.needle, shift: panes[pane].shift, shade: shade)
        if let place = found?.place, place.document == pane { look.current = (place.row, place.match) }
        return look
    }
}
