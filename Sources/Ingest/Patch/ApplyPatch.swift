/// The text that Codex hands to `apply_patch`.
///
///     *** Begin Patch
///     *** Update File: src/a.py
///     @@ def add(a, b):
///     -    return a - b
///     +    return a + b
///     *** End Patch
package struct ApplyPatch: Equatable, Sendable {
    package var files: [FileChange]
    /// How many lines were not as the format wants them and were read all the same, such as a line of an added file
    /// without its `+`.
    package var oddLines: Int

    package init(files: [FileChange], oddLines: Int = 0) {
        self.files = files
        self.oddLines = oddLines
    }

    /// Reads a patch, leniently: what stands around it, a missing first or last line and CRLF line ends do not matter.
    ///
    /// - Returns: `nil` where the text is no patch at all.
    package static func parse(_ text: String) -> ApplyPatch? {
        var reader = ApplyPatchReader(text)
        return reader.read()
    }
}
