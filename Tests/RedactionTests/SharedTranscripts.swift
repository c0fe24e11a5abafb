#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real histories that lie beside the repository on the machines of its makers; elsewhere there are none.
enum SharedTranscripts {
    static let files: [String] = {
        let here = #filePath.utf8.split(separator: 0x2F).dropLast(3).map { String($0) ?? "" }.joined(separator: "/")
        let named = getenv("COLOPHON_SHARED").map { String(cString: $0) }
        for root in [named, "/\(here)/../shared", "/\(here)/../../shared"].compactMap(\.self) {
            let folder = root + "/data/transcripts"
            let names = list(folder).filter { $0.hasSuffix(".jsonl") }
            if !names.isEmpty { return names.sorted().map { folder + "/" + $0 } }
        }
        return []
    }()

    private static func list(_ folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        return bytes
    }

    /// The strings of a JSON text, with the escapes `\n`, `\t`, `\"`, `\\` and `\/` undone.
    static func strings(_ json: [UInt8]) -> [String] {
        var strings: [String] = []
        var text: [UInt8] = []
        var (inside, escaped) = (false, false)
        for byte in json {
            guard inside else {
                inside = byte == UInt8(ascii: "\"")
                continue
            }
            if escaped {
                escaped = false
                switch byte {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
                default: text += [UInt8(ascii: "\\"), byte]
                }
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                strings.append(String(decoding: text, as: UTF8.self))
                text.removeAll(keepingCapacity: true)
                inside = false
            } else {
                text.append(byte)
            }
        }
        return strings
    }
}
