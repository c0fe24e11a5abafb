import Provenance
import Text

/// Reads one call of a tool into the edits that it makes.
struct ToolCallReading {
    /// The tool call's own id, from which its edits are named.
    let makerID: String
    let generation: UID
    let session: UID
    let directory: String?
    let at: Int64

    func edits(by tool: String, _ input: JSONValue) -> [Edit] {
        let path = input.text(of: Self.paths).map(Self.plainPath(_:))
        switch ToolName(tool).deed {
        case .several: return several(input, path: path)
        case .command: return commanded(input)
        case .patch: return patched(input)
        case .write, .replace, .delete, .editor:
            return path.flatMap { edit(by: tool, of: $0, input) }.map { [$0] } ?? []
        case nil: return []
        }
    }

    private func edit(by tool: String, of path: String, _ input: JSONValue) -> Edit? {
        switch (ToolName(tool).deed, input["command"].string) {
        case (.write, _), (.editor, "create"): written(path, input)
        case (.replace, _), (.editor, "str_replace"), (.editor, "insert"): replaced(path, input, number: 0)
        case (.delete, _): edit(path, .delete, .tool, number: 0)
        default: nil
        }
    }

    /// The file that a call names, for its result.
    static func path(in input: JSONValue) -> String? { input.text(of: paths).map(plainPath(_:)) }

    private func edit(_ path: String, _ kind: Edit.Kind, _ means: Edit.Means, number: Int) -> Edit {
        let call = UID(of: .edit, makerID: makerID)
        return Edit(
            uid: number == 0 ? call : UID(of: .edit, makerID: "\(makerID)#\(number)"), call: call,
            generation: generation, session: session, path: CommandEdits.join(directory, path), kind: kind,
            means: means, at: at)
    }

    private func written(_ path: String, _ input: JSONValue) -> Edit {
        var edit = edit(path, .create, .tool, number: 0)
        edit.after = Body(input.text(of: Self.afters) ?? "")
        edit.firstLine = 1
        edit.countLines()
        return edit
    }

    private func replaced(_ path: String, _ input: JSONValue, number: Int) -> Edit {
        var edit = edit(path, .update, .tool, number: number)
        let before = input.text(of: Self.befores, orEmpty: true)
        edit.after = Body(input.text(of: Self.afters, orEmpty: true) ?? "")
        if before == "" { edit.kind = .create } else { edit.before = before.map(Body.init(_:)) }
        edit.countLines()
        return edit
    }

    private func several(_ input: JSONValue, path: String?) -> [Edit] {
        var edits: [Edit] = []
        let parts = input["replacements"].exists ? input["replacements"] : input["edits"]
        for part in parts.elements {
            guard let file = Self.path(in: part) ?? path else { continue }
            edits.append(replaced(file, part, number: edits.count))
        }
        return edits
    }

    private func commanded(_ input: JSONValue) -> [Edit] {
        guard let command = input["command"].commandLine ?? input["cmd"].string else { return [] }
        let stated = input.text(of: [
            "workdir", "working_directory", "workingDirectory", "dir_path", "directory", "cwd",
        ])
        return CommandEdits.read(
            command, makerID: makerID, generation: generation, session: session,
            directory: stated.map { CommandEdits.join(directory, $0) } ?? directory, at: at)
    }

    private func patched(_ input: JSONValue) -> [Edit] {
        let text = input.string ?? input.text(of: ["patchText", "patch_text", "patch", "input"])
        return text.map { edits(ofPatch: $0) } ?? []
    }

    func edits(ofPatch text: String) -> [Edit] {
        guard let patch = ApplyPatch.parse(text) else { return [] }
        return patch.files.enumerated().map { number, file in
            var edit = edit(file.movedTo ?? file.path, file.kind.editKind, .patch, number: number)
            edit.take(file, in: directory)
            return edit
        }
    }

    private static let paths: [StaticString] = [
        "file_path", "filePath", "path", "target_file", "targetFile", "absolute_path", "relativeWorkspacePath",
        "notebook_path", "target_notebook",
    ]
    private static let befores: [StaticString] = ["old_string", "oldString", "old_str", "oldStr"]
    private static let afters: [StaticString] = [
        "new_string", "newString", "new_str", "newStr", "content", "contents", "file_text", "code_edit", "code",
        "new_source", "streamingContent",
    ]

    /// `file:///a%20b` as `/a b`.
    static func plainPath(_ path: String) -> String {
        guard path.hasPrefix("file://") else { return path }
        var bytes: [UInt8] = []
        let rest = Array(path.utf8.dropFirst(7))
        var place = 0
        while place < rest.count {
            if rest[place] == UInt8(ascii: "%"), place + 2 < rest.count,
                let byte = UInt8(String(decoding: rest[place + 1...place + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                place += 3
            } else {
                bytes.append(rest[place])
                place += 1
            }
        }
        return bytes.isEmpty ? path : String(decoding: bytes, as: UTF8.self)
    }
}

extension Int64 {
    /// As Unix milliseconds; `nil` beyond the year 9999, where no clock of anybody's stands and sums no longer fit.
    var moment: Int64? { 0...253_402_300_799_999 ~= self ? self : nil }
}

extension JSONValue {
    /// Unix milliseconds.
    var moment: Int64? { int?.moment }

    /// The first of these members that is a text, and not an empty one.
    func text(of names: [StaticString], orEmpty: Bool = false) -> String? {
        for name in names {
            if let text = self[name].string, orEmpty || !text.isEmpty { return text }
        }
        return nil
    }

    /// Hands over what a call was asked: an object, or one that stands as JSON in a string.
    func withArguments<Value>(_ inner: JSONTape, _ use: (JSONValue) -> Value) -> Value {
        guard var text = string else { return use(self) }
        return text.withUTF8 { bytes in
            guard let value = try? inner.parse(UnsafeRawBufferPointer(bytes)), value.kind == .object else {
                return use(self)
            }
            return use(value)
        }
    }
}
