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

    /// A text with the ends of lines that most lines of a file have: models mostly write LF alone.
    static func text(_ text: String, endingAs file: String) -> String {
        let ends = split(file).filter { $0.utf8.last == 0x0A }
        guard !ends.isEmpty else { return text }
        let end = ends.count(where: endsInReturn) * 2 > ends.count ? "\r\n" : "\n"
        return split(text).map { line in
            guard line.utf8.last == 0x0A else { return String(line) }
            return String(Substring(line.utf8.dropLast(endsInReturn(line) ? 2 : 1))) + end
        }.joined()
    }

    private static func endsInReturn(_ line: Substring) -> Bool { line.utf8.dropLast().last == 0x0D }

    /// A last newline ends a line and begins none.
    static func count(in text: String) -> Int {
        let newlines = text.utf8.count { $0 == 0x0A }
        return text.isEmpty || text.utf8.last == 0x0A ? newlines : newlines + 1
    }
}
