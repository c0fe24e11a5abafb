import Store
import Terminal

/// State, `update`, `view`: what the dashboard is without a terminal and without a store. `run` joins them.
package enum Dashboard {
    /// Takes an event into the state. Pure: what is to be done elsewhere comes back as effects.
    package static func update(_ state: inout DashboardState, _ event: DashboardEvent) -> [DashboardEffect] {
        var effects: [DashboardEffect] = []
        switch event {
        case .key(let key):
            effects += state.press(key)
        case .paste(let text):
            if state.filterLine != nil {
                state.filterLine?.insert(text)
            } else {
                state.notice = DashboardState.Notice(
                    text: "Nothing here takes pasted text; press / first to filter by it.")
            }
        case .mouse(let event):
            effects += state.mouse(event)
        case .resize(let size):
            state.size = size
        case .answer(let answer):
            if case .failed(_, let message) = answer {
                state.notice = DashboardState.Notice(text: message, isError: true)
            }
            effects += state.everyScreen { $0.receive(answer, &$1) }
        case .storeChanged:
            effects += state.everyScreen { $0.refresh(&$1) }
        case .written(let moment):
            state.lastWrite = moment
        case .note(let text):
            state.notice = DashboardState.Notice(text: text)
        case .caughtUp(let text):
            state.notice = text.map { DashboardState.Notice(text: $0) }
            effects += state.everyScreen { $0.refresh(&$1) }
        }
        return effects + state.topScreen { $0.settle(&$1) }
    }
}

extension DashboardState {
    fileprivate mutating func press(_ key: Key) -> [DashboardEffect] {
        notice = nil
        if filterLine != nil { return type(key) }
        guard let action = KeyTable.action(for: key, among: actions) else { return [] }
        switch action {
        case .quit:
            ended = true
            return [.quit]
        case .leave:
            guard screens.depth == 0 else {
                screens.pop()
                return []
            }
            ended = true
            return [.quit]
        case .help:
            if !(screens.top is HelpScreen) { screens.push(HelpScreen(of: actions)) }
            return []
        case .mouse:
            mouseEnabled.toggle()
            notice = Notice(
                text: mouseEnabled ? "The mouse is the dashboard's." : "The mouse selects text; M takes it back.")
            return [.setMouse(mouseEnabled)]
        case .repaint:
            return [.repaint]
        case .filter:
            filterLine = FilterLine(screens.top.filter ?? "")
            return []
        case .widen:
            isWide.toggle()
            return everyScreen { $0.refresh(&$1) }
        default:
            return topScreen { $0.perform(action, &$1) }
        }
    }

    private mutating func type(_ key: Key) -> [DashboardEffect] {
        guard let action = KeyTable.action(for: key, among: FilterLine.actions) else {
            if case .character(let character) = key { filterLine?.insert(String(character)) }
            return []
        }
        switch action {
        case .cancel:
            filterLine = nil
        case .apply:
            // A filter with an error stays in its line, the error under the word.
            guard let line = filterLine, line.problem == nil else { return [] }
            filterLine = nil
            return topScreen { $0.apply(filter: line.filter, &$1) }
        default:
            filterLine?.perform(action)
        }
        return []
    }

    fileprivate mutating func mouse(_ event: MouseEvent) -> [DashboardEffect] {
        guard filterLine == nil, !isTooSmall else { return [] }
        var event = event
        event.position.row -= rowsAbove
        guard (0..<screenSize.rows).contains(event.position.row) else { return [] }
        return topScreen { $0.mouse(event, &$1) }
    }

    /// Runs the body on the uppermost screen, and opens or leaves what it wants opened or left.
    fileprivate mutating func topScreen(_ body: (inout any Screen, inout ScreenContext) -> Void) -> [DashboardEffect] {
        var context = context
        body(&screens.top, &context)
        if context.isLeft { screens.pop() }
        if let screen = context.opened { screens.push(screen) }
        lastTicket = context.lastTicket
        return context.effects
    }

    fileprivate mutating func everyScreen(_ body: (inout any Screen, inout ScreenContext) -> Void) -> [DashboardEffect]
    {
        var context = context
        screens.forEach { body(&$0, &context) }
        lastTicket = context.lastTicket
        return context.effects
    }

    private var context: ScreenContext {
        ScreenContext(size: screenSize, clock: clock, repository: repository, lastTicket: lastTicket)
    }
}
