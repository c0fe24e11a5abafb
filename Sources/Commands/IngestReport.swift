import Flows
import Store
import Text

/// The words that end an ingest.
struct IngestReport {
    let summary: IntakeSummary

    func print() {
        for stranger in summary.strangers { Console.note(stranger) }
        for skip in summary.skips {
            Console.note("skipped \(skip.file):\(skip.line): \(skip.reason)")
        }
        if summary.skippedLines > summary.skips.count {
            Console.note("and \(summary.skippedLines - summary.skips.count) more skipped lines")
        }
        printLine()
    }

    func printLine() {
        Console.write(line + "\n")
    }

    /// `read 3 of 12 files: 2 sessions, 14 turns, …`
    var line: String {
        let added = summary.added
        var parts = [
            Self.count(added.sessions, "session"), Self.count(added.turns, "turn"),
            Self.count(added.generations, "generation"), Self.count(added.edits, "edit"),
            "\(added.inputTokens.grouped) tokens in, \(added.outputTokens.grouped) out",
            Self.count(added.redactions, "redaction"), Self.count(summary.skippedLines, "skipped line"),
        ]
        if added.attributions > 0 { parts.insert(Self.count(added.attributions, "attribution"), at: 4) }
        if summary.unknownLines > 0 { parts.append(Self.count(summary.unknownLines, "line") + " of unknown kind") }
        if summary.shortenedTexts > 0 { parts.append(Self.count(summary.shortenedTexts, "text") + " cut for length") }
        if added.links > 0 { parts.append(Self.count(added.links, "link")) }
        if summary.missingObjects > 0 {
            parts.append(Self.count(summary.missingObjects, "object") + " of git that are not here")
        }
        let references =
            summary.referencesSeen == 0
            ? "" : " and \(summary.referencesRead) of \(Self.count(summary.referencesSeen, "reference"))"
        return "read \(summary.filesRead) of \(Self.count(summary.filesSeen, "file"))\(references): new are "
            + parts.joined(separator: ", ")
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number.grouped) \(noun)\(number == 1 ? "" : "s")"
    }
}
