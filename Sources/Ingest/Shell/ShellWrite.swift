/// One file that a shell command writes, see ``ShellWrites``.
package struct ShellWrite: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// The text is known: a here-document, a here-string, or what `echo` and `printf` say, redirected or sent
        /// through `cat` and `tee`. `$name` and `$(…)` in an unquoted here-document stand as they were written.
        case content(String, isAppend: Bool)
        /// A patch handed to `apply_patch`; the paths in it are joined to the directory of the command. One write
        /// stands for all its files, ``ShellWrite/path`` is the first.
        case patch(ApplyPatch)
        /// The file is written in a way that the text does not tell, by the program of this name: `sed`, `mv`, `make`.
        case touches(by: String)
    }

    /// As written, joined to the directory of a `cd` before it; relative to the directory in which the command started,
    /// absolute, or with a leading `~`.
    package var path: String
    package var kind: Kind

    package init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }
}
