/// A key as the program sees it, whatever bytes the terminal sent for it.
///
/// `control` carries the small letter (`.control("d")`). Ctrl-I, Ctrl-M, Ctrl-J and Ctrl-H are `tab`, `enter`, `enter`
/// and `backspace`: a terminal does not tell them apart. Ctrl-Z never arrives, it suspends the program.
package enum Key: Hashable, Sendable {
    case character(Character)
    case control(Character)
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
}
