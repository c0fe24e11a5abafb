import Text

/// What code may import: the packages of a lock file, the standard library, and what stands in the project itself.
package struct KnownPackages {
    package let ecosystem: PackageEcosystem
    /// As `key(_:of:)` has them.
    private let names: Set<String>
    private let isLocal: (String) -> Bool

    /// The rule that asks for them.
    package static let rule = "import.unknown-package"

    /// - Parameters:
    ///   - names: of packages, as the lock file writes them; of PHP the beginnings of namespaces, too.
    ///   - isLocal: whether something of this name stands in the project: asked last, for it may have to look.
    package init(_ ecosystem: PackageEcosystem, names: some Sequence<String>, isLocal: @escaping (String) -> Bool) {
        self.ecosystem = ecosystem
        self.names = Set(names.map { Self.key($0, of: ecosystem) })
        self.isLocal = isLocal
    }

    /// Names that mean one package are one key. "The name should be lowercased with all runs of the characters ., -, or _
    /// replaced with a single - character" (Python packaging, name normalization); Cargo takes - and _ for one.
    private static func key(_ name: String, of ecosystem: PackageEcosystem) -> String {
        switch ecosystem {
        case .python:
            return name.lowercased().split { "._-".contains($0) }.joined(separator: "-")
        case .rust: return name.replacing("-", with: "_")
        case .ruby: return squashed(name)
        case .php: return name.lowercased()
        case .script, .go: return name
        }
    }

    private static func squashed(_ name: some StringProtocol) -> String {
        name.lowercased().filter { !"-_./".contains($0) }
    }

    /// - Parameter name: as the import has it: `numpy.linalg`, `@acme/a/b`, `example.com/a/b`, `rack/test`, `A\B`.
    package func knows(_ name: String) -> Bool {
        switch ecosystem {
        case .python: knowsPython(Self.root(name, "."))
        case .script: knowsScript(name)
        case .go: knowsGo(name)
        case .rust:
            StandardModules.rust.contains(name) || names.contains(Self.key(name, of: .rust)) || isLocal(name)
        case .ruby: knowsRuby(name)
        case .php: knowsPHP(name)
        }
    }

    /// The known name that somebody who mistyped one most likely meant.
    func nearest(to name: String) -> String? {
        let root =
            switch ecosystem {
            case .python: Self.key(Self.root(name, "."), of: .python)
            case .script: Self.scriptPackage(name) ?? name
            default: name
            }
        let standard =
            ecosystem == .python ? StandardModules.python : ecosystem == .script ? StandardModules.script : []
        return Nearest.word(to: root, among: (names.union(standard)).filter { $0 != root }.sorted())
    }

    private static func root(_ name: String, _ separator: Character) -> String {
        String(name.prefix { $0 != separator })
    }

    // MARK: - Python

    private func knowsPython(_ root: String) -> Bool {
        if root.isEmpty || root.hasPrefix("_") || StandardModules.python.contains(root) { return true }
        let key = Self.key(root, of: .python)
        if names.contains(key) { return true }
        if let others = DistributionNames.python[root], others.contains(where: names.contains) { return true }
        let bare = Self.squashed(root)
        // `python-dateutil` brings dateutil, `PyYAML` yaml, `SpeechRecognition` speech_recognition.
        let isBrought = names.contains { name in
            let plain = Self.squashed(name)
            return plain == bare || plain == "py" + bare || plain == bare + "py" || plain == "python" + bare
                || "-\(name)-".contains("-\(key)-")
        }
        return isBrought || isLocal(root)
    }

    // MARK: - JavaScript

    /// `@acme/a/b` is of `@acme/a`; `nil` for what is no package: a path, an address, an alias.
    static func scriptPackage(_ name: String) -> String? {
        guard let first = name.utf8.first, !name.contains(":"), !name.hasSuffix("/") else { return nil }
        if first == UInt8(ascii: "@") {
            let parts = name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count > 1, parts[0].count > 1, !parts[1].isEmpty else { return nil }
            return isPlain(parts[0].dropFirst()) && isPlain(parts[1]) ? parts[0] + "/" + parts[1] : nil
        }
        let part = name.prefix { $0 != "/" }
        return isPlain(part) ? String(part) : nil
    }

    private static func isPlain(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "~") else { return false }
        return name.utf8.allSatisfy {
            0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
                || $0 == 0x7E
        }
    }

    /// What a site of Docusaurus makes up for itself.
    private static let docusaurus: Set<String> = [
        "@docusaurus", "@generated", "@site", "@theme", "@theme-init", "@theme-original",
    ]

    private func knowsScript(_ name: String) -> Bool {
        guard let package = Self.scriptPackage(name) else { return true }
        if StandardModules.script.contains(package) || names.contains(package) { return true }
        if names.contains("@docusaurus/core"), Self.docusaurus.contains(String(package.prefix { $0 != "/" })) {
            return true
        }
        // Types of what is there at run time: `@types/estree`, `@types/acme__a`.
        let types = "@types/" + package.drop { $0 == "@" }.replacing("/", with: "__")
        if names.contains(types) { return true }
        // "New packages must not have uppercase letters in the name" (npm): it stands for something else.
        return package.utf8.contains { 0x41...0x5A ~= $0 } || isLocal(package)
    }

    // MARK: - Go

    private func knowsGo(_ name: String) -> Bool {
        var path = name[...]
        guard path.prefix(while: { $0 != "/" }).contains(".") else { return true }
        while true {
            if names.contains(String(path)) { return true }
            guard let slash = path.lastIndex(of: "/") else { break }
            path = path[..<slash]
        }
        return isLocal(name)
    }

    // MARK: - Ruby

    private func knowsRuby(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let first = parts.first, !name.hasPrefix("."), !name.hasPrefix("/") else { return true }
        if StandardModules.ruby.contains(String(first)) { return true }
        for count in 1...parts.count where names.contains(Self.squashed(parts.prefix(count).joined())) { return true }
        let bare = Self.squashed(first)
        return names.contains { bare.count > 2 && $0.contains(bare) } || isLocal(name)
    }

    // MARK: - PHP

    private func knowsPHP(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: "\\")
        // A class without a namespace is one of PHP's own, or of the project.
        guard parts.count > 1 else { return true }
        for count in 1...parts.count where names.contains(parts.prefix(count).joined(separator: "\\") + "\\") {
            return true
        }
        // What is found by a map of classes tells no namespace: `phpunit/phpunit`.
        return names.contains { $0.split(separator: "/").contains { Self.squashed($0) == parts[0] } } || isLocal(name)
    }
}
