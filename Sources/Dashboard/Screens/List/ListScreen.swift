package import Store
import Terminal
import Text

/// A list of the store, live: turns that open to their edits, generations, sessions, findings, alerts; filtered, and ordered
/// by any of its columns.
package struct ListScreen: Screen {
    package internal(set) var subject: ListSubject
    package internal(set) var filter: String?
    package internal(set) var order: RowOrder
    /// The name of the view that it was opened as, and what that lists.
    var viewName: String?
    private var viewPlace: ListPlace?
    package internal(set) var window = RowWindow()
    package internal(set) var selected = RowPlace.first
    /// The place on the first line.
    package internal(set) var top = RowPlace.first
    package internal(set) var isFollowing = false
    package internal(set) var marks = Marks()
    /// How many rows there are in all, once they are counted; a little off where some came since.
    var total: Int?
    var isTotalRough = false
    var countRequest: CountRequest?
    /// Turns whose edits are shown under them, and those edits once they are read.
    var opened: Set<Int64> = []
    var edits: [Int64: [TurnEdit]] = [:]
    /// Of all rows in memory, counted when they come and not for every picture.
    var widths = TurnColumns.Widths()
    /// The turn that the preview shows, once it is read.
    var preview: TurnDetail?
    /// The finding that the preview shows, once it is read, and what the last weeks brought.
    var account: FindingAccount?
    var trend: FindingTrend?
    /// Somebody else shows what is selected.
    var lendsPreview = false
    /// And nobody does now.
    var isPreviewIdle = false
    /// Nobody has touched a key yet: the newest row stays selected while the histories are read.
    var isUntouched = true

    var pending: PendingPage?
    /// What the rows that are shown were looked for by.
    var shown: PendingPage.Query?
    var previewRequest: TurnRequest?
    var editsRequest: EditsRequest?
    var findingRequest: FindingRequest?
    var trendRequest: TrendRequest?
    /// The edits that are shown may have changed.
    var editsAreStale = false
    var hasLoaded = false
    /// The store changed while a page was under way.
    var isStale = false
    /// A request failed: nothing is asked again by itself.
    var hasFailed = false

    package init(filter: String = "", subject: ListSubject = .code, order: RowOrder? = nil) {
        self.filter = filter
        self.subject = subject
        self.order = order ?? subject.naturalOrder
    }

    /// A saved view, or what a list was left at.
    package init(place: ListPlace, view: String? = nil) {
        self.init(filter: place.filter, subject: place.subject, order: place.order)
        viewName = view
        viewPlace = place
    }

    package var rows: [ListRow] { window.rows }
    package var selectedRow: ListRow? { rows.indices.contains(selected.row) ? rows[selected.row] : nil }
    /// The edit that is selected under its turn.
    package var selectedEdit: TurnEdit? {
        guard let row = selectedRow, let child = selected.child else { return nil }
        let edits = shownEdits(of: row)
        return edits.indices.contains(child) ? edits[child] : nil
    }
    package var isSearching: Bool {
        guard hasLoaded, let pending else { return false }
        return pending.query != shown
    }
    /// Whether the newest row is to be the selected one when rows arrive.
    var staysOnNewest: Bool { isFollowing || isUntouched }

    package var name: String {
        guard let viewName else { return subject.screenName }
        return Visible.text(viewName) + (place == viewPlace ? "" : ", changed")
    }

    package var place: ListPlace? { ListPlace(subject, filter: filter ?? "", order: order) }

    package var actions: [Action] {
        var actions: [Action] = [.open]
        if compared != nil { actions.append(.compare) }
        if subject.hasEdits { actions += [.unfold, .fold] }
        actions += [
            .filter, .subject, .session, .copy, .editor, .sort, .mark, .export, .follow, .reverseSort, .widen,
        ]
        if !lendsPreview { actions.append(.zoom) }
        if !marks.isEmpty { actions.append(.nextMark) }
        actions.append(.clearFilter)
        return actions.filter { obeys($0) } + Action.scrolling
    }

    private func obeys(_ action: Action) -> Bool {
        switch action {
        case .session: subject != .alerts
        case .subject: subject.next != subject
        case .editor, .copy: subject != .alerts || action == .copy
        default: true
        }
    }

    package var position: String {
        var words: [String] = []
        if isFollowing { words.append("following") }
        if !marks.isEmpty { words.append("\(marks.count) marked") }
        if let offset = window.offset, !rows.isEmpty {
            words.append("\((offset + selected.row + 1).grouped) of \(amount)")
        }
        return words.joined(separator: "  ")
    }

    package var tally: String {
        guard hasLoaded else { return "" }
        return "\(amount) \(subject == .code ? "with code" : noun(isOne: amount == "1"))"
    }

    package var ordering: String? {
        guard order != subject.naturalOrder else { return nil }
        return "by \(order.column.rawValue)\(order.isReversed ? ", reversed" : "")"
    }

    /// A number that is known, one that was counted a while ago, or a lower bound and a plus.
    private var amount: String {
        if window.isComplete { return rows.count.grouped }
        guard let total, total >= rows.count else { return ((window.offset ?? 0) + rows.count).grouped + "+" }
        return (isTotalRough ? "~" : "") + total.grouped
    }

    package var piece: Piece? {
        selectedRow.flatMap { row in
            let edit: Int64? = if case .finding(let finding) = row { finding.editID } else { selectedEdit?.edit.id }
            return row.turnID.map { Piece(turn: $0, edit: edit) }
        }
    }

    /// What is marked where it is two pieces of code, the earlier one first.
    var compared: (left: Piece, right: Piece)? {
        guard marks.count == 2 else { return nil }
        let pieces = marks.all.sorted(by: Marks.Mark.isEarlier).compactMap(\.piece)
        return pieces.count == 2 ? (pieces[0], pieces[1]) : nil
    }

    package var links: [String] {
        if !marks.isEmpty { return marks.links }
        if let edit = selectedEdit { return ["edit:\(edit.edit.uid)"] }
        return selectedRow.map { [$0.link] } ?? []
    }

    /// What the rows that are shown are ordered by: a list that is being sorted is not yet what it will be.
    package var shownOrder: RowOrder { shown?.order ?? order }

    /// Of marked rows that of the one here.
    package var record: GraphRequest.Subject? {
        if let edit = selectedEdit { return .node(.row(.edit, edit.edit.id)) }
        return selectedRow.map { .link($0.link) }
    }

    func shownEdits(of row: ListRow) -> [TurnEdit] {
        opened.contains(row.id) && subject.hasEdits ? edits[row.id] ?? [] : []
    }

    func isOpened(_ row: ListRow) -> Bool { subject.hasEdits && opened.contains(row.id) }

    var outline: Outline {
        let rows = rows
        return Outline(count: rows.count) { rows.indices.contains($0) ? self.shownEdits(of: rows[$0]).count : 0 }
    }

    func layout(_ context: ScreenContext) -> ListLayout { layout(context.size) }
    func layout(_ size: Size) -> ListLayout {
        ListLayout(size: size, hasPreview: !lendsPreview, isOfFindings: isOfFindings)
    }

    /// Where the filter names a status, it is not those that are open.
    func noun(isOne: Bool) -> String {
        (subject == .openFindings && asksStatus ? .findings : subject).noun(isOne: isOne)
    }

    private var asksStatus: Bool {
        filter.flatMap { try? Filter($0, now: 0) }?.asksStatus == true
    }

    func lines(_ context: ScreenContext) -> OutlineLines {
        lines(layout: layout(context), clock: context.clock)
    }

    func lines(layout: ListLayout, clock: WallClock) -> OutlineLines {
        OutlineLines(
            outline: outline, height: layout.rowsHeight,
            day: { [rows] in rows.indices.contains($0) ? self.group(rows[$0], clock) : 0 },
            // In any other order days would come again and again.
            showsDays: layout.showsDays && grouping != nil)
    }

    /// Those opened turns that are in memory.
    var openedRows: [Int64] { opened.isEmpty ? [] : rows.map(\.id).filter(opened.contains) }
}
