import Foundation

/// Text files as generating reads them.
enum FileLines {
    static func full(_ path: String, in folder: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true)).standardizedFileURL.path
    }

    static func read(_ path: String, in folder: String, limit: Int) throws(ContextPiece.Failure) -> String {
        let full = full(path, in: folder)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
            throw ContextPiece.Failure(description: "'\(path)' is not there: see how it is written.")
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: (full as NSString).resolvingSymlinksInPath)
        guard !isFolder.boolValue, attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw ContextPiece.Failure(description: "'\(path)' is no file: name one file after another.")
        }
        let size = attributes?[.size] as? Int ?? 0
        guard size <= limit else {
            throw ContextPiece.Failure(
                description: "'\(path)' is larger than \(limit >> 20) MB: name the lines that matter, as \(path):1-200."
            )
        }
        guard let bytes = FileManager.default.contents(atPath: full),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw ContextPiece.Failure(description: "'\(path)' is no text in UTF-8, or cannot be read.") }
        return text
    }

    /// Lines with their ends.
    static func split(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var rest = Substring(text)
        while let end = rest.utf8.firstIndex(of: 0x0A) {
            lines.append(rest[...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }

    /// A last newline ends a line and begins none.
    static func count(in text: String) -> Int {
        let newlines = text.utf8.count { $0 == 0x0A }
        return text.isEmpty || text.utf8.last == 0x0A ? newlines : newlines + 1
    }
}
