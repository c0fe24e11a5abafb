/// What `update` wants done by the loop; answers come back as events.
package enum DashboardEffect: Equatable, Sendable {
    case loadPage(PageRequest)
    case loadTurn(TurnRequest)
    case setMouse(Bool)
    case repaint
    case quit
}
