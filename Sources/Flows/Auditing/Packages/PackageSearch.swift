import Audit
import Foundation
import Text

/// Finds what a file of a project may import: by the lock file that lies nearest above it.
final class PackageSearch {
    private let files: ProjectFiles
    private var known: [Key: KnownPackages?] = [:]

    private struct Key: Hashable {
        var folder: String
        var ecosystem: PackageEcosystem
    }

    private static let mostManifests = 400
    /// Where aliases are written down that stand for folders of the project.
    private static let aliases = [
        "tsconfig.json", "tsconfig.base.json", "tsconfig.app.json", "jsconfig.json", "package.json", "deno.json",
        "import_map.json", "vite.config.ts", "vite.config.js", "vite.config.mts", "vitest.config.ts", "next.config.js",
        "webpack.config.js", "webpack.config.ts", "rollup.config.js", "babel.config.js", "babel.config.json",
        ".babelrc",
        "jest.config.js", "jest.config.ts", "svelte.config.js", "astro.config.mjs", "nuxt.config.ts", "metro.config.js",
    ]

    init(_ files: ProjectFiles) { self.files = files }

    /// - Parameter path: from the top of the project.
    /// - Returns: `nil` where there is no lock file, or where imports of the language do not tell the package.
    func packages(for path: String, language: String) -> KnownPackages? {
        guard let ecosystem = PackageEcosystem(language: language) else { return nil }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let key = Key(folder: folder, ecosystem: ecosystem)
        if let found = known[key] { return found }
        let packages = search(from: folder, ecosystem)
        known[key] = .some(packages)
        return packages
    }

    /// The folder and those above it, the nearest first.
    private static func folders(above folder: String) -> [String] {
        var parts = folder.split(separator: "/")
        var folders = [folder]
        while !parts.isEmpty {
            parts.removeLast()
            folders.append(parts.joined(separator: "/"))
        }
        return folders
    }

    private func search(from folder: String, _ ecosystem: PackageEcosystem) -> KnownPackages? {
        let folders = Self.folders(above: folder)
        for (place, above) in folders.enumerated() {
            var names: [String] = []
            var isLocked = false
            for name in LockFile.names(of: ecosystem) {
                guard let text = files.text(Self.join(above, name)),
                    let packages = LockFile.packages(in: text, named: name)
                else { continue }
                isLocked = true
                names += packages
            }
            guard isLocked else { continue }
            for folder in folders[...place] {
                for name in LockFile.manifests(of: ecosystem) {
                    guard let text = files.text(Self.join(folder, name)) else { continue }
                    names += LockFile.packages(in: text, named: name) ?? []
                }
            }
            return KnownPackages(ecosystem, names: names) { [self] in isLocal($0, folders, ecosystem) }
        }
        return nil
    }

    private static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    // MARK: - The project's own

    private lazy var manifests: [String: Set<String>] = [:]

    private func isLocal(_ name: String, _ folders: [String], _ ecosystem: PackageEcosystem) -> Bool {
        switch ecosystem {
        case .python, .rust: return files.names.contains(name)
        case .ruby:
            let ends = ["/" + name + ".rb", "/" + name]
            return files.all.contains { path in ends.contains { ("/" + path).hasSuffix($0) } }
        case .php: return files.names.contains(String(name.split(separator: "\\").first ?? ""))
        case .go: return named("go.mod", .go).contains { name == $0 || name.hasPrefix($0 + "/") }
        case .script:
            let first = String(name.prefix { $0 != "/" })
            if files.names.contains(first) || named("package.json", .script).contains(name) { return true }
            let words = ["\"\(first)/", "'\(first)/", "\"\(name)\"", "'\(name)'"]
            return folders.contains { folder in
                Self.aliases.contains { file in
                    guard let text = files.text(Self.join(folder, file)) else { return false }
                    return words.contains { text.contains($0) }
                }
            }
        }
    }

    /// What all manifests of the project with a name call themselves.
    private func named(_ file: String, _ ecosystem: PackageEcosystem) -> Set<String> {
        if let known = manifests[file] { return known }
        var names: Set<String> = []
        for path in files.all.filter({ $0 == file || $0.hasSuffix("/" + file) }).prefix(Self.mostManifests) {
            guard let text = files.text(path) else { continue }
            if ecosystem == .go {
                let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("module ") }
                if let name = line?.dropFirst(7) { names.insert(name.trimmingCharacters(in: [" ", "\""])) }
            } else {
                names.formUnion(LockFile.packages(in: text, named: file) ?? [])
            }
        }
        manifests[file] = names
        return names
    }
}
