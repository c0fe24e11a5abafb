/// What the mouse did, and over which cell.
package struct MouseEvent: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case press(Button)
        case release(Button)
        case drag(Button)
        case wheelUp, wheelDown, wheelLeft, wheelRight
    }

    package enum Button: Hashable, Sendable {
        case left, middle, right
    }

    package var action: Action
    package var position: Position
    package var shift: Bool
    package var alt: Bool
    package var control: Bool

    package init(
        _ action: Action, at position: Position, shift: Bool = false, alt: Bool = false, control: Bool = false
    ) {
        self.action = action
        self.position = position
        self.shift = shift
        self.alt = alt
        self.control = control
    }
}
