/// What a shell command line writes, read from its text alone.
///
///     ShellWrites.find(in: "cd src && cat > a.py <<'EOF'\nprint(1)\nEOF")
///     // [ShellWrite(path: "src/a.py", kind: .content("print(1)\n", isAppend: false))]
///
/// Every command counts as run once, whatever conditions and loops stand around it. Left out are: paths with variables
/// or globs, `/dev/…`, relative paths after a `cd` to a place unknown, here-documents that are programs (`python - <<X`),
/// and what runs on another machine or in a container.
package enum ShellWrites {
    package static func find(in command: String) -> [ShellWrite] {
        if let patch = barePatch(command) {
            guard let first = patch.files.first else { return [] }
            return [ShellWrite(path: first.path, kind: .patch(patch))]
        }
        var run = ShellRun()
        run.run(command)
        return run.writes
    }

    /// A patch handed over as an argument list that was joined without quotes, or as the whole command.
    private static func barePatch(_ command: String) -> ApplyPatch? {
        var text = command.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        if text.starts(with: "apply_patch ".utf8) {
            text = text.dropFirst("apply_patch ".utf8.count).drop { $0 == UInt8(ascii: " ") }
        }
        guard text.starts(with: "*** Begin Patch".utf8) else { return nil }
        return ApplyPatch.parse(String(Substring(text)))
    }
}
