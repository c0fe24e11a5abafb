import Text
import Themes

/// The themes that there are: those of the program, and the user's own, which come first where names are equal.
package struct ThemeLibrary: Hashable, Sendable {
    /// `$XDG_CONFIG_HOME/colophon/themes`; it need not be there.
    package let folder: String?

    package init(folder: String?) { self.folder = folder }

    package struct Entry: Hashable, Sendable {
        package var name: String
        /// The user's own file; `nil` for one of the program.
        package var path: String?
    }

    /// A theme that can be shown, and what was odd about its files.
    package struct Loaded: Sendable {
        package var theme: Theme
        package var warnings: [ThemeProblem]
    }

    /// A theme that cannot be shown: at least one problem.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        package var problems: [ThemeProblem]

        /// The first one, and how many more there are.
        package var description: String { ThemeLibrary.summary(problems) ?? "The theme cannot be read." }
    }

    /// One sentence for any number of problems; `nil` for none.
    package static func summary(_ problems: [ThemeProblem]) -> String? {
        guard let first = problems.first else { return nil }
        let more = problems.count - 1
        return more == 0 ? first.description : "\(first) (\(more) more: see 'colophon theme check'.)"
    }

    /// All of them: the program's in their order, then the user's by name.
    package var entries: [Entry] {
        let own = ThemeFolder.names(in: folder)
        let builtIn = Themes.names.map { Entry(name: $0, path: own.contains($0) ? path(of: $0) : nil) }
        return builtIn + own.filter { !Themes.names.contains($0) }.map { Entry(name: $0, path: path(of: $0)) }
    }

    /// Reads a theme with all that it inherits.
    package func load(_ name: String) throws(Failure) -> Loaded {
        guard let file = file(name, avoiding: []) else {
            let known = entries.map(\.name).joined(separator: ", ")
            throw Failure(problems: [
                ThemeProblem(
                    file: nil, "There is no theme '\(Visible.text(name).truncated(to: 40))'; there are \(known).")
            ])
        }
        return try load(file)
    }

    /// Reads a theme from a file anywhere; it may inherit from those of the library.
    package func load(path: String) throws(Failure) -> Loaded {
        let name = path.split(separator: "/").last.map { $0.hasSuffix(".toml") ? $0.dropLast(5) : $0 } ?? ""
        return try load(Source(name: String(name), path: path, file: ThemeFolder.read(path, label: Visible.text(path))))
    }

    private struct Source {
        var name: String
        var path: String?
        var file: ThemeFile
    }

    private func load(_ leaf: Source) throws(Failure) -> Loaded {
        var chain = [leaf]
        var problems: [ThemeProblem] = []
        while let file = chain.last?.file, let parent = file.inherits {
            guard let source = self.file(parent.name, avoiding: chain) else {
                let isThere = chain.contains { $0.name == parent.name }
                problems.append(
                    ThemeProblem(
                        file: file.label, line: parent.line, key: "inherits",
                        isThere
                            ? "this goes round in a circle: "
                                + (chain.map(\.name) + [parent.name]).joined(separator: ", then ") + "."
                            : "there is no theme '\(Visible.text(parent.name).truncated(to: 40))'; "
                                + "'colophon theme list' names them."))
                break
            }
            chain.append(source)
        }
        let files = chain.reversed().map(\.file)
        var reader = ThemeReader(files)
        let theme = reader.theme(leaf.name, files)
        problems += reader.problems
        // In the order in which somebody mends them: their own file first.
        let labels = chain.map(\.file.label)
        problems.sort {
            (labels.firstIndex(of: $0.file ?? "") ?? 0, $0.line ?? 0)
                < (labels.firstIndex(of: $1.file ?? "") ?? 0, $1.line ?? 0)
        }
        guard problems.allSatisfy(\.isWarning) else { throw Failure(problems: problems) }
        return Loaded(theme: theme, warnings: problems)
    }

    /// The user's file, else the program's; not one of those that led here.
    private func file(_ name: String, avoiding chain: [Source]) -> Source? {
        if let path = path(of: name), ThemeFolder.exists(path), !chain.contains(where: { $0.path == path }) {
            return Source(name: name, path: path, file: ThemeFolder.read(path, label: "\(name).toml"))
        }
        guard !chain.contains(where: { $0.name == name && $0.path == nil }), let bytes = Themes.file(name) else {
            return nil
        }
        return Source(name: name, file: ThemeFile(bytes, label: "\(name).toml (colophon's own)"))
    }

    /// A name is never a way out of the folder.
    private func path(of name: String) -> String? {
        guard let folder, ThemeFolder.isName(name) else { return nil }
        return "\(folder)/\(name).toml"
    }
}

extension Theme {
    /// The terminal's own 16 colours on its own ground.
    package static let standard = builtIn("default")

    /// One of the program's own.
    package static func builtIn(_ name: String) -> Theme {
        (try? ThemeLibrary(folder: nil).load(name).theme) ?? Theme(name: name, faces: [:])
    }
}
