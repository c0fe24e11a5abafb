package import Flows
package import Store
import Text

/// The store as the dashboard reads it.
///
/// Give it a store of its own: `interrupt` stops whatever runs on that store, writes included.
package struct StoreData: DashboardData {
    let store: Store
    private let here: Here?
    private let version: @Sendable () throws -> Int
    private let pipelines = PipelineMemory()

    /// The checkout in which the user stands, and the identity of its repository in the store.
    package struct Here: Sendable {
        package var root: String
        package var repository: String

        package init(root: String, repository: String) {
            self.root = root
            self.repository = repository
        }
    }

    /// - Parameter dataVersion: `PRAGMA data_version`, always asked on one and the same connection.
    package init(_ store: Store, here: Here? = nil, dataVersion: @escaping @Sendable () throws -> Int) {
        self.store = store
        self.here = here
        version = dataVersion
    }

    package func rows(_ request: PageRequest) throws -> [ListRow] {
        // Read anew for every page: "age:<2d" counts from now, not from when it was typed.
        let filter = try Filter(request.filter, now: Timestamp.now.milliseconds)
        let (order, key, direction, limit) = (request.order, request.from, request.direction, request.limit)
        return switch request.subject {
        case .code, .turns:
            try store.turns(
                matching: filter, withCode: request.subject == .code, by: order, from: key, direction, limit: limit
            ).map(ListRow.turn)
        case .generations:
            try store.generations(matching: filter, by: order, from: key, direction, limit: limit)
                .map(ListRow.generation)
        case .sessions:
            try store.sessions(matching: filter, by: order, from: key, direction, limit: limit).map(ListRow.session)
        case .openFindings, .findings:
            try store.findings(
                matching: filter, onlyOpen: request.subject == .openFindings && !filter.asksStatus, by: order,
                from: key, direction,
                limit: limit
            ).map(ListRow.finding)
        case .alerts:
            try store.alerts(matching: filter, by: order, from: key, direction, limit: limit).map(ListRow.alert)
        }
    }

    package func count(_ request: CountRequest) throws -> Int {
        let filter = try Filter(request.filter, now: Timestamp.now.milliseconds)
        return try store.count(
            request.subject.table, matching: filter,
            narrowed: request.subject == .code || request.subject == .openFindings && !filter.asksStatus)
    }

    package func standing(_ request: StandingRequest) throws -> Standing {
        try store.standing(repository: request.repository, since: request.since, now: Timestamp.now.milliseconds)
    }

    package func export(_ request: ExportRequest) throws -> String {
        try ListExport(data: self, request: request).write()
    }

    package func turn(_ id: Int64) throws -> TurnDetail? { try store.turn(id) }

    package func edits(ofTurns turns: [Int64]) throws -> [Int64: [TurnEdit]] { try store.edits(ofTurns: turns) }

    package func session(_ uid: String) throws -> SessionDetail? { try store.session(uid) }

    package func conversation(_ page: ConversationPage) throws -> (turns: [TurnRow], before: Int) {
        try store.turns(ofSession: page.session, from: page.from, page.direction, limit: page.limit)
    }

    package func story(_ turn: Int64) throws -> TurnStory? { try store.story(turn) }

    package func news(since: Int64, repository: String?) throws -> News {
        try store.news(since: since, repository: repository)
    }

    package func place(of edit: EditDetail, in session: SessionRow, line: String?) throws -> CodePlace {
        try PlaceSearch(
            of: edit, directories: [session.root, session.directory].compactMap { $0 },
            here: here.flatMap { $0.repository == session.identity ? $0.root : nil }
        ).find(line: line)
    }

    package func values(of field: FilterField, holding piece: String, limit: Int) throws -> [String] {
        try store.values(of: field, holding: piece, limit: limit)
    }

    package func targets(_ query: String) throws -> PaletteTargets {
        let isCommand = PaletteCommand.reading(query) != nil
        let matcher = FuzzyMatcher(query)
        guard !isCommand, !matcher.isEmpty else { return PaletteTargets(views: try store.views()) }
        return PaletteTargets(
            views: try store.views(),
            sessions: try store.recentSessions(limit: 2000).map {
                PaletteTargets.Session(uid: $0.uid, words: $0.words)
            },
            files: try store.recentPaths(limit: 5000), fitting: query)
    }

    package func alert(_ subject: AlertRequest.Subject) throws -> AlertPage? {
        let id: Int64? =
            switch subject {
            case .alert(let id): id
            case .turn(let turn, let edit): try store.alert(ofTurn: turn, edit: edit)
            }
        return try id.flatMap { try store.alert($0) }.map { AlertPage($0) }
    }

    package func finding(_ id: Int64) throws -> FindingAccount? {
        let here = here.map { (identity: $0.repository, root: $0.root) }
        guard let detail = try FindingDetail.read(id, from: store, now: Timestamp.now.milliseconds, here: here) else {
            return nil
        }
        let finding = detail.finding
        return FindingAccount(
            detail,
            elsewhere: try store.elsewhere(
                rule: finding.rule, finding: id, turn: finding.turnID, model: finding.model))
    }

    package func tokens(_ request: TokensRequest) throws -> TokenSheet? {
        var accounting = TokenAccounting(store: store, here: here?.root)
        return try accounting.accounts(of: request.generation, edit: request.edit).first.map { TokenSheet($0) }
    }

    package func findingTrend() throws -> FindingTrend {
        try store.findingTrend(now: Timestamp.now.milliseconds)
    }

    package func pipeline(_ request: PipelineRequest) throws -> PipelineAnswer {
        let repository = request.isWide ? nil : here.map { PipelineName.of(identity: $0.repository) }
        let now = Timestamp.now.milliseconds
        func advised(_ account: PipelineAccount) throws -> PipelineAccount {
            var account = account
            account.notes = try PipelineAdvice(
                store: store, repository: repository, identity: here?.repository
            ).sentences(now: now)
            return account
        }
        switch request.question {
        case .account(let window):
            return .account(
                try remembered(request.question, repository, now) {
                    try advised(PipelineStats(store: store, repository: repository, now: now).account(window))
                })
        case .split(let moment):
            guard moment < now else { throw PipelineRequest.Ahead() }
            return .account(
                try remembered(request.question, repository, now) {
                    try advised(PipelineStats(store: store, repository: repository, now: now).account(split: moment))
                })
        case .changes(let from, let to):
            let scope = PipelineScope(repository: repository, from: from, to: to)
            return .changes(try store.changeRows(in: scope, limit: ChangesScreen.most))
        }
    }

    private func remembered(
        _ question: PipelineRequest.Question, _ repository: String?, _ now: Int64,
        make: () throws -> PipelineAccount
    ) throws -> PipelineAccount {
        try pipelines.account(
            .init(question: question, repository: repository, version: try version(), quarter: now / 900_000),
            make: make)
    }

    package func dataVersion() throws -> Int { try version() }
    package func interrupt() { store.interrupt() }
}
