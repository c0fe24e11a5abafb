/// One line of a hunk, without its sign and without its line ending.
package struct PatchLine: Equatable, Sendable {
    package enum Kind: Sendable {
        case context, removed, added
    }

    package var kind: Kind
    package var text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// The sign that stands before the line in a unified diff.
    package var sign: Character {
        switch kind {
        case .context: " "
        case .removed: "-"
        case .added: "+"
        }
    }
}
