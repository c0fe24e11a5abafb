import Flows
import Store
import Synchronization
import Terminal
import Text

/// Joins state, store and terminal: events in, frames out, effects to the worker. Sleeps where there is nothing to do.
final class DashboardLoop<Driver: TerminalDriver> {
    private let terminal: Driver
    private let options: Dashboard.Options
    private let data: any DashboardData
    private let inbox: Inbox
    private let worker: QueryWorker
    private let details: QueryWorker
    private let tracer: TraceWorker?
    private let watch: StoreWatch?
    private let themeWatch: FolderWatch?
    private let configurationWatch: FolderWatch?
    private var themes: ThemeDesk?
    private var state: DashboardState
    private var look: Dashboard.Look?
    private var throttle = Throttle()
    private var version: Int?
    private var hasCaughtUp = false
    private var frames = 0
    private var hasAskedAppearance = false
    /// What the workers are to be asked once the frame is out: one that wakes on this processor would be served first.
    private var questions: [(worker: QueryWorker, query: QueryWorker.Query)] = []

    init(data: any DashboardData, terminal: Driver, options: Dashboard.Options) {
        self.terminal = terminal
        self.options = options
        self.data = data
        state = options.state
        themes = options.themes
        look = options.configuration?.look
        themeWatch = options.themes?.library.folder.flatMap { FolderWatch(folder: $0, suffix: ".toml") }
        state.themes = options.themes?.offer
        configurationWatch = options.configuration.flatMap { FolderWatch(folder: $0.folder, suffix: $0.file) }
        watch = options.storePath.flatMap { StoreWatch(path: $0) }
        let inbox = Inbox(waker: terminal.waker)
        self.inbox = inbox
        let worker = QueryWorker(data) { inbox.post(.result($0)) }
        self.worker = worker
        tracer = options.work.map { work in
            TraceWorker {
                try work.trace($0, now: options.now())
            } post: {
                inbox.post(.event(.answer($0)))
            }
        }
        details = options.details.map { QueryWorker($0) { inbox.post(.result($0)) } } ?? worker
    }

    func run() -> Dashboard.End {
        defer {
            worker.end()
            details.end()
            tracer?.end()
            options.keep?(state.session)
        }
        if let watch {
            terminal.watch(descriptor: watch.descriptor)
            state.lastWrite = watch.lastWrite
            worker.ask(.version)
        }
        defer { if let watch { terminal.unwatch(descriptor: watch.descriptor) } }
        if let themeWatch { terminal.watch(descriptor: themeWatch.descriptor) }
        defer { if let themeWatch { terminal.unwatch(descriptor: themeWatch.descriptor) } }
        if let configurationWatch { terminal.watch(descriptor: configurationWatch.descriptor) }
        defer { if let configurationWatch { terminal.unwatch(descriptor: configurationWatch.descriptor) } }
        take(.resize(terminal.size))
        if let complaint = options.complaint { take(.answer(.refused(complaint))) }
        sayOfThemes()

        ask()
        // The first rows are there in a few milliseconds: one paint instead of two, unless somebody presses a key first.
        var event = terminal.nextEvent(timeoutMilliseconds: 30)
        while true {
            if let end = handle(event) { return end }
            if !terminal.hasPendingInput {
                terminal.draw(Dashboard.view(state, size: terminal.size, now: options.now()))
                askAppearanceOnce()
                catchUpOnce()
                giveBackProgram()
            }
            ask()
            event = terminal.nextEvent(timeoutMilliseconds: throttle.wait(at: milliseconds()))
        }
    }

    /// Takes one event of the terminal; not nil at the end.
    private func handle(_ event: TerminalEvent) -> Dashboard.End? {
        switch event {
        case .key(let key): take(.key(key))
        case .paste(let text): take(.paste(text))
        case .mouse(let event): take(.mouse(event))
        case .resize(let size): take(.resize(size))
        case .woken: inbox.takeAll().forEach(handle)
        case .readable(let descriptor):
            if descriptor == watch?.descriptor, watch?.drain() == true { throttle.changed(at: milliseconds()) }
            if descriptor == themeWatch?.descriptor, themeWatch?.drain() == true {
                wear(themes?.read() == true)
                offerThemes()
            }
            if descriptor == configurationWatch?.descriptor, configurationWatch?.drain() == true { configure() }
        case .appearance(let appearance): wear(themes?.take(appearance) == true)
        case .terminate(let signal): return .signal(signal)
        case .timeout, .focus, .resumed: break
        }
        if throttle.isDue(at: milliseconds()) { worker.ask(.version) }
        return state.ended ? .quit : nil
    }

    private func handle(_ message: Inbox.Message) {
        switch message {
        case .event(let event):
            take(event)
        case .result(.answer(let answer)):
            take(.answer(answer))
        case .result(.version(let version)):
            defer { self.version = version }
            guard let before = self.version, before != version else { return }
            if let lastWrite = watch?.lastWrite { take(.written(at: lastWrite)) }
            take(.storeChanged)
        }
    }

    private func ask() {
        for (worker, query) in questions { worker.ask(query) }
        questions.removeAll(keepingCapacity: true)
    }

    private func take(_ event: DashboardEvent) {
        for effect in Dashboard.update(&state, event) {
            switch effect {
            case .loadPage(let request): questions.append((worker, .page(request)))
            case .loadTurn(let request): questions.append((details, .turn(request)))
            case .loadEdits(let request): questions.append((details, .edits(request)))
            case .loadNews(let request): questions.append((worker, .news(request)))
            case .loadCount(let request): questions.append((worker, .count(request)))
            case .loadStanding(let request): questions.append((worker, .standing(request)))
            case .export(let request): export(request)
            case .loadSession(let request): questions.append((details, .session(request)))
            case .loadPiece(let request): questions.append((details, .piece(request)))
            case .loadValues(let request): questions.append((details, .values(request)))
            case .loadTargets(let request): questions.append((details, .targets(request)))
            case .loadAlert(let request): questions.append((details, .alert(request)))
            case .glance(let request): questions.append((details, .glance(request)))
            case .loadFramePlace(let request): questions.append((details, .framePlace(request)))
            case .trace(let request): trace(request)
            case .loadFinding(let request): questions.append((details, .finding(request)))
            case .loadTrend(let request): questions.append((worker, .trend(request)))
            case .loadGraph(let request): questions.append((details, .graph(request)))
            case .loadTokens(let request): questions.append((details, .tokens(request)))
            case .loadPipeline(let request): questions.append((worker, .pipeline(request)))
            case .loadPlan, .forget, .saveView, .deleteView, .judge, .tellStory: change(effect)
            case .copy(let piece, let text): take(.note(copy(piece, text)))
            case .edit(let place): edit(place)
            case .page(let text): page(text)
            case .setMouse(let isEnabled): terminal.mouseEnabled = isEnabled
            case .repaint: terminal.repaint()
            case .tryTheme(let name): tryTheme(name)
            case .wearTheme(let name): wearTheme(name)
            case .quit: break
            }
        }
    }

    /// Hands text to the clipboard, and says what came of it.
    private func copy(_ piece: CopiedPiece, _ text: String) -> String {
        let lines = text.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let amount = lines > 1 ? "\(lines.grouped) lines" : Visible.text(text).truncated(to: 60)
        return terminal.copy(text)
            ? "copied: \(amount)"
            : "The \(piece) is too long for the terminal's clipboard (\(text.utf8.count.grouped) bytes)."
    }

    private func edit(_ place: CodePlace) {
        let command = EditorCommand(environment: options.environment, place: place)
        let failure = terminal.withTerminalReleased { command.run() }
        if let failure {
            take(.answer(.refused(failure)))
        } else if !place.isFound {
            take(.note("The code was not found as it was written; the editor opened at line \(place.line)."))
        }
        take(.resize(terminal.size))
    }

    private func page(_ text: String) {
        let command = PagerCommand(environment: options.environment)
        if let failure = terminal.withTerminalReleased({ command.run(text) }) {
            take(.answer(.refused(failure)))
        }
        take(.resize(terminal.size))
    }

    /// On a thread and by a connection of its own: it may take long, and nobody waits for it.
    private func export(_ request: ExportRequest) {
        let open = options.openData ?? { [data] in data }
        take(.note("writing…"))
        BackgroundThread.start { [inbox] in
            do {
                inbox.post(.event(.answer(.done(try open().export(request)))))
            } catch {
                inbox.post(.event(.answer(.refused("\(error)"))))
            }
        }
    }

    /// What changes the store, on a thread of its own; what came of it is told in a sentence.
    private func change(_ effect: DashboardEffect) {
        guard let work = options.work else {
            return take(.answer(.refused("This store cannot be changed from here.")))
        }
        let now = options.now()
        BackgroundThread.start { [inbox] in
            do {
                if let answer = try work.answer(effect, now: now) { inbox.post(.event(.answer(answer))) }
            } catch {
                inbox.post(.event(.answer(.refused("\(error)"))))
            }
        }
    }

    private func trace(_ request: TraceRequest) {
        guard let tracer else {
            return take(.answer(.failed(ticket: request.ticket, "Nothing can be traced from here.")))
        }
        tracer.ask(request)
    }

    /// After the first frame, which waits for no answer.
    private func askAppearanceOnce() {
        guard !hasAskedAppearance, themes?.choice.mindsAppearance == true else { return }
        hasAskedAppearance = true
        terminal.askAppearance()
    }

    private func wear(_ isChanged: Bool) {
        guard isChanged, let themes else { return }
        terminal.theme = themes.theme
        if themes.sentence == nil { take(.note("theme '\(themes.theme.name)'")) }
        sayOfThemes()
    }

    private func tryTheme(_ name: String?) {
        guard themes?.look(at: name) == true, let themes else { return }
        terminal.theme = themes.theme
        if name != nil { sayOfThemes() }
    }

    private func wearTheme(_ name: String) {
        guard let choice = themes?.choice(named: name) else {
            return take(.answer(.refused("Themes are not to be chosen here.")))
        }
        _ = themes?.choose(choice)
        guard let themes else { return }
        terminal.theme = themes.theme
        if themes.sentence == nil {
            take(.note("theme '\(name)', until you leave: 'theme = \"\(name)\"' in config.toml keeps it"))
        }
        sayOfThemes()
        offerThemes()
    }

    private func offerThemes() {
        if let offer = themes?.offer { take(.themes(offer)) }
    }

    /// The user's configuration was saved anew: what is wrong with it is told, and all stays as it was.
    private func configure() {
        guard let look = options.configuration?.read() else { return }
        if let complaint = look.complaint { return take(.answer(.refused(complaint))) }
        let before = self.look
        self.look = look
        take(.configured(look.keys.isEmpty ? .standard : KeyMap(look.keys)))
        if look.theme != before?.theme {
            if themes?.choose(look.theme) == true, let themes { terminal.theme = themes.theme }
            // Once its files are mended, it is worn at the next saving.
            if let before, themes?.hasFailed == true { self.look?.theme = before.theme }
        }
        let isLater = before.map { $0.color != look.color || $0.isPlain != look.isPlain } ?? false
        take(.note("config.toml was read again" + (isLater ? "; color and plain hold from the next start on" : "")))
        sayOfThemes()
        offerThemes()
    }

    private func sayOfThemes() {
        guard let themes, let sentence = themes.sentence else { return }
        take(themes.hasFailed ? .answer(.refused(sentence)) : .note(sentence))
    }

    /// Once the first frame stands: what is read of the program from now on is what the screens need. And now and then, as
    /// each screen needs other parts: never at each change of screen, whose first frame would wait for them.
    private func giveBackProgram() {
        frames += 1
        if frames == 1 { return Heap.giveBackProgram() }
        if frames.isMultiple(of: 8) { Heap.giveBackProgram(over: 30) }
    }

    private func catchUpOnce() {
        guard !hasCaughtUp, let catchUp = options.catchUp else { return }
        hasCaughtUp = true
        BackgroundThread.start { [inbox, follow = options.follow] in
            let words = catchUp { inbox.post(.event(.note($0))) }
            inbox.post(.event(.caughtUp(words)))
            follow?()
        }
    }
}

/// What other threads have to say, until the loop looks.
private final class Inbox: Sendable {
    enum Message: Sendable {
        case event(DashboardEvent)
        case result(QueryWorker.Result)
    }

    private let messages = Mutex<[Message]>([])
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        waker.wake()
    }

    func takeAll() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
