package import Store

extension DashboardState {
    /// Begins with a record, over the list.
    package mutating func open(_ place: RecordPlace) {
        screens.push(place.screen)
    }
}

extension RecordPlace {
    /// The screen on which it is seen.
    var screen: any Screen {
        switch self {
        case .alert(let id, let title): return AlertScreen(alert: id, title: title)
        case .node(let name): return ProvenanceScreen(.node(name))
        case .session(let uid): return SessionScreen(session: uid)
        case .turn(let id, let title, let edit, let generation):
            let focus = edit.map { TurnScreen.Focus.edit($0) } ?? generation.map { .generation($0) }
            return TurnScreen(turn: id, title: title, focus: focus)
        }
    }
}
