import ArgumentParser
import Foundation
import Terminal
import Text

struct ThemeCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with themes: mistakes, unknown keys, text that is hard to read.",
        discussion: """
            Text must stand out from its background by 4.5:1, under the selection, too.
            The terminal's own sixteen colours are measured on the palettes that
            terminals come with. Exits 1 if anything is wrong.
            """)

    @Argument(help: ArgumentHelp("Files (default: every theme there is).", valueName: "file"))
    var files: [String] = []

    func run() throws {
        let library = ThemeLibrary.ofUser
        var problems: [ThemeProblem] = []
        var count = 0
        func check(_ file: String, _ load: () throws(ThemeLibrary.Failure) -> ThemeLibrary.Loaded) {
            count += 1
            do {
                let loaded = try load()
                problems += loaded.warnings + loaded.theme.contrastProblems(file: file)
            } catch {
                problems += error.problems
            }
        }
        if files.isEmpty {
            for entry in library.entries {
                check(entry.path == nil ? entry.name : entry.name + ".toml") { () throws(ThemeLibrary.Failure) in
                    try library.load(entry.name)
                }
            }
        } else {
            for file in files {
                check(Visible.text(file)) { () throws(ThemeLibrary.Failure) in try library.load(path: file) }
            }
        }
        for problem in problems { Console.write("\(problem)\n") }
        if !problems.isEmpty { throw ExitCode.failure }
        Console.write("\(count) \(count == 1 ? "theme is" : "themes are") in order.\n")
    }
}
