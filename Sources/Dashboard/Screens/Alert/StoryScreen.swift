package import Terminal
import Text

/// The story of an alert as Markdown: what `colophon trace --story` writes, to be read and copied.
package struct StoryScreen: Screen {
    private let story: String
    private var document: Document?
    private var reader = DocumentReader()

    package init(story: String) { self.story = story }

    package var name: String { "story" }
    package var position: String { reader.position }
    package var matches: String { reader.matches }

    package var actions: [Action] {
        let reading = reader.actions
        let first: [Action] = reading.contains(.copySelection) ? [.copySelection] : [.copyStory]
        return first + [reader.escape ?? .close, .out]
            + reading.filter { $0 != .copySelection && $0 != .wrap && !Action.scrolling.contains($0) }
            + Action.scrolling
    }

    package mutating func perform(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .close, .out: context.leave()
        case .copyStory: context.run(.copy(.story, story))
        case .pager: context.run(.page(story))
        default: reader.perform(action, height: context.size.rows, &context)
        }
    }

    package mutating func search(_ step: SearchStep, _ context: inout ScreenContext) {
        reader.search(step, height: context.size.rows)
    }

    package mutating func mouse(_ event: MouseEvent, _ context: inout ScreenContext) {
        reader.mouse(event, column: nil, height: context.size.rows)
    }

    package mutating func settle(_ context: inout ScreenContext) {
        if document?.columns != context.size.columns {
            var document = Document(columns: context.size.columns)
            document.append(paragraphs: story)
            var pane = DocumentPane(document)
            if let old = reader.pane, old.document.count > 0 {
                let scale = { (line: Int) in line * document.count / old.document.count }
                pane.restore(cursor: scale(old.cursor), top: scale(old.top))
            }
            self.document = document
            reader.show([pane], focus: 0)
        }
        reader.settle(height: context.size.rows)
    }

    package func view(size: Size, _ context: ViewContext) -> Frame {
        guard let pane = reader.pane else { return Frame(size: size) }
        return DocumentView.frame(pane, size: size, isFocused: true, isAlone: true, reader.look(0))
    }
}
