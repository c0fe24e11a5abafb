import Redaction
package import Store

/// Keeping a list under a name, after a look at what is written down.
package enum ViewSaving {
    /// Why a view is not kept, as one sentence.
    package struct Refusal: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// Columns that lists and breadcrumbs have for a name.
    package static let longestName = 60

    package static func save(_ view: SavedView, in store: Store) throws {
        var view = view
        view.name = try name(view.name)
        guard Redactor().redact(view.name + "\n" + view.filter) == nil else {
            throw Refusal(
                description: "The filter holds what looks like a secret, so it was not saved: take the secret out.")
        }
        try store.save(view)
    }

    /// The name without blanks around it.
    private static func name(_ text: String) throws(Refusal) -> String {
        var name = text[...]
        while name.first == " " { name.removeFirst() }
        while name.last == " " { name.removeLast() }
        guard !name.isEmpty else { throw Refusal(description: "A view needs a name: give it one to be found by.") }
        guard name.count <= longestName else {
            throw Refusal(
                description: "The name '\(name.prefix(20))…' is longer than \(longestName): choose a shorter one.")
        }
        let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isPlain else {
            throw Refusal(description: "The name of a view is one line of plain text: choose another.")
        }
        return String(name)
    }
}
