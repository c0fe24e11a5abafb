import Store
package import Terminal
import Text

/// The provenance of one turn alone.
package struct ProvenanceScreen: Screen {
    private var pane: ProvenancePane

    init(pane: ProvenancePane) {
        self.pane = pane
    }

    package var name: String {
        let title = pane.detail.map { Visible.text($0.turn.title) } ?? ""
        return title.isEmpty ? "Provenance" : "Provenance of \(title)"
    }

    package var actions: [Action] { [.open, .close, .out, .zoom] + Action.scrolling }
    package var position: String { pane.position }
    package var piece: Piece? { pane.detail.map { Piece(turn: $0.turn.id) } }
    package var links: [String] { pane.detail.map { ["turn:\($0.turn.uid)"] } ?? [] }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out, .zoom: context.leave()
        default: pane.perform(action, &context)
        }
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) { pane.mouse(event, &context) }
    package mutating func settle(_ context: inout ScreenContext) { pane.settle(&context) }
    package func view(size: Size, _ context: ViewContext) -> Frame { pane.view(size: size, context) }
}
