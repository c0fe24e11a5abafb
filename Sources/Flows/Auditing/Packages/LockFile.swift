import Audit
import Foundation
import Text

/// The formats in which package managers write down what was installed, and what is to be.
enum LockFile {
    /// Each of them names all that may be imported.
    static func names(of ecosystem: PackageEcosystem) -> [String] {
        switch ecosystem {
        case .python: ["poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "requirements.txt"]
        case .script: ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"]
        case .go: ["go.mod"]
        case .rust: ["Cargo.lock"]
        case .ruby: ["Gemfile.lock", "gems.locked"]
        case .php: ["composer.lock"]
        }
    }

    /// What stands beside them and names more: what was asked for, and the project itself.
    static func manifests(of ecosystem: PackageEcosystem) -> [String] {
        switch ecosystem {
        case .python: ["pyproject.toml"]
        case .script: ["package.json"]
        case .go: ["go.sum"]
        case .rust: ["Cargo.toml"]
        case .ruby: []
        case .php: ["composer.json"]
        }
    }

    /// The packages that a file names.
    ///
    /// - Parameter name: of the file, without its folder.
    /// - Returns: `nil` for one that does not say all.
    static func packages(in text: String, named name: String) -> [String]? {
        switch name {
        case "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Cargo.lock": return tables(text)
        case "pyproject.toml": return keys(text)
        case "Cargo.toml": return keys(text)
        case "Pipfile.lock": return json(text) { members($0["default"]) + members($0["develop"]) }
        case "requirements.txt": return pinned(text)
        case "package-lock.json", "npm-shrinkwrap.json": return json(text, npm)
        case "package.json": return json(text, manifest)
        case "yarn.lock": return yarn(text)
        case "pnpm-lock.yaml": return pnpm(text)
        case "bun.lock": return bun(text)
        case "go.mod", "go.sum": return modules(text)
        case "Gemfile.lock", "gems.locked": return gems(text)
        case "composer.lock":
            return json(text) {
                $0["packages"].elements.flatMap(library) + $0["packages-dev"].elements.flatMap(library)
            }
        case "composer.json": return json(text, library)
        default: return nil
        }
    }

    private static func lines(_ text: String) -> [Substring.UTF8View.SubSequence] {
        text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    }

    private static func json(_ text: String, _ read: (JSONValue) -> [String]) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            let tape = JSONTape()
            return (try? tape.parse(UnsafeRawBufferPointer(bytes))).map(read)
        }
    }

    private static func members(_ value: JSONValue) -> [String] { value.members.map { $0.key } }

    // MARK: - TOML

    /// `name = "a"` below `[[package]]` or `[[packages]]`.
    private static func tables(_ text: String) -> [String] {
        var isPackage = false
        var names: [String] = []
        for line in lines(text) {
            if line.first == UInt8(ascii: "[") { isPackage = line.starts(with: "[[package".utf8) }
            guard isPackage, line.starts(with: "name".utf8), let name = quoted(line) else { continue }
            names.append(name)
        }
        return names
    }

    private static func quoted(_ line: Substring.UTF8View.SubSequence) -> String? {
        let parts = line.split(omittingEmptySubsequences: false) { $0 == 0x22 || $0 == 0x27 }
        return parts.count >= 3 ? String(decoding: parts[1], as: UTF8.self) : nil
    }

    /// Keys, names of tables, and the project's own name: a dependency may go by a name of the project's own.
    private static func keys(_ text: String) -> [String] {
        var names: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.first == "[" {
                let name = line.split { "[].\"' ".contains($0) }.last
                if let name { names.append(String(name)) }
                continue
            }
            guard let equals = line.firstIndex(of: "=") else { continue }
            let key = line[..<equals].split { " \t\"'.".contains($0) }
            if let key = key.first { names.append(String(key)) }
            if key == ["name"], let name = quoted(Substring(line).utf8[...]) { names.append(name) }
        }
        return names
    }

    /// `a==1.2 --hash=…`; `nil` where one line pins nothing: then it is no list of all.
    private static func pinned(_ text: String) -> [String]? {
        var names: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard let first = line.first, first != "#", first != "-" else {
                // `-r other.txt`: more stands elsewhere.
                if line.hasPrefix("-r") || line.hasPrefix("--requirement") || line.hasPrefix("-e") { return nil }
                continue
            }
            guard line.contains("==") || line.contains(" @ ") else { return nil }
            names.append(String(line.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }))
        }
        return names.isEmpty ? nil : names
    }

    // MARK: - JavaScript

    private static func npm(_ lock: JSONValue) -> [String] {
        var names = members(lock["packages"]).map { path in
            path.range(of: "node_modules/", options: .backwards).map { String(path[$0.upperBound...]) } ?? path
        }
        for package in lock["packages"].members { if let name = package.value["name"].string { names.append(name) } }
        // Version 1.
        func add(_ value: JSONValue, _ depth: Int) {
            guard depth < 64 else { return }
            for package in value.members {
                names.append(package.key)
                add(package.value["dependencies"], depth + 1)
            }
        }
        if !lock["packages"].exists { add(lock["dependencies"], 0) }
        return names
    }

    private static func manifest(_ package: JSONValue) -> [String] {
        members(package["dependencies"]) + members(package["devDependencies"]) + members(package["peerDependencies"])
            + members(package["optionalDependencies"]) + [package["name"].string].compactMap { $0 }
    }

    /// `"@a/b@^1", "@a/b@npm:^2":` at the beginning of a line.
    private static func yarn(_ text: String) -> [String] {
        var names: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let first = line.first, first != " ", first != "#", line.hasSuffix(":") else { continue }
            for part in line.dropLast().split(separator: ",") { if let name = unversioned(part) { names.append(name) } }
        }
        return names
    }

    /// `  /@a/b@1.2.3:`, `  '@a/b@1.2.3(c@1)':`, `  /a/1.2.3:`, and the keys of what importers depend on.
    private static func pnpm(_ text: String) -> [String] {
        var names: [String] = []
        for line in text.split(whereSeparator: \.isNewline) where line.first == " " {
            guard let colon = line.lastIndex(of: ":") else { continue }
            let isEntry = line.hasSuffix(":") || line.contains(": ")
            guard isEntry else { continue }
            let key = (line.hasSuffix(":") ? line[..<colon] : line.prefix { $0 != ":" })
                .drop { " '/\"".contains($0) }
            let name = String(key.prefix { !"'\"(".contains($0) })
            if let plain = unversioned(Substring(name)) {
                names.append(plain)
            } else {
                // Before version 6: `/@a/b/1.2.3`
                let parts = name.split(separator: "/")
                names.append(parts.prefix(name.hasPrefix("@") ? 2 : 1).joined(separator: "/"))
            }
        }
        return names
    }

    /// `"a": ["a@1.2.3", …]`
    private static func bun(_ text: String) -> [String] {
        var names: [String] = []
        for line in lines(text) {
            let parts = line.split(separator: 0x22, omittingEmptySubsequences: false)
            guard parts.count >= 3 else { continue }
            names.append(String(decoding: parts[1], as: UTF8.self))
        }
        return names
    }

    /// `@a/b@^1` is `@a/b`.
    private static func unversioned(_ text: Substring) -> String? {
        let text = text.drop { " \"'".contains($0) }
        guard let at = text.dropFirst().firstIndex(of: "@") else { return nil }
        return String(text[..<at])
    }

    // MARK: - Go, Ruby, PHP

    /// `module a.b/c`, `require a.b/c v1`, `a.b/c v1.2.3 h1:…`: each word that looks like a path.
    private static func modules(_ text: String) -> [String] {
        var names: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }).prefix(3) {
                if word.hasPrefix("//") { break }
                if word.first != ".", word.contains(".") || line.hasPrefix("module ") {
                    names.append(word.trimmingCharacters(in: ["\""]))
                }
            }
        }
        return names
    }

    /// `    rack (3.0.1)`
    private static func gems(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("    ") }.compactMap { line in
            line.split(separator: " ").first.map { String($0.prefix { $0 != "!" }) }
        }
    }

    /// Its own name and the beginnings of the namespaces that it brings.
    private static func library(_ package: JSONValue) -> [String] {
        var names = [package["name"].string].compactMap { $0 }
        for autoload in [package["autoload"], package["autoload-dev"]] {
            for spaces in [autoload["psr-4"], autoload["psr-0"]] {
                names += members(spaces).map { $0.hasSuffix("\\") || $0.isEmpty ? $0 : $0 + "\\" }
            }
        }
        return names
    }
}
