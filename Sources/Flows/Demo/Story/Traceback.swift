import Text

/// What Python 3.11 says when the shop is asked for a refund whose key has an apostrophe in it.
struct Traceback {
    let text: String
    let error = "sqlite3.OperationalError: near \"neill\": syntax error"

    /// One frame: where it is found, and which part of its line is underlined.
    private struct Frame {
        var path: String
        var function: String
        var line: String
        var part: String
    }

    private static let frames = [
        Frame(
            path: "src/shop/app.py", function: "<module>", line: "print(*answer(ledger, path,",
            part: "answer(ledger, path, **dict(pair.split(\"=\", 1) for pair in pairs))"),
        Frame(
            path: "src/shop/app.py", function: "answer", line: "return router.dispatch(",
            part: "router.dispatch(ledger, Request(path, args))"),
        Frame(
            path: "src/shop/router.py", function: "dispatch", line: "return 200, handler(",
            part: "handler(ledger, request)"),
        Frame(
            path: "src/shop/refund.py", function: "refund", line: "known = ledger.connection.execute(",
            part: "ledger.connection.execute(f\"select id from refund where key = '{key}'\")"),
    ]

    /// - Parameters:
    ///   - release: the files as they were deployed.
    ///   - at: when it failed.
    init(release: WorkTree, at: Int64) {
        var text = "\(Timestamp(milliseconds: at).iso) shop.example shop[4127]: /refund key=o'neill-17 charge=ch_17\n"
        text += """
            Traceback (most recent call last):
              File "<frozen runpy>", line 198, in _run_module_as_main
              File "<frozen runpy>", line 88, in _run_code

            """
        for frame in Self.frames {
            guard let number = release.line(of: frame.line, in: frame.path), let file = release.files[frame.path] else {
                continue
            }
            let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
            let line = lines[number - 1].drop { $0 == " " }
            text += "  File \"/srv/shop/\(frame.path)\", line \(number), in \(frame.function)\n    \(line)\n"
            guard let place = line.firstRange(of: frame.part) else { continue }
            let lead = line[..<place.lowerBound].utf8.count
            text +=
                String(repeating: " ", count: 4 + lead) + String(repeating: "^", count: frame.part.utf8.count) + "\n"
        }
        self.text = text + error + "\n"
    }
}
