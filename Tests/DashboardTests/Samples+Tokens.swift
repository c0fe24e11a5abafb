import Text

@testable import Dashboard

extension Samples {
    /// What is known of the tokens of the first edit of each turn: two lines that its patch adds.
    static let sheet: TokenSheet = {
        let text = "    with lock(key):\n        return once(key, lambda: pay(request))"
        var sheet = TokenSheet(text: text)
        sheet.areModels = true
        sheet.sources = [
            TokenSheet.Source(
                link: "segment:c1", kind: "file", title: "src/pay/charge.py", path: "src/pay/charge.py"),
            TokenSheet.Source(link: "segment:c3", kind: "tool", title: "output of WebFetch", path: nil),
        ]
        sheet.changes = [TokenSheet.Change(edit: "e99aabbcc", by: "gpt-5-codex", at: now - day)]
        let words = [
            "    with", " lock", "(key):", "\n        return", " once", "(key", ", lambda", ": pay", "(request)", ")",
        ]
        var start: Int32 = 0
        for (index, word) in words.enumerated() {
            let end = start + Int32(word.utf8.count)
            let origin: TokenSheet.Origin =
                [1, 2].contains(index) ? .copied(0, line: 14) : index == 8 ? .copied(1, line: 3) : .new
            let fate: TokenSheet.Fate =
                index < 3 ? .stands(line: 88, column: 5) : index < 7 ? .changed(0) : index == 9 ? .unknown : .gone
            sheet.tokens.append(
                TokenSheet.Token(
                    start: start, end: end, logprob: [-0.02, -0.3, -0.9, nil, -2.3][index % 5], origin: origin,
                    fate: fate))
            start = end
        }
        return sheet
    }()
}
