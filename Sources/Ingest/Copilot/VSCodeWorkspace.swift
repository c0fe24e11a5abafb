import Text

/// The folder that was open: `workspaceStorage/<hash>/workspace.json` names it beside the folder of chats.
enum VSCodeWorkspace {
    static func folder(of file: String) -> String? {
        let parts = file.split(separator: "/")
        guard parts.count > 2 else { return nil }
        let path = "/" + parts.dropLast(2).joined(separator: "/") + "/workspace.json"
        guard let bytes = FileBytes.read(path, limit: 64 << 10) else { return nil }
        let tape = JSONTape()
        let folder = bytes.withUnsafeBytes { (try? tape.parse($0))?["folder"].string }
        // Folders on other machines have another scheme, and are none of this one's.
        guard let folder, folder.hasPrefix("file:///") else { return nil }
        return ToolCallReading.plainPath(folder)
    }
}
