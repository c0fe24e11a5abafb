import Foundation
import Terminal
import Text

/// What the user's `config.toml` says. Nothing in it is needed, and no mistake in it keeps the dashboard from opening.
///
///     theme = "night"                                 # or { dark = "dark", light = "light" }
///     color = "truecolor"                             # auto, always, never, truecolor, 256, 16, mono
struct Configuration {
    private(set) var theme: ThemeChoice?
    private(set) var color: ColorChoice?
    /// Each a sentence with file, line and key.
    private(set) var problems: [String] = []

    private static let label = "config.toml"

    /// - Parameter path: need not be there.
    init(path: String?) {
        guard let path, let bytes = Self.bytes(of: path) else { return }
        do {
            for entry in try TOMLTable(parsing: bytes).entries { take(entry) }
        } catch {
            problems.append("\(Self.label), line \(error.line): \(error.reason).")
        }
    }

    private static func bytes(of path: String) -> [UInt8]? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size < 1 << 20
        else { return nil }
        return FileManager.default.contents(atPath: path).map { Array($0) }
    }

    private mutating func take(_ entry: TOMLTable.Entry) {
        switch (entry.key, entry.value) {
        case ("theme", .string(let name)):
            theme = name == "auto" ? .automatic : .named(name)
        case ("theme", .table(let table)):
            guard case .string(let dark)? = table["dark"]?.value, case .string(let light)? = table["light"]?.value,
                table.entries.count == 2
            else {
                return fail(entry, "write { dark = \"…\", light = \"…\" }, each a name of 'colophon theme list'.")
            }
            theme = .byAppearance(dark: dark, light: light)
        case ("theme", _):
            fail(entry, "write the name of a theme in quotes, or { dark = \"…\", light = \"…\" }.")
        case ("color", .string(let name)) where ColorChoice(rawValue: name) != nil:
            color = ColorChoice(rawValue: name)
        case ("color", .integer(let number)) where ColorChoice(rawValue: "\(number)") != nil:
            color = ColorChoice(rawValue: "\(number)")
        case ("color", _):
            fail(entry, "write one of \(ColorChoice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")).")
        default:
            fail(entry, "there is no such key; there are theme and color.")
        }
    }

    private mutating func fail(_ entry: TOMLTable.Entry, _ sentence: String) {
        problems.append("\(Self.label), line \(entry.line), \"\(Visible.text(entry.key))\": \(sentence)")
    }
}
