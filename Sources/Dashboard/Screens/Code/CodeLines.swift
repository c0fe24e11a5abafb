import Store

/// The code of one edit alone, as lines.
enum CodeLines {
    /// - Parameters:
    ///   - columns: what a line of code may take, without number and sign.
    ///   - findings: those of this edit; each is told under the line on which it begins.
    static func lines(
        of edit: EditDetail, columns: Int, view: CodeView = .diff, findings: [FindingRow] = []
    ) -> [DocumentLine] {
        var document = Document(columns: columns + Document.gutter + 2)
        document.append(EditCode(of: edit, view), sideBySide: view == .sideBySide, findings: findings)
        return document.lines
    }
}
