import Foundation
import Store
import Terminal
import Text

/// What the user's `config.toml` says. Nothing in it is needed, and no mistake in it keeps the dashboard from opening.
///
///     theme = "night"                                 # or { dark = "dark", light = "light" }
///     color = "truecolor"                             # auto, always, never, truecolor, 256, 16, mono
///     plain = true                                    # as --plain
///     [engine]
///     url = "http://127.0.0.1:11434"                  # and model, key_file, allow = ["host", …]
///     first_byte_timeout = 600                        # seconds; and connect_timeout, idle_timeout
///     [keys]
///     half-page-down = ["Ctrl-d", "J"]                # 'colophon config keys' names actions and keys
struct Configuration {
    private(set) var theme: ThemeChoice?
    private(set) var color: ColorChoice?
    private(set) var isPlain: Bool?
    private(set) var keys: [KeySetting] = []
    private(set) var engine = EngineSettings()
    /// Each a sentence with file, line and key.
    private(set) var problems: [String] = []

    private static let label = "config.toml"

    /// - Parameter path: need not be there.
    init(path: String?) {
        guard let path, let bytes = Self.bytes(of: path) else { return }
        do {
            for entry in try TOMLTable(parsing: bytes).entries { take(entry) }
        } catch {
            let column = error.column.map { ", column \($0)" } ?? ""
            problems.append("\(Self.label), line \(error.line)\(column): \(error.reason).")
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
        case ("plain", .boolean(let isPlain)):
            self.isPlain = isPlain
        case ("plain", _):
            fail(entry, "write true or false, without quotes.")
        case ("engine", .table(let table)):
            for entry in table.entries {
                if let complaint = engine.take(entry) { fail(entry, complaint) }
            }
        case ("engine", _):
            fail(entry, "write [engine], then a line for each setting.")
        case ("keys", .table(let table)):
            for entry in table.entries { takeKeys(entry) }
        case ("keys", _):
            fail(entry, "write [keys], then a line for each action.")
        case ("reduce_motion", _), ("reduce-motion", _):
            fail(entry, "is not needed: nothing on the screen moves by itself.")
        default:
            let hint = Nearest.word(to: entry.key, among: Self.names).map { "is \"\($0)\" meant?" }
            fail(entry, "there is no such key; \(hint ?? "there are \(Self.names.joined(separator: ", ")).")")
        }
    }

    private static let names = ["theme", "color", "plain", "engine", "keys"]

    /// `open = "Enter"`, or a list; what the words mean is found out by who knows actions.
    private mutating func takeKeys(_ entry: TOMLTable.Entry) {
        var values = [entry.value]
        if case .array(let list) = entry.value { values = list }
        let keys = values.compactMap { value in
            if case .string(let key) = value { key } else { nil }
        }
        guard keys.count == values.count else {
            return fail(entry, "write a key in quotes, or a list of such: [\"x\", \"Ctrl-x\"].")
        }
        self.keys.append(KeySetting(action: entry.key, keys: keys, line: entry.line, column: entry.column))
    }

    /// What those who know actions and keys found wrong.
    mutating func note(_ problems: [KeySetting.Problem]) {
        self.problems += problems.map {
            Self.sentence(line: $0.line, column: $0.column, key: "keys." + $0.action, $0.sentence)
        }
    }

    private mutating func fail(_ entry: TOMLTable.Entry, _ sentence: String) {
        problems.append(Self.sentence(line: entry.line, column: entry.column, key: entry.key, sentence))
    }

    private static func sentence(line: Int, column: Int, key: String, _ words: String) -> String {
        "\(label), line \(line), column \(column), \"\(Visible.text(key))\": \(words)"
    }
}
