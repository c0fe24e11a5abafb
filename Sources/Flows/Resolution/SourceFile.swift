package import Git

/// A text whose lines are asked about.
package struct SourceFile: Sendable {
    /// Why a file's lines cannot be told, as one sentence.
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    /// From the top of its repository; absolute for a file outside of any.
    package var path: String
    package var text: String
    /// The commit it was read from; `nil` for a file of the working folder.
    package var revision: String?
    /// The file differs from the commit that is checked out.
    package var isDirty: Bool

    package init(path: String, text: String, revision: String? = nil, isDirty: Bool = false) {
        self.path = path
        self.text = text
        self.revision = revision
        self.isDirty = isDirty
    }
}

extension SourceFile {
    /// Larger files are no code that anybody wrote.
    static let mostBytes = 16 << 20

    /// The text of a file in a commit; `nil` where there is none, or it is larger than code is.
    package static func text(of place: FilePlace, in objects: GitObjects) throws -> String? {
        try objects.bytes(of: place, limit: mostBytes).map { String(decoding: $0, as: UTF8.self) }
    }
}
