/// Why a file is not taken in, as one sentence that says what, where and what to do.
package struct MergeRefusal: Error, Equatable, CustomStringConvertible {
    package enum Reason: Equatable, Sendable {
        case itself, symbolicLink(String), foreignSchema(String), tooLarge, mixed(isSourceMadeUp: Bool)
        /// SQLite's words for what is wrong in it.
        case damaged(String)
    }

    package let reason: Reason
    package let location: String

    package var description: String {
        switch reason {
        case .itself:
            "'\(location)' is the store itself: name the file that is to be taken into it."
        case .symbolicLink(let path):
            "'\(path)' is a symbolic link, and what it points to may change while it is read: name the file itself."
        case .foreignSchema(let name):
            "'\(location)' is not taken in, for its schema is not Colophon's own (\(name)): ask its owner to make it with "
                + "'colophon bundle'."
        case .tooLarge:
            "'\(location)' is not taken in, for it holds a value of more than 64 MB, which no history does: ask its owner to "
                + "make it with 'colophon bundle'."
        case .damaged(let words):
            "'\(location)' is not taken in, for it is damaged (\(words)): ask its owner for another copy."
        case .mixed(let isSourceMadeUp):
            "'\(location)' is not taken in, for "
                + (isSourceMadeUp
                    ? "its records are made up and those of the store are not"
                    : "the records of the store are made up and its own are not")
                + ", and no list could tell them apart: name another store with --store."
        }
    }
}
