/// A text whose lines are asked about.
package struct SourceFile: Sendable {
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
