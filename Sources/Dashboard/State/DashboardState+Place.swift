package import Store

extension DashboardState {
    /// Begins with a record, over the list.
    package mutating func open(_ place: RecordPlace) {
        switch place {
        case .alert(let id, let title): screens.push(AlertScreen(alert: id, title: title))
        case .session(let uid): screens.push(SessionScreen(session: uid))
        case .turn(let id, let title, let edit, let generation):
            let focus = edit.map { TurnScreen.Focus.edit($0) } ?? generation.map { .generation($0) }
            screens.push(TurnScreen(turn: id, title: title, focus: focus))
        }
    }
}
