/// A text in which `*` stands for any run of characters, of none too: `secret.*`, `Tests/*`, `*.md`.
package struct Wildcard: Equatable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package func matches(_ other: String) -> Bool {
        let (pattern, name) = (Array(text.utf8), Array(other.utf8))
        var (place, at) = (0, 0)
        /// Where to go on from when what follows the last star does not fit.
        var star: (pattern: Int, name: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place + 1, at)
                place += 1
            } else if place < pattern.count, pattern[place] == name[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (place, at) = (last.pattern, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
