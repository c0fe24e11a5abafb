/// A kind of history that is read as a whole: how a file of it is known by its first bytes and name, and who reads it.
package struct WholeHistoryFormat: Sendable {
    package let name: String
    package let title: String
    package let makeReader: @Sendable (_ state: String, _ file: HistoryFile) -> any WholeHistoryReader

    package static let all = [aider, openCode, cursorStore]

    package static let aider = WholeHistoryFormat(
        name: "aider", title: "aider", makeReader: { AiderReader(state: $0, file: $1) })

    package static let openCode = WholeHistoryFormat(
        name: "opencode", title: "OpenCode", makeReader: { OpenCodeReader(state: $0, file: $1) })

    package static let cursorStore = WholeHistoryFormat(
        name: "cursor-store", title: "Cursor", makeReader: { CursorStoreReader(state: $0, file: $1) })

    package static let otlp = WholeHistoryFormat(
        name: "otlp", title: "OpenTelemetry", makeReader: { OutfileReader(state: $0, file: $1) })
    package static let notes = WholeHistoryFormat(
        name: "git-ai", title: "git-ai", makeReader: { NoteFileReader(state: $0, file: $1) })

    /// The format of a file; `nil` where it is read line by line, if at all.
    package static func recognised(_ file: HistoryFile) -> WholeHistoryFormat? {
        if file.path.hasSuffix(HistoryName.aider) { return aider }
        if NoteFileReader.recognises(file.path) { return notes }
        let start = FileBytes.read(file.path, limit: 16) ?? []
        guard start == Array("SQLite format 3\0".utf8) else {
            return OutfileReader.isOutfile(file.path, beginning: start) ? otlp : nil
        }
        return file.path.hasSuffix(".vscdb") ? cursorStore : openCode
    }
}
