import Text

/// One line of text that is being typed, and the cursor in it.
package struct TextLine: Equatable, Sendable {
    private(set) var characters: [Character]
    /// Between 0 and the number of characters.
    private(set) var cursor: Int

    static let actions: [Action] = [
        .eraseAll, .left, .right, .toStart, .toEnd, .erase, .eraseNext, .eraseWord,
    ]
    private static let limit = 2000

    init(_ text: String) {
        characters = Array(text)
        cursor = characters.count
    }

    var text: String { String(characters) }
    var isAtEnd: Bool { cursor == characters.count }

    /// The text without blanks around it.
    var trimmed: String {
        let leading = characters.prefix { $0 == " " }.count
        let trailing = characters.dropFirst(leading).reversed().prefix { $0 == " " }.count
        return String(characters.dropFirst(leading).dropLast(trailing))
    }

    /// Puts printable text at the cursor; line ends and tabs become blanks, what a terminal would obey is left out.
    mutating func insert(_ text: String) { replace(cursor..<cursor, with: text) }

    /// Puts printable text in place of a piece, and the cursor behind it.
    mutating func replace(_ range: Range<Int>, with text: String) {
        let range = range.clamped(to: 0..<characters.count)
        var printable: [Character] = []
        for character in text {
            if printable.count + characters.count - range.count >= Self.limit { break }
            if character.isNewline || character == "\t" {
                printable.append(" ")
            } else if !Visible.isNeeded(for: String(character)) {
                printable.append(character)
            }
        }
        // Characters may join with their neighbours (a mark, a flag), so they are counted anew.
        let before = String(characters[..<range.lowerBound]) + String(printable)
        let after = String(characters[range.upperBound...])
        characters = Array(before + after)
        cursor = min(before.count, characters.count)
    }

    /// Obeys an action of editing.
    mutating func perform(_ action: Action) {
        switch action {
        case .left: cursor = max(cursor - 1, 0)
        case .right: cursor = min(cursor + 1, characters.count)
        case .toStart: cursor = 0
        case .toEnd: cursor = characters.count
        case .erase: remove(max(cursor - 1, 0)..<cursor)
        case .eraseNext: remove(cursor..<min(cursor + 1, characters.count))
        case .eraseWord: remove(startOfWord..<cursor)
        case .eraseAll: remove(0..<cursor)
        default: break
        }
    }

    private var startOfWord: Int {
        let blanks = characters[..<cursor].reversed().prefix { $0 == " " }.count
        let letters = characters[..<(cursor - blanks)].reversed().prefix { $0 != " " }.count
        return cursor - blanks - letters
    }

    private mutating func remove(_ range: Range<Int>) {
        characters.removeSubrange(range)
        cursor = range.lowerBound
        characters = Array(String(characters))
        cursor = min(cursor, characters.count)
    }
}
