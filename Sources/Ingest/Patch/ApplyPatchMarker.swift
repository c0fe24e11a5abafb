extension ApplyPatchReader {
    /// A line that begins with `***` and is not a line of a file.
    enum Marker: Equatable {
        case file(FileChange.Kind, String)
        case move(String)
        case endOfFile
        case end
        /// One that this reader does not know.
        case other

        init?(_ line: Substring) {
            guard line.utf8.starts(with: "*** ".utf8) else { return nil }
            let rest = PatchText.trimmed(line.dropFirst(4))
            if rest.utf8.elementsEqual("End Patch".utf8) {
                self = .end
            } else if rest.utf8.elementsEqual("End of File".utf8) {
                self = .endOfFile
            } else if let path = Self.value(of: "Add File:", in: rest) {
                self = .file(.add, path)
            } else if let path = Self.value(of: "Update File:", in: rest) {
                self = .file(.update, path)
            } else if let path = Self.value(of: "Delete File:", in: rest) {
                self = .file(.delete, path)
            } else if let path = Self.value(of: "Move to:", in: rest) {
                self = .move(path)
            } else if rest.utf8.starts(with: "Environment ID:".utf8) {
                self = .other
            } else {
                return nil
            }
        }

        private static func value(of name: String, in line: Substring) -> String? {
            guard line.utf8.starts(with: name.utf8) else { return nil }
            let value = PatchText.trimmed(Substring(line.utf8.dropFirst(name.utf8.count)))
            return value.isEmpty ? nil : String(value)
        }
    }
}
