package import Flows
package import Store

/// What `update` wants done by the loop; answers come back as events.
package enum DashboardEffect: Equatable, Sendable {
    case loadPage(PageRequest)
    case loadTurn(TurnRequest)
    case loadEdits(EditsRequest)
    case loadNews(NewsRequest)
    case loadCount(CountRequest)
    case loadStanding(StandingRequest)
    case export(ExportRequest)
    case loadSession(SessionRequest)
    case loadPiece(PieceRequest)
    case loadValues(ValuesRequest)
    case loadTargets(TargetsRequest)
    case loadAlert(AlertRequest)
    case glance(GlanceRequest)
    case trace(TraceRequest)
    case loadFramePlace(FramePlaceRequest)
    case loadFinding(FindingRequest)
    case loadTrend(TrendRequest)
    case loadGraph(GraphRequest)
    case loadTokens(TokensRequest)
    case tellStory(StoryRequest)
    case loadPipeline(PipelineRequest)
    case judge(JudgementRequest)
    case loadPlan(ForgetRequest)
    case forget([String])
    case saveView(SavedView)
    case deleteView(String)
    /// Hands text to the clipboard; what came of it comes back as a note.
    case copy(CopiedPiece, String)
    /// Gives the terminal to the user's editor.
    case edit(CodePlace)
    /// Gives the terminal to the user's pager, with this text.
    case page(String)
    case setMouse(Bool)
    /// Shows everything in a theme for a while; `nil`: in the one that is worn, again.
    case tryTheme(String?)
    /// Wears a theme from now on.
    case wearTheme(String)
    case repaint
    case quit
}
