import Foundation
import Git
import Ingest
import Store
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The page that `doctor` prints: a fact a line, and what to do where something is amiss.
struct DoctorPage {
    private(set) var text = ""

    mutating func terminal(_ environment: [String: String]) {
        section("terminal")
        fact(
            "output",
            Console.isTerminal ? "a terminal, \(Console.columns ?? 80) columns" : "not a terminal (a pipe or file)")
        fact("TERM", environment["TERM"] ?? "not set: the dashboard needs it, lists do not")
        fact("colours", colours(environment))
        if let missing = ColorChoice.missingEntries().last {
            fact("", "the dashboard shows the nearest of 256: terminfo has no '\(missing)' here")
            fact("", "(in Debian and Ubuntu it comes with the package ncurses-term)")
        }
        fact("locale", locale(environment))
        fact("editor", environment["VISUAL"] ?? environment["EDITOR"] ?? "neither VISUAL nor EDITOR is set")
    }

    private func colours(_ environment: [String: String]) -> String {
        if let none = environment["NO_COLOR"], !none.isEmpty { return "none (NO_COLOR is set)" }
        if let deep = environment["COLORTERM"], !deep.isEmpty { return deep }
        let term = environment["TERM"] ?? ""
        return term.contains("256color") ? "256" : term == "dumb" || term.isEmpty ? "none" : "the terminal's own"
    }

    private func locale(_ environment: [String: String]) -> String {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let name else { return "not set: C.UTF-8 is used where the system has it" }
        let isUnicode = name.lowercased().contains("utf-8") || name.lowercased().contains("utf8")
        return isUnicode ? name : "\(name) (not UTF-8: C.UTF-8 is tried, else plain ASCII is drawn)"
    }

    mutating func store(_ path: String) {
        section("store")
        fact("file", path)
        fact("SQLite", Store.sqliteVersion)
        do {
            let store = try Store.open(at: path, mode: .read)
            let counts = try store.counts()
            fact("schema", "\(Schema.version)")
            fact(
                "holds",
                "\(counts.sessions) sessions, \(counts.turns) turns, \(counts.generations) generations, \(counts.edits) edits"
            )
            if let origin = try store.synthetic() { fact("", "all made up: \(origin)") }
            fact("size", Self.megabytes(HistoryFile(path: path)?.size ?? 0))
            let waiting = try store.pendingCounts()
            fact(
                "waiting",
                waiting.isEmpty ? "nothing" : "\(waiting.search) texts to index, \(waiting.turns) turns to sum up")
            // A store of an older schema has no such queue.
            if let audits = try? store.editsWithoutAudit(), audits > 0 { fact("", "\(audits) edits to audit") }
        } catch {
            fact("state", "\(error)")
        }
    }

    mutating func histories(_ homes: [HistoryHome], store: Store?) {
        section("histories")
        let known = Set((try? store?.sources().map(\.location)) ?? [])
        var absent: [HistoryHome] = []
        for home in homes {
            let files = home.files()
            guard let oldest = files.map(\.changedAt).min() else {
                absent.append(home)
                continue
            }
            let read = files.count { known.contains($0.path) }
            let bytes = Self.megabytes(files.reduce(0) { $0 + $1.size })
            fact(home.title, "\(files.count) files, \(bytes), in \(home.folder); \(read) of them read")
            let parts = TimeZoneClock.local.parts(of: Timestamp(milliseconds: oldest))
            fact("", "reaches back to \(parts.date)")
            if let days = home.keepsDays {
                fact("", "\(home.title) deletes them after \(days) days; what the store has read stays")
            }
        }
        for home in absent where HistoryFile.isFolder(home.folder) { fact(home.title, "none in \(home.folder)") }
        let missing = absent.filter { !HistoryFile.isFolder($0.folder) }.map(\.title)
        let names = missing.enumerated().filter { missing.firstIndex(of: $1) == $0 }.map(\.element)
        if !names.isEmpty { fact("not here", names.joined(separator: ", ")) }
    }

    mutating func git(_ environment: [String: String]) {
        section("git")
        fact("version", GitCommand().version ?? "git is not found: repositories are told by their folders alone")
        let here = FileManager.default.currentDirectoryPath
        guard let checkout = Checkout.discover(from: here) else {
            fact("here", "\(here) is in no repository")
            return
        }
        fact("here", checkout.root)
        fact("repository", checkout.remoteNames.first ?? absence(of: checkout))
    }

    private func absence(of checkout: Checkout) -> String {
        if let original = checkout.original { return "a clone of \(original.root): told as that is" }
        let isTold = !checkout.isShallow && checkout.head != nil
        return "no remote: told by its " + (isTold ? "first commit" : "folder")
    }

    private mutating func section(_ title: String) {
        text += (text.isEmpty ? "" : "\n") + title + "\n"
    }

    private mutating func fact(_ name: String, _ value: String) {
        text += "  " + name.padded(to: 17) + Visible.text(value) + "\n"
    }

    private static func megabytes(_ bytes: Int64) -> String {
        "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
}
