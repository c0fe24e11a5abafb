/// Reads ``ApplyPatch`` line by line.
struct ApplyPatchReader {
    private let lines: [Substring]
    private var index = 0
    private var files: [FileChange] = []
    private var oddLines = 0
    /// The word that ends the here-document the patch was cut out of, where the text shows it.
    private var delimiter: Substring?
    /// Bare empty lines that count only if something of the same file follows: often they merely stand before the next
    /// file or the end.
    private var heldBlanks = 0

    init(_ text: String) {
        let lines = PatchText.lines(of: text)
        let usesCRLF = lines.contains { $0.utf8.last == UInt8(ascii: "\r") && $0.utf8.starts(with: "*** ".utf8) }
        self.lines = usesCRLF ? lines.map(PatchText.droppingCarriageReturn) : lines
    }

    mutating func read() -> ApplyPatch? {
        guard let start = lines.firstIndex(where: { Marker($0) != nil || Self.isBegin($0) }) else { return nil }
        delimiter = lines[..<start].lazy.compactMap(Self.delimiter(in:)).first
        if Marker(lines[start]) == .end { return nil }
        index = start
        while index < lines.count {
            let line = lines[index]
            index += 1
            if Self.isBegin(line) { continue }
            if isEnd(line) { break }
            if let marker = Marker(line), begin(marker, at: line) { continue }
            add(line)
        }
        finishFile()
        return ApplyPatch(files: files, oddLines: oddLines)
    }

    /// - Returns: `false` where the line is to be read as a line of the file.
    private mutating func begin(_ marker: Marker, at line: Substring) -> Bool {
        switch marker {
        case .file(let kind, let path):
            finishFile()
            let hunk = kind == .add ? Hunk(oldStart: 0, newStart: 1) : Hunk()
            files.append(FileChange(kind: kind, path: path, hunks: kind == .delete ? [] : [hunk]))
        case .move(let path):
            guard let last = files.indices.last else { return false }
            files[last].movedTo = path
        case .endOfFile:
            guard let last = files.indices.last, let hunk = files[last].hunks.indices.last else { return true }
            takeHeldBlanks()
            files[last].hunks[hunk].isEndOfFile = true
        case .end:
            break
        case .other:
            oddLines += 1
        }
        return true
    }

    private mutating func add(_ line: Substring) {
        guard let last = files.indices.last, files[last].kind != .delete else {
            if !PatchText.isBlank(line) { oddLines += 1 }
            return
        }
        if line.isEmpty {
            heldBlanks += 1
            return
        }
        if files[last].kind == .add { addWhole(line) } else { addChange(line, to: last) }
    }

    private mutating func addWhole(_ line: Substring) {
        takeHeldBlanks()
        if line.utf8.first == UInt8(ascii: "+") {
            append(PatchLine(.added, line.droppingFirstByte))
        } else {
            oddLines += 1
            append(PatchLine(.added, String(line)))
        }
    }

    private mutating func addChange(_ line: Substring, to file: Int) {
        if line.utf8.starts(with: "@@".utf8) {
            takeHeldBlanks()
            beginHunk(line, in: file)
            return
        }
        takeHeldBlanks()
        // A second run after "*** End of File" or a line without a sign is read as it most likely was meant.
        guard let patchLine = PatchLine(signed: String(line)) else { return }
        if !" -+".utf8.contains(where: { $0 == line.utf8.first }) { oddLines += 1 }
        append(patchLine)
    }

    private mutating func beginHunk(_ line: Substring, in file: Int) {
        if files[file].hunks.last.map({ !$0.lines.isEmpty }) ?? true { files[file].hunks.append(Hunk()) }
        var anchor = PatchText.trimmed(line.dropFirst(2))
        if let header = HunkHeader(line) {
            // Numbers that a model wrote here are a guess: apply_patch looks for the lines, not for the numbers.
            oddLines += 1
            anchor = header.heading[...]
        }
        guard !anchor.isEmpty, let hunk = files[file].hunks.indices.last else { return }
        files[file].hunks[hunk].anchors.append(String(anchor))
    }

    private mutating func append(_ line: PatchLine) {
        guard let file = files.indices.last else { return }
        if files[file].hunks.last?.isEndOfFile ?? true { files[file].hunks.append(Hunk()) }
        files[file].hunks[files[file].hunks.count - 1].lines.append(line)
    }

    private mutating func takeHeldBlanks() {
        guard heldBlanks > 0, let file = files.last else { return }
        let kind: PatchLine.Kind = file.kind == .add ? .added : .context
        // Before the first line of a hunk an empty line is only air.
        if file.kind == .add || file.hunks.last.map({ !$0.lines.isEmpty }) ?? false {
            for _ in 0..<heldBlanks { append(PatchLine(kind, "")) }
            if file.kind == .add { oddLines += heldBlanks }
        }
        heldBlanks = 0
    }

    private mutating func finishFile() {
        heldBlanks = 0
        guard let last = files.indices.last, files[last].kind == .update else { return }
        files[last].hunks.removeAll { $0.lines.isEmpty }
    }

    private static func isBegin(_ line: Substring) -> Bool {
        line.utf8.contains(UInt8(ascii: "*")) && PatchText.trimmed(line).utf8.elementsEqual("*** Begin Patch".utf8)
    }

    private func isEnd(_ line: Substring) -> Bool {
        if Marker(line) == .end { return true }
        guard let delimiter else { return isLeftover(line) }
        return line.utf8.elementsEqual(delimiter.utf8)
    }

    /// A last line `EOF` or `PATCH` is what is left of a here-document.
    private func isLeftover(_ line: Substring) -> Bool {
        guard line.utf8.elementsEqual("EOF".utf8) || line.utf8.elementsEqual("PATCH".utf8) else { return false }
        return lines[index...].allSatisfy(PatchText.isBlank)
    }

    /// `EOF` in `apply_patch <<'EOF'`.
    private static func delimiter(in line: Substring) -> Substring? {
        let parts = line.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
        guard parts.count >= 3, let last = parts.last else { return nil }
        let word = Substring(last).trimmingPrefix { "-'\" \\".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return word.isEmpty ? nil : word
    }
}
