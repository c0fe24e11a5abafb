package import Flows
package import Store

/// Where the dashboard reads from. Called on a thread in the background, one call at a time.
package protocol DashboardData: Sendable {
    /// A page of rows, newest first; `older` continues after the key, `newer` ends before it.
    func rows(_ request: PageRequest) throws -> [ListRow]
    /// One turn in full; `nil` where it is gone.
    func turn(_ id: Int64) throws -> TurnDetail?
    /// The edits of each of some turns.
    func edits(ofTurns turns: [Int64]) throws -> [Int64: [TurnEdit]]
    func count(_ request: CountRequest) throws -> Int
    func standing(_ request: StandingRequest) throws -> Standing
    /// Writes a list to a new file in the folder where the user stands; says what it wrote, in a sentence.
    func export(_ request: ExportRequest) throws -> String
    /// A session with what its turns come to; `nil` where it is gone.
    func session(_ uid: String) throws -> SessionDetail?
    /// A page of a session's turns as they were asked, and how many come before the first of them.
    func conversation(_ page: ConversationPage) throws -> (turns: [TurnRow], before: Int)
    /// A turn as a part of its conversation; `nil` where it is gone.
    func story(_ turn: Int64) throws -> TurnStory?
    func news(since: Int64, repository: String?) throws -> News
    /// Where the code of an edit stands today.
    func place(of edit: EditDetail, in session: SessionRow, line: String?) throws -> CodePlace
    /// Values of a field that have a piece of text in them.
    func values(of field: FilterField, holding piece: String, limit: Int) throws -> [String]
    /// Views, and sessions and files that fit a few letters.
    func targets(_ query: String) throws -> PaletteTargets
    /// An alert as it is kept; `nil` where there is none (any more).
    func alert(_ subject: AlertRequest.Subject) throws -> AlertPage?
    /// Where the line of a frame stands today.
    func place(_ frame: FramePlaceRequest) throws -> CodePlace
    /// A finding in full; `nil` where there is none (any more).
    func finding(_ id: Int64) throws -> FindingAccount?
    func findingTrend() throws -> FindingTrend
    /// What is known of each token that an edit wrote; `nil` where it wrote nothing that is recorded.
    func tokens(_ request: TokensRequest) throws -> TokenSheet?
    /// Something of the graph.
    func graph(_ question: GraphRequest.Question) throws -> GraphAnswer
    func pipeline(_ request: PipelineRequest) throws -> PipelineAnswer
    /// A number that changes when somebody else writes to the store.
    func dataVersion() throws -> Int
    /// Has the call that runs fail soon. Comes from another thread.
    func interrupt()
}

extension DashboardData {
    package func values(of field: FilterField, holding piece: String, limit: Int) throws -> [String] { [] }
    package func targets(_ query: String) throws -> PaletteTargets { PaletteTargets() }
    package func alert(_ subject: AlertRequest.Subject) throws -> AlertPage? { nil }
    package func finding(_ id: Int64) throws -> FindingAccount? { nil }
    package func findingTrend() throws -> FindingTrend { FindingTrend() }
    package func tokens(_ request: TokensRequest) throws -> TokenSheet? { nil }
    package func graph(_ question: GraphRequest.Question) throws -> GraphAnswer { .page(nil) }
    package func pipeline(_ request: PipelineRequest) throws -> PipelineAnswer { .changes([]) }
    package func place(_ frame: FramePlaceRequest) throws -> CodePlace {
        try PlaceSearch(path: frame.path, line: frame.line, root: frame.root).find(line: frame.words)
    }
}
