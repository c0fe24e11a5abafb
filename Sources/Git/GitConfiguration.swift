/// A git configuration file: as much of its syntax as it takes to find the remotes.
///
/// `[include]` is not followed.
struct GitConfiguration {
    private(set) var entries: [(section: String, subsection: String?, key: String, value: String)] = []
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var section = ""
        var subsection: String?
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        while let byte = current {
            switch byte {
            case UInt8(ascii: "["): (section, subsection) = readSection()
            case UInt8(ascii: "#"), UInt8(ascii: ";"): skipLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): index += 1
            default:
                let (key, value) = readEntry()
                entries.append((section, subsection, key, value))
            }
        }
    }

    /// The first URL of each remote, in the order of the file.
    var remotes: [(name: String, url: String)] {
        var remotes: [(name: String, url: String)] = []
        for entry in entries where entry.section == "remote" && entry.key == "url" && !entry.value.isEmpty {
            guard let name = entry.subsection, !remotes.contains(where: { $0.name == name }) else { continue }
            remotes.append((name, entry.value))
        }
        return remotes
    }

    /// What `url.<base>.insteadOf` lets one write in the place of a base. `pushInsteadOf` says where to push alone.
    var shortForms: [(short: String, base: String)] {
        entries.compactMap { entry in
            guard entry.section == "url", entry.key == "insteadof", !entry.value.isEmpty else { return nil }
            return entry.subsection.map { (entry.value, $0) }
        }
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipLine() {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// `[remote "origin"]`, or as older versions wrote it, `[remote.origin]`.
    private mutating func readSection() -> (String, String?) {
        index += 1
        var name: [UInt8] = []
        var quoted: [UInt8]?
        while let byte = current, byte != UInt8(ascii: "]"), byte != UInt8(ascii: "\n") {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): quoted = readQuotedName()
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: name.append(byte)
            }
        }
        index = min(bytes.count, index + 1)
        let section = String(decoding: name, as: UTF8.self).lowercased()
        if let quoted { return (section, String(decoding: quoted, as: UTF8.self)) }
        guard let dot = section.firstIndex(of: ".") else { return (section, nil) }
        return (String(section[..<dot]), String(section[section.index(after: dot)...]))
    }

    private mutating func readQuotedName() -> [UInt8] {
        var name: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\n") {
            index += 1
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = current {
                name.append(next)
                index += 1
            } else {
                name.append(byte)
            }
        }
        return name
    }

    private mutating func readEntry() -> (String, String) {
        let end = bytes[index...].firstIndex { "=\n#; \t\r".utf8.contains($0) } ?? bytes.count
        let key = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
        index = end
        while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { index += 1 }
        guard current == UInt8(ascii: "=") else {
            skipLine()
            return (key, "")
        }
        index += 1
        return (key, readValue())
    }

    /// A value goes to the end of the line; blanks at both ends are not in it unless quoted.
    private mutating func readValue() -> String {
        var value: [UInt8] = []
        var kept = 0
        var isQuoted = false
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\n"): return String(decoding: value[..<kept], as: UTF8.self)
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted: skipLine()
            case UInt8(ascii: "\\"):
                guard let next = current else { break }
                index += 1
                switch next {
                case UInt8(ascii: "\n"): break
                case UInt8(ascii: "n"): value.append(0x0A)
                case UInt8(ascii: "t"): value.append(0x09)
                case UInt8(ascii: "b"): value.append(0x08)
                default: value.append(next)
                }
                kept = value.count
            case UInt8(ascii: " ") where !isQuoted, UInt8(ascii: "\t") where !isQuoted,
                UInt8(ascii: "\r") where !isQuoted:
                if kept > 0 { value.append(byte) }
            default:
                value.append(byte)
                kept = value.count
            }
        }
        return String(decoding: value[..<kept], as: UTF8.self)
    }
}
