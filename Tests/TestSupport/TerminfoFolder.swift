import Foundation

/// A folder of terminfo with `xterm-direct` and `tmux-direct` in it, as ncurses has them, for machines without.
package final class TerminfoFolder: Sendable {
    package let path: String

    /// `nil` where there is no `tic` to compile it.
    package init?() throws {
        guard
            let tic = ["/usr/bin/tic", "/opt/homebrew/opt/ncurses/bin/tic"].first(where: FileManager.default.fileExists)
        else { return nil }
        path = FileManager.default.temporaryDirectory.path + "/colophon-terminfo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.source.write(toFile: path + "/direct.ti", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: tic)
        process.arguments = ["-x", "-o", path, path + "/direct.ti"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The variables by which programs find it, and the system's own beside it.
    package var environment: [String: String] { ["TERMINFO_DIRS": path + ":"] }

    private static let source = ["xterm", "tmux"].map { name in
        #"""
        \#(name)-direct|\#(name) with direct-color indexing,
            RGB, colors#0x1000000, pairs#0x7FFF, CO@, ccc@, initc@, oc@, op=\E[39;49m, setb@, setf@,
            setab=\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
            setaf=\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
            use=xterm-256color,

        """#
    }.joined()
}
