/// A kind of history that is read as a whole: how a file of it is known by its first bytes and name, and who reads it.
package struct WholeHistoryFormat: Sendable {
    package let name: String
    package let title: String
    package let makeReader: @Sendable (_ state: String, _ file: HistoryFile) -> any WholeHistoryReader
    /// Changes whenever the history does, as far as that can be seen without reading it.
    package let stamp: @Sendable (HistoryFile) -> String

    package static let all = [aider, openCode, cursorStore, vscodeChatLog, openCodeFiles, otlp, notes]

    package static let aider = WholeHistoryFormat(
        name: "aider", title: "aider", makeReader: { AiderReader(state: $0, file: $1) })

    package static let openCode = WholeHistoryFormat(
        name: "opencode", title: "OpenCode", makeReader: { OpenCodeReader(state: $0, file: $1) })

    package static let cursorStore = WholeHistoryFormat(
        name: "cursor-store", title: "Cursor", makeReader: { CursorStoreReader(state: $0, file: $1) })

    package static let vscodeChatLog = WholeHistoryFormat(
        name: "vscode-copilot-log", title: "VS Code Copilot", makeReader: { VSCodeChatLogReader(state: $0, file: $1) })

    package static let openCodeFiles = WholeHistoryFormat(
        name: "opencode-files", title: "OpenCode", makeReader: { OpenCodeFilesReader(state: $0, file: $1) },
        stamp: { OpenCodeFiles(ofSession: $0).stamp })

    package static let otlp = WholeHistoryFormat(
        name: "otlp", title: "OpenTelemetry", makeReader: { OutfileReader(state: $0, file: $1) })

    package static let notes = WholeHistoryFormat(
        name: "git-ai", title: "git-ai", makeReader: { NoteFileReader(state: $0, file: $1) })

    init(
        name: String, title: String,
        makeReader: @escaping @Sendable (_ state: String, _ file: HistoryFile) -> any WholeHistoryReader,
        stamp: @escaping @Sendable (HistoryFile) -> String = \.databaseStamp
    ) {
        self.name = name
        self.title = title
        self.makeReader = makeReader
        self.stamp = stamp
    }

    /// The format of a file; `nil` where it is read line by line, if at all.
    package static func recognised(_ file: HistoryFile) -> WholeHistoryFormat? {
        if file.path.hasSuffix(HistoryName.aider) { return aider }
        if NoteFileReader.recognises(file.path) { return notes }
        if OpenCodeFiles.isSession(file.path) { return openCodeFiles }
        let start = FileBytes.read(file.path, limit: 16) ?? []
        if start == VSCodeChatLogReader.beginning { return vscodeChatLog }
        guard start == Array("SQLite format 3\0".utf8) else {
            return OutfileReader.isOutfile(file.path, beginning: start) ? otlp : nil
        }
        return file.path.hasSuffix(".vscdb") ? cursorStore : openCode
    }
}
