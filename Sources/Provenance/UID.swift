/// The name a record keeps wherever it is seen: 24 hexadecimal digits hashed from the id its *maker* gave it.
///
/// It never holds a file, path, line or session, so the same generation that arrives by history, hook, fork, copy or
/// merge meets its own row again. Derived in `Text` by `UID(of:makerID:)`.
package struct UID: Hashable, Sendable, CustomStringConvertible {
    package static let length = 24

    package let text: String

    package init(text: String) {
        self.text = text
    }

    package var description: String { text }
}
