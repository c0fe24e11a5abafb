/// A tool by what it does to files. Agents call the same thing by many names: `write_file`, `Write`, `create_file`.
struct ToolName: Equatable {
    enum Deed: Equatable {
        case write, replace, several, delete, command, patch
        /// One tool whose `command` argument says which of these it is.
        case editor
    }

    /// Small letters alone: what is left of every way to write the name.
    let bare: String

    init(_ name: String) {
        bare = String(name.lowercased().unicodeScalars.filter { "a"..."z" ~= $0 || "0"..."9" ~= $0 })
    }

    var deed: Deed? { Self.deeds[bare] }

    var isReading: Bool { Self.reading.contains(bare) }

    private static let deeds: [String: Deed] = [
        "write": .write, "writefile": .write, "create": .write, "createfile": .write, "writetofile": .write,
        "replace": .replace, "edit": .replace, "editfile": .replace, "strreplace": .replace,
        "searchreplace": .replace, "replacestringinfile": .replace, "inserteditintofile": .replace,
        "editnotebook": .replace, "notebookedit": .replace, "editfilev2": .replace,
        "multiedit": .several, "multistrreplace": .several, "multireplacestringinfile": .several,
        "delete": .delete, "deletefile": .delete,
        "bash": .command, "shell": .command, "runshellcommand": .command, "runinterminal": .command,
        "runterminalcmd": .command, "runterminalcommand": .command, "runterminalcommandv2": .command,
        "runcommand": .command, "executecommand": .command, "execcommand": .command, "containerexec": .command,
        "localshellcall": .command,
        "applypatch": .patch, "patch": .patch,
        "strreplaceeditor": .editor, "strreplacebasededittool": .editor,
    ]

    private static let reading: Set<String> = [
        "read", "readfile", "readfilev2", "view", "viewfile", "readmanyfiles",
    ]
}
