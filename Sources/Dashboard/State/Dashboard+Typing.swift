import Store
import Terminal
import Text

// What is typed in lines: a filter, or the name of what is to be done.
extension DashboardState {
    mutating func paste(_ text: String) -> [DashboardEffect] {
        guard question == nil else { return [] }
        // Several lines, or a payload, are no words to filter or search by: they may tell of a failure.
        let mayTell = text.contains(where: \.isNewline) || "{[".contains(text.first { !$0.isWhitespace } ?? " ")
        if traceLine != nil {
            guard !mayTell else { return glance(at: text) }
            traceLine?.insert(text)
            return []
        }
        let isTyped = searchLine != nil || filterLine != nil || palette != nil
        var effects: [DashboardEffect] = []
        if searchLine != nil {
            searchLine?.insert(text)
            effects = searchTyped()
        } else if filterLine != nil {
            filterLine?.insert(text)
            effects = askValues()
        } else if palette != nil {
            palette?.insert(text)
            effects = askTargets()
        }
        return isTyped && !mayTell ? effects : effects + glance(at: text)
    }

    /// Answers of the store to what was typed; old ones are of no use.
    mutating func takeTyped(_ answer: Answer) -> [DashboardEffect] {
        switch answer {
        case .values(let request, let values) where request.ticket == valuesTicket:
            filterLine?.take(FieldValues(question: request.question, values: values))
        case .targets(let request, let targets) where request.ticket == targetsTicket:
            palette?.take(targets)
            guard let name = wantedView else { return [] }
            wantedView = nil
            guard let view = targets.views.first(where: { $0.name == name }) else {
                return refuse("There is no view '\(name)': :save keeps this list under a name.")
            }
            open(view)
        case .plan(let request, let plan) where request.ticket == planTicket:
            planTicket = nil
            notice = nil
            guard !plan.isEmpty else {
                notice = Notice(text: "There is nothing to forget.")
                return []
            }
            leaveLines()
            question = Question(forgetting: request.links, plan)
        default: break
        }
        return []
    }

    mutating func answer(_ question: Question, by key: Key) -> [DashboardEffect] {
        self.question = nil
        let isAgreed = KeyTable.action(for: key, among: Question.actions) == .yes
        switch question.deed {
        case .forget(let links):
            notice = Notice(text: isAgreed ? "forgetting…" : "Nothing was forgotten.")
            return isAgreed ? [.forget(links)] : []
        }
    }

    // MARK: The filter line

    mutating func type(_ key: Key) -> [DashboardEffect] {
        guard let action = KeyTable.action(for: key, among: FilterLine.actions) else {
            if case .character(let character) = key { filterLine?.insert(String(character)) }
            return askValues()
        }
        switch action {
        case .cancel:
            // First back to what was typed, where a candidate is being tried.
            if filterLine?.dropCandidate() != true { filterLine = nil }
        case .apply:
            // A filter with an error stays in its line, the error under the word.
            guard let line = filterLine, line.problem == nil else { return [] }
            filterLine = nil
            return apply(line.filter)
        default:
            filterLine?.perform(action, history: filters)
        }
        return askValues()
    }

    private mutating func apply(_ filter: String) -> [DashboardEffect] {
        if !filter.isEmpty {
            filters.removeAll { $0 == filter }
            filters = (filters + [filter]).suffix(SavedSession.keptFilters)
        }
        return topScreen { $0.apply(filter: filter, &$1) }
    }

    private mutating func askValues() -> [DashboardEffect] {
        guard let question = filterLine?.wantedValues else { return [] }
        lastTicket += 1
        valuesTicket = lastTicket
        return [.loadValues(ValuesRequest(ticket: lastTicket, question: question))]
    }

    // MARK: The palette

    mutating func openPalette() -> [DashboardEffect] {
        wantedView = nil
        palette = Palette(
            actions: actions.filter { $0 != .palette }, columns: screens.top.place?.subject.orders ?? [],
            filters: filters, themes: themes, hasFindings: hasFindings)
        return askTargets()
    }

    /// However the palette was left or moved in: what one has come to is shown, and nothing else.
    mutating func tryTheme() -> [DashboardEffect] {
        let wanted = palette?.theme
        guard wanted != triedTheme else { return [] }
        triedTheme = wanted
        return [.tryTheme(wanted)]
    }

    mutating func typeInPalette(_ key: Key) -> [DashboardEffect] {
        guard let action = KeyTable.action(for: key, among: Palette.actions) else {
            guard case .character(let character) = key else { return [] }
            palette?.insert(String(character))
            return askTargets()
        }
        switch action {
        case .dismiss:
            palette = nil
            return []
        case .run:
            return run()
        case .next, .previous:
            palette?.perform(action)
            return []
        default:
            let before = palette?.text
            palette?.perform(action)
            return palette?.text == before ? [] : askTargets()
        }
    }

    private mutating func askTargets() -> [DashboardEffect] {
        guard let palette else { return [] }
        lastTicket += 1
        targetsTicket = lastTicket
        return [.loadTargets(TargetsRequest(ticket: lastTicket, query: palette.text))]
    }

    private mutating func run() -> [DashboardEffect] {
        guard let deed = palette?.deed else { return [] }
        if case .command(let command, nil) = deed {
            // It wants to know of what.
            palette?.write(command.rawValue + " ")
            return askTargets()
        }
        let views = palette?.views ?? []
        palette = nil
        switch deed {
        case .action(let action): return perform(action)
        case .command(let command, let argument): return run(command, argument ?? "", views)
        case .view(let view): open(view)
        case .session(let session): screens.push(SessionScreen(session: session))
        case .file(let path): screens.push(ListScreen(filter: "file:" + path.asFilterValue))
        }
        return []
    }

    private mutating func run(
        _ command: PaletteCommand, _ argument: String, _ views: [SavedView]
    ) -> [DashboardEffect] {
        switch command {
        case .filter: return filter(by: argument)
        case .sort: return sort(by: argument)
        case .view:
            guard let view = views.first(where: { $0.name == argument }) else {
                // Perhaps it was saved a moment ago, or typed sooner than the views were read.
                wantedView = argument
                lastTicket += 1
                targetsTicket = lastTicket
                return [.loadTargets(TargetsRequest(ticket: lastTicket, query: "view "))]
            }
            open(view)
            return []
        case .save: return save(as: argument)
        case .deleteView: return [.deleteView(argument)]
        case .theme: return [.wearTheme(argument)]
        case .provenance:
            screens.push(ProvenanceScreen(.link(TextLine(argument).trimmed)))
            return []
        case .split: return split(at: TextLine(argument).trimmed)
        case .accept, .falsePositive, .fixed, .reopen: return judge(command, argument)
        case .forget:
            let links = screens.top.links
            guard !links.isEmpty else { return refuse("There is nothing here to forget.") }
            lastTicket += 1
            planTicket = lastTicket
            notice = Notice(text: "looking for what would go…")
            return [.loadPlan(ForgetRequest(ticket: lastTicket, links: links))]
        }
    }

    private mutating func split(at day: String) -> [DashboardEffect] {
        guard let moment = clock.midnight(day) else {
            return refuse("'\(Visible.text(day))' is no day: write it as 2026-09-01.")
        }
        guard screens.top is PipelineScreen else {
            screens.push(PipelineScreen(splitAt: day, moment))
            return []
        }
        return topScreen { screen, _ in
            guard var pipeline = screen as? PipelineScreen else { return }
            pipeline.compare(from: day, moment)
            screen = pipeline
        }
    }

    private mutating func open(_ view: SavedView) {
        screens.push(ListScreen(place: ListPlace(view), view: view.name))
    }

    private mutating func filter(by text: String) -> [DashboardEffect] {
        guard screens.top.filter != nil else { return refuse("This screen has no filter: open a list first.") }
        guard FilterProblem.find(in: text) != nil else { return apply(TextLine(text).trimmed) }
        // Where one sees what is wrong with it.
        filterLine = FilterLine(text)
        return askValues()
    }

    private mutating func sort(by name: String) -> [DashboardEffect] {
        guard var place = screens.top.place else { return refuse("This screen has no order: open a list first.") }
        let isReversed = name.hasPrefix("-")
        let columns = place.subject.orders
        guard let column = columns.first(where: { $0.rawValue == name.drop { $0 == "-" } }) else {
            let names = columns.map(\.rawValue).joined(separator: ", ")
            return refuse("This list cannot be sorted by '\(name)': there are \(names).")
        }
        place.order = RowOrder(column, isReversed: isReversed)
        return topScreen { $0.go(to: place, &$1) }
    }

    private mutating func save(as name: String) -> [DashboardEffect] {
        guard let place = screens.top.place else { return refuse("This screen is no list that could be saved.") }
        return [
            .saveView(
                SavedView(name: name, subject: place.subject.saved, filter: place.filter, order: place.order))
        ]
    }

    mutating func refuse(_ sentence: String) -> [DashboardEffect] {
        notice = Notice(text: sentence, isError: true)
        return []
    }
}
