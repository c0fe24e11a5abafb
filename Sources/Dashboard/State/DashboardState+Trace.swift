import Store
import Terminal

// How one comes to where a failure comes from: from a row, by pasting it, by typing where it was.
extension DashboardState {
    static let traceActions: [Action] = [.traceTyped, .cancel] + TextLine.actions

    /// On an alert its screen, on what an alert is linked with that alert, elsewhere a line to paste into.
    mutating func beginTrace() -> [DashboardEffect] {
        if screens.top is AlertScreen { return topScreen { $0.perform(.trace, &$1) } }
        if let row = (screens.top as? ListScreen)?.selectedRow, case .alert(let alert) = row {
            screens.push(AlertScreen(alert: alert.id, title: alert.title))
            return []
        }
        guard let piece = screens.top.piece else {
            traceLine = TextLine("")
            return []
        }
        lastTicket += 1
        alertTicket = lastTicket
        return [.loadAlert(AlertRequest(ticket: lastTicket, subject: .turn(piece.turn, edit: piece.edit)))]
    }

    mutating func typeTrace(_ key: Key) -> [DashboardEffect] {
        switch KeyTable.action(for: key, among: Self.traceActions) {
        case .cancel: traceLine = nil
        case .traceTyped:
            guard let text = traceLine?.trimmed, !text.isEmpty else {
                traceLine = nil
                return []
            }
            return glance(at: text)
        case let action?: traceLine?.perform(action)
        case nil:
            if case .character(let character) = key { traceLine?.insert(String(character)) }
        }
        return []
    }

    /// Has a text read: what is shown of its failures comes with the answer.
    mutating func glance(at text: String) -> [DashboardEffect] {
        lastTicket += 1
        glanceTicket = lastTicket
        return [.glance(GlanceRequest(ticket: lastTicket, text: text))]
    }

    /// Answers to the questions of this file; old ones are of no use.
    mutating func takeTrace(_ answer: Answer) -> [DashboardEffect] {
        switch answer {
        case .alert(let request, let page) where request.ticket == alertTicket:
            alertTicket = nil
            if let page, let id = page.id {
                screens.push(AlertScreen(alert: id, title: page.title, known: page))
            } else {
                traceLine = TextLine("")
                notice = Notice(text: "No alert is linked with what is selected: paste what tells of one.")
            }
        case .glance(let request, let page, let count) where request.ticket == glanceTicket:
            glanceTicket = nil
            guard question == nil else { return [] }
            if let page {
                leaveLines()
                screens.push(AlertScreen(text: request.text, reading: page, count: count))
            } else if filterLine == nil, searchLine == nil, palette == nil {
                notice = Notice(
                    text: traceLine == nil
                        ? "Nothing here takes pasted text that tells of no failure; press / first to filter by it."
                        : "This names no failure: a stack trace, a log or the payload of an alarm does.")
            }
        default: break
        }
        return []
    }

    /// Leaves what was being typed, for something else takes its place.
    mutating func leaveLines() {
        (menu, filterLine, searchLine, palette, traceLine) = (nil, nil, nil, nil, nil)
    }
}
