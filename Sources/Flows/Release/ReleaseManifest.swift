import Text

/// What an artifact says that it holds: `files` of npm's `package.json`, `RECORD` of a wheel, `SOURCES.txt` of a source
/// distribution.
struct ReleaseManifest {
    private enum Kind {
        /// Each file by its name.
        case names(Set<String>)
        /// Patterns, and the folder that they are of.
        case patterns([String], folder: String)
    }

    private let kind: Kind
    let name: String

    /// - Parameter file: `nil` where it is no manifest.
    init?(_ file: ReleaseFile) {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let parts = file.path.split(separator: "/").map(String.init)
        if file.name == "RECORD", parts.count > 1, parts[parts.count - 2].hasSuffix(".dist-info") {
            let names = text.split(separator: "\n").compactMap { line -> String? in
                // CSV: a name with a comma stands in quotes.
                if line.hasPrefix("\"") { return line.dropFirst().split(separator: "\"").first.map(String.init) }
                return line.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
            }
            kind = .names(Set(names))
        } else if file.name == "SOURCES.txt", parts.count > 1, parts[parts.count - 2].hasSuffix(".egg-info") {
            let folder = parts.count > 2 ? parts[0] + "/" : ""
            kind = .names(
                Set(text.split(separator: "\n").map { folder + $0 } + [folder + "PKG-INFO", folder + "setup.cfg"]))
        } else if file.name == "package.json", parts.count <= 2, let patterns = Self.npm(file.bytes) {
            kind = .patterns(patterns, folder: parts.count == 2 ? parts[0] + "/" : "")
        } else {
            return nil
        }
        name = file.path
    }

    private static func npm(_ bytes: [UInt8]) -> [String]? {
        let tape = JSONTape()
        return bytes.withUnsafeBytes { raw -> [String]? in
            guard let value = try? tape.parse(raw), value["files"].kind == .array else { return nil }
            var patterns: [String] = []
            for element in value["files"].elements { if let text = element.string { patterns.append(text) } }
            for key: StaticString in ["main", "browser", "types", "typings"] {
                if let text = value[key].string { patterns.append(text) }
            }
            if let text = value["bin"].string { patterns.append(text) }
            for member in value["bin"].members { if let text = member.value.string { patterns.append(text) } }
            return patterns
        }
    }

    func lists(_ path: String) -> Bool {
        switch kind {
        case .names(let names):
            // The record and its signatures are not in it, or without a hash.
            return names.contains(path) || names.contains("./" + path) || path.hasSuffix("/SOURCES.txt") || path == name
        case .patterns(let patterns, let folder):
            guard path.hasPrefix(folder) else { return true }
            let rest = String(path.dropFirst(folder.count))
            // "Certain files are always included": docs.npmjs.com, package.json.
            let top = rest.lowercased()
            if !top.contains("/"),
                ["package.json", "readme", "license", "licence", "changelog", "notice"].contains(where: {
                    top.hasPrefix($0)
                })
            {
                return true
            }
            return patterns.contains { Self.fits($0, rest) }
        }
    }

    /// A file, a folder, or a pattern with `*` and `**`.
    static func fits(_ pattern: String, _ path: String) -> Bool {
        var pattern = pattern[...]
        if pattern.hasPrefix("!") { return false }
        while pattern.hasPrefix("./") { pattern = pattern.dropFirst(2) }
        while pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
        while pattern.hasSuffix("/") { pattern = pattern.dropLast() }
        if pattern.isEmpty || pattern == "." || pattern == "*" || pattern == "**" { return true }
        if path == pattern || path.hasPrefix(pattern + "/") { return true }
        let wanted = pattern.split(separator: "/").map { Array($0.utf8) }
        let parts = path.split(separator: "/").map { Array($0.utf8) }
        return parts.count <= 64 && wanted.count <= 64 && fits(wanted[...], parts[...])
    }

    /// By a table, so that many `**` cost no more than their number.
    private static func fits(_ wanted: ArraySlice<[UInt8]>, _ parts: ArraySlice<[UInt8]>) -> Bool {
        var reached = [Bool](repeating: false, count: parts.count + 1)
        reached[0] = true
        for pattern in wanted {
            var next = [Bool](repeating: false, count: parts.count + 1)
            if pattern == Array("**".utf8) {
                var isOpen = false
                for place in 0...parts.count {
                    isOpen = isOpen || reached[place]
                    next[place] = isOpen
                }
            } else {
                for place in 0..<parts.count where reached[place] && matches(pattern, parts[parts.startIndex + place]) {
                    next[place + 1] = true
                }
            }
            reached = next
        }
        // A pattern that names a folder names all that is in it.
        return reached.dropFirst().contains(true)
    }

    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for byte in pattern {
            var next = [Bool](repeating: false, count: text.count + 1)
            if byte == UInt8(ascii: "*") {
                var isOpen = false
                for place in 0...text.count {
                    isOpen = isOpen || reached[place]
                    next[place] = isOpen
                }
            } else {
                for place in text.indices where reached[place] && (byte == UInt8(ascii: "?") || byte == text[place]) {
                    next[place + 1] = true
                }
            }
            reached = next
        }
        return reached[text.count]
    }
}
