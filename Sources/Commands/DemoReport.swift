import Flows
import Store
import Text

/// The words that end the making of a demo: what is there, and what to type next.
struct DemoReport {
    /// As the user named it.
    let folder: String
    let contents: DemoFolder.Contents
    let counts: Tally

    var text: String {
        let store = "\(folder)/store.sqlite"
        let sizes = [
            IngestReport.count(counts.sessions, "session"), IngestReport.count(counts.turns, "turn"),
            IngestReport.count(counts.generations, "generation"), IngestReport.count(counts.edits, "edit"),
        ]
        var tries = [("colophon --store \(store)", "look around")]
        if contents.repository != nil {
            tries.append(("cd \(folder)/shop && colophon --store ../store.sqlite", "the same in its repository"))
        }
        tries += [
            ("colophon list turns --store \(store) --filter 'repo:shop risk:>=high'", "what was risky"),
            (
                "colophon list edits --store \(store) --filter 'repo:shop file:refund.py'",
                "who wrote the file that failed"
            ),
        ]
        if contents.repository != nil {
            tries += [
                (
                    "cd \(folder)/shop && colophon trace ../alert.txt --store ../store.sqlite",
                    "from the stack trace of that failure to its prompt"
                ),
                (
                    "cd \(folder)/shop && colophon blame src/shop/payments/refund.py --store ../store.sqlite",
                    "who wrote each line of it"
                ),
            ]
        }
        let width = tries.map(\.0.count).max() ?? 0
        return "made \(folder): \(sizes.joined(separator: ", ")), all made up\n\ntry\n"
            + tries.map { "  \($0.padded(to: width))   \($1)\n" }.joined()
    }
}
