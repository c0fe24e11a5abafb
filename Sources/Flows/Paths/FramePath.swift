/// A path as traces and builds write it, brought to folders and a file: without scheme, host, drive, query and dots.
///
/// `file:///C:/shop/src/a.ts`, `webpack:///./src/a.ts?1f2e`, `C:\shop\src\a.ts`, `/app/src/a.ts`, `app:///src/a.ts`.
package struct FramePath: Equatable, Sendable {
    /// The folders from the outermost, and the file.
    package private(set) var components: [String]
    /// The module of Go in whose folder it lies, where its version is told: `github.com/acme/shop` of
    /// `github.com/acme/shop@v1.2.3/pay/refund.go`, which has the components `pay` and `refund.go`.
    package private(set) var module: String?
    /// How many of the last components hold the innermost folder of other people's code: 3 in `/app/node_modules/x/a.js`.
    package private(set) var libraryDepth: Int?

    private static let longest = 4096

    /// - Returns: `nil` for what is no path of a file: nothing, `<string>`, `[eval]`, or a whole page of text.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest, !text.utf8.contains(where: { $0 < 0x20 }) else { return nil }
        components = Self.components(of: text)
        takeModule()
        guard let file = components.last, file.first != "<" && file.first != "[" else { return nil }
        libraryDepth = Self.libraryDepth(of: components)
    }

    /// The same for a folder, which may be the top.
    static func components(of text: String) -> [String] {
        var parts = plain(text).split(separator: "/").map(String.init)
        if let first = parts.first, first == "~" || isDrive(first) { parts.removeFirst() }
        var components: [String] = []
        for part in parts where part != "." {
            if part == ".." { _ = components.popLast() } else { components.append(part) }
        }
        return components
    }

    package var text: String { components.joined(separator: "/") }

    private static func plain(_ text: String) -> String {
        var rest = text[...]
        // "jar:file:/srv/shop.jar!/pay/Refund.class", and what loaders of webpack put in front.
        if let mark = rest.utf8.lastIndex(of: UInt8(ascii: "!")), rest.utf8.index(after: mark) != rest.endIndex,
            "./".utf8.contains(rest.utf8[rest.utf8.index(after: mark)])
        {
            rest = rest[rest.utf8.index(after: mark)...]
        }
        guard let scheme = rest.firstRange(of: "://"), isScheme(rest[..<scheme.lowerBound]) else {
            return String(rest.replacing("\\", with: "/"))
        }
        let isFile = rest[..<scheme.lowerBound].lowercased() == "file"
        rest = rest[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "\\" }
        // `file://C:/shop/a.ts` is met, although a host should stand there.
        if !(isFile && isDrive(String(host))) { rest = rest[host.endIndex...] }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        return decoded(rest).replacing("\\", with: "/")
    }

    private static func isScheme(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || "+-.".utf8.contains(byte)
            }
    }

    private static func isDrive(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
            && UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[0] | 0x20
    }

    /// `%20` as the byte that it stands for; what does not come to UTF-8 stays as it is.
    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value >= 0x20 {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? String(text)
    }

    private mutating func takeModule() {
        guard
            let place = components.dropLast().lastIndex(where: { part in
                part.firstRange(of: "@v").map { part[$0.upperBound...].first?.isNumber ?? false } ?? false
            })
        else { return }
        var names = Array(components[...place])
        if let mark = names[place].firstRange(of: "@v") { names[place] = String(names[place][..<mark.lowerBound]) }
        // In the folder of downloads, where capitals are written `!a`.
        if let cache = names.indices.dropFirst().last(where: { names[$0 - 1] == "pkg" && names[$0] == "mod" }) {
            names.removeFirst(cache + 1)
        }
        module = names.joined(separator: "/").replacing("!", with: "").lowercased()
        components.removeFirst(place + 1)
    }

    // MARK: - Other people's code

    /// Folders into which tools put what they fetch.
    private static let libraries: Set<String> = [
        "node_modules", "bower_components", "jspm_packages", "site-packages", "dist-packages", "vendor", "gems", "Pods",
        "Carthage", ".cargo", ".m2", ".gradle", ".pub-cache", ".nuget",
    ]

    private static func libraryDepth(of components: [String]) -> Int? {
        let place = components.indices.dropLast().last { place in
            let name = components[place]
            if libraries.contains(name) { return true }
            guard place > 0 else { return name == "rustc" }
            switch components[place - 1] {
            // `lib/python3.11`, `lib/ruby`, `go/src` and `lib/go-1.22` as systems have them, `.build/checkouts`.
            case "lib", "lib64": return name.hasPrefix("python") || name == "ruby" || name.hasPrefix("go-")
            case "go": return name == "src" && place > 1 && components[place - 2] == "local"
            case "cargo": return name == "registry" || name == "git"
            case ".build": return name == "checkouts"
            default: return false
            }
        }
        return place.map { components.count - $0 }
    }
}
