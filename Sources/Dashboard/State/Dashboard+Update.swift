import Store
import Terminal
import Text

/// State, `update`, `view`: what the dashboard is without a terminal and without a store. `run` joins them.
package enum Dashboard {
    /// Takes an event into the state. Pure: what is to be done elsewhere comes back as effects.
    package static func update(_ state: inout DashboardState, _ event: DashboardEvent) -> [DashboardEffect] {
        KeyTable.$map.withValue(state.keys) { take(event, into: &state) }
    }

    private static func take(_ event: DashboardEvent, into state: inout DashboardState) -> [DashboardEffect] {
        var effects: [DashboardEffect] = []
        switch event {
        case .key(let key):
            effects += state.press(key)
        case .paste(let text):
            effects += state.paste(text)
        case .mouse(let event):
            effects += state.mouse(event)
        case .resize(let size):
            state.size = size
        case .answer(let answer):
            effects += state.take(answer)
            effects += state.everyScreen { $0.receive(answer, &$1) }
        case .storeChanged:
            effects += state.everyScreen { $0.refresh(&$1) }
            effects += state.askNews() + state.askStanding()
        case .written(let moment):
            state.lastWrite = moment
        case .themes(let themes):
            state.themes = themes
        case .configured(let keys):
            state.keys = keys
        case .note(let text):
            state.notice = DashboardState.Notice(text: text)
        case .caughtUp(nil): break
        case .caughtUp(let text?):
            // What came of it is among the news, where there is an earlier visit to compare with.
            // And a mistake is not hidden by what went well.
            if state.notice?.isError != true {
                state.notice = state.lastVisit == nil ? DashboardState.Notice(text: text) : nil
            }
            effects += state.everyScreen { $0.refresh(&$1) }
            effects += state.askNews() + state.askStanding()
        }
        return effects + state.topScreen { $0.settle(&$1) } + state.tryTheme()
    }
}

extension DashboardState {
    fileprivate mutating func press(_ key: Key) -> [DashboardEffect] {
        notice = nil
        // A question that is still to come must not be answered by a key that was meant for something else.
        (planTicket, alertTicket) = (nil, nil)
        if let question { return answer(question, by: key) }
        if let menu { return choose(key, from: menu) }
        if searchLine != nil { return typeSearch(key) }
        if filterLine != nil { return type(key) }
        if palette != nil { return typeInPalette(key) }
        if traceLine != nil { return typeTrace(key) }
        guard let action = KeyTable.action(for: key, among: actions) else { return [] }
        return perform(action)
    }

    /// Obeys an action of the uppermost screen, or one that is obeyed everywhere.
    mutating func perform(_ action: Action) -> [DashboardEffect] {
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
        case .back, .forward:
            var isDone = false
            let effects = topScreen { isDone = $0.step(back: action == .back, &$1) }
            if !isDone { action == .back ? screens.pop() : screens.forward() }
            return effects
        case .copy:
            if screens.top.piece != nil || !screens.top.links.isEmpty { menu = .copy }
            return []
        case .export:
            if screens.top.export(repository) != nil { menu = .export }
            return []
        case .overview:
            screens.popToRoot()
            return []
        case .provenance:
            openProvenance()
            return []
        case .generations, .findings, .pipeline, .alerts:
            go(to: action)
            return []
        case .editor:
            // Where the frame is, not where the edit was.
            if screens.top is AlertScreen { return topScreen { $0.perform(action, &$1) } }
            guard let piece = screens.top.piece else { return [] }
            return [.loadPiece(PieceRequest(turn: piece.turn, edit: piece.edit, words: piece.line, purpose: .editor))]
        case .trace:
            return beginTrace()
        case .help:
            if !(screens.top is HelpScreen) { screens.push(HelpScreen(of: actions, hasFindings: hasFindings)) }
            return []
        case .mouse:
            mouseEnabled.toggle()
            notice = Notice(
                text: mouseEnabled ? "The mouse is the dashboard's." : "The mouse selects text; M takes it back.")
            return [.setMouse(mouseEnabled)]
        case .repaint:
            return [.repaint]
        case .palette:
            return openPalette()
        case .filter:
            filterLine = FilterLine(screens.top.filter ?? "")
            return []
        case .find:
            return beginSearch()
        case .widen:
            isWide.toggle()
            return everyScreen { $0.refresh(&$1) } + askNews() + askStanding()
        default:
            return topScreen { $0.perform(action, &$1) }
        }
    }

    private mutating func choose(_ key: Key, from menu: Menu) -> [DashboardEffect] {
        self.menu = nil
        guard let action = KeyTable.action(for: key, among: menu.actions) else { return [] }
        return menu == .copy ? copy(action) : export(action)
    }

    private func copy(_ action: Action) -> [DashboardEffect] {
        let links = screens.top.links
        if action == .copyLink, !links.isEmpty { return [.copy(.link, links.joined(separator: "\n"))] }
        let pieces: [Action: CopiedPiece] = [
            .copyLink: .link, .copyCode: .code, .copyPrompt: .prompt, .copyPath: .path, .copyResume: .resume,
        ]
        guard let what = pieces[action], let piece = screens.top.piece else { return [] }
        return [.loadPiece(PieceRequest(turn: piece.turn, edit: piece.edit, words: nil, purpose: .copy(what)))]
    }

    private func export(_ action: Action) -> [DashboardEffect] {
        let formats: [Action: OutputFormat] = [.exportCSV: .csv, .exportJSON: .json, .exportMarkdown: .markdown]
        guard let format = formats[action], var request = screens.top.export(repository) else { return [] }
        request.format = format
        return [.export(request)]
    }

    /// Opens the screen of a number over the first one; what was open is left.
    private mutating func go(to action: Action) {
        let overview = screens.root as? OverviewScreen
        let screen: any Screen =
            switch action {
            case .findings: overview?.screen(of: .findings) ?? ListScreen(subject: .openFindings)
            case .pipeline: PipelineScreen()
            case .alerts: ListScreen(subject: .alerts)
            default: overview?.screen(of: .generations) ?? ListScreen()
            }
        if screens.depth == 1, screens.top.name == screen.name { return }
        screens.popToRoot()
        screens.push(screen)
    }

    /// Shows a story to who still waits for it.
    private mutating func take(_ story: String?, _ request: StoryRequest) {
        let asked =
            (screens.top as? ProvenanceScreen)?.storyRequest ?? (screens.top as? TreeScreen)?.storyRequest
        guard asked == request else { return }
        guard let story else { return notice = Notice(text: "This record is no longer in the store.", isError: true) }
        leaveLines()
        screens.push(StoryScreen(story: story))
    }

    /// Roots the provenance in what lies under the cursor, over the screen that one is on, or else in what the overview shows.
    private mutating func openProvenance() {
        guard !(screens.top is ProvenanceScreen) else { return }
        if let record = screens.top.record { return screens.push(ProvenanceScreen(record)) }
        let screen = (screens.root as? OverviewScreen)?.screen(of: .provenance) ?? ProvenanceScreen(nil)
        screens.popToRoot()
        screens.push(screen)
    }

    /// What concerns the dashboard itself and not one screen.
    fileprivate mutating func take(_ answer: Answer) -> [DashboardEffect] {
        switch answer {
        case .failed(let ticket, let message):
            if ticket == standingTicket { standingTicket = nil }
            notice = Notice(text: message, isError: true)
        case .done(let sentence): notice = Notice(text: sentence)
        case .refused(let sentence): notice = Notice(text: sentence, isError: true)
        case .values, .targets, .plan: return takeTyped(answer)
        case .judged(_, let sentence):
            notice = Notice(text: sentence)
            return askStanding()
        case .alert, .glance: return takeTrace(answer)
        case .story(let request, let story): take(story, request)
        case .forgotten(let sentence):
            notice = Notice(text: sentence)
            return askNews() + askStanding()
        case .text(let piece, let text): return [.copy(piece, text)]
        case .place(let place): return [.edit(place)]
        case .news(let request, let news) where request.ticket == newsTicket: self.news = news
        case .standing(let request, let standing) where request.ticket == standingTicket:
            self.standing = standing
            standingTicket = nil
            if isStandingStale { return askStanding() }
        // After the first rows, so that nothing keeps them waiting.
        case .page where standing == nil && standingTicket == nil: return askNews() + askStanding()
        default: break
        }
        return []
    }

    fileprivate mutating func askNews() -> [DashboardEffect] {
        guard let lastVisit else { return [] }
        lastTicket += 1
        newsTicket = lastTicket
        return [.loadNews(NewsRequest(ticket: lastTicket, since: lastVisit, repository: repository))]
    }

    /// One at a time: it takes a while to count.
    fileprivate mutating func askStanding() -> [DashboardEffect] {
        guard standingTicket == nil else {
            isStandingStale = true
            return []
        }
        isStandingStale = false
        lastTicket += 1
        standingTicket = lastTicket
        return [.loadStanding(StandingRequest(ticket: lastTicket, repository: repository, since: lastVisit))]
    }

    fileprivate mutating func mouse(_ event: MouseEvent) -> [DashboardEffect] {
        guard !hasLine, question == nil, !isTooSmall else { return [] }
        var event = event
        event.position.row -= rowsAbove
        guard (0..<screenSize.rows).contains(event.position.row) else { return [] }
        return topScreen { $0.mouse(event, &$1) }
    }

    /// Runs the body on the uppermost screen, and opens or leaves what it wants opened or left.
    mutating func topScreen(_ body: (inout any Screen, inout ScreenContext) -> Void) -> [DashboardEffect] {
        var context = context
        body(&screens.top, &context)
        lastTicket = context.lastTicket
        grant(context)
        return context.effects
    }

    private mutating func grant(_ wishes: ScreenContext) {
        if wishes.isLeft { screens.pop() }
        if let screen = wishes.opened { screens.push(screen) }
        if let sentence = wishes.said { notice = Notice(text: sentence) }
    }

    /// Runs the body on all screens. What the uppermost one wants opened, left or said is done; that of others is not, for
    /// the user looks at something else.
    fileprivate mutating func everyScreen(_ body: (inout any Screen, inout ScreenContext) -> Void) -> [DashboardEffect]
    {
        let context = context
        var (effects, ticket, wishes) = ([DashboardEffect](), context.lastTicket, context)
        screens.forEach { screen, isTop in
            var own = context
            own.lastTicket = ticket
            body(&screen, &own)
            ticket = own.lastTicket
            effects += own.effects
            if isTop { wishes = own }
        }
        lastTicket = ticket
        if wishes.opened != nil || wishes.isLeft { leaveLines() }
        grant(wishes)
        return effects
    }

    private var context: ScreenContext {
        ScreenContext(size: screenSize, clock: clock, repository: repository, lastTicket: lastTicket)
    }
}
