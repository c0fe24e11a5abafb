import Testing

@testable import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct AsciiStandInTests {
    /// The texts of the dashboard's source: whatever is drawn stands in one.
    @Test func `every glyph that the dashboard draws has a likeness in ASCII`() throws {
        let parts = #filePath.split(separator: "/").dropLast(3)
        let files = swiftFiles(in: "/" + parts.joined(separator: "/") + "/Sources/Dashboard")
        #expect(files.count > 20)
        for file in files {
            for line in text(of: file).split(separator: "\n") {
                // Comments may say what they like; quotes cut a line into what is in a text and what is not.
                let code = line.drop { $0 == " " }
                guard !code.hasPrefix("//") else { continue }
                let texts = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                for (_, piece) in texts where !piece.contains("// ") {
                    for scalar in piece.unicodeScalars where scalar.value > 0x7E {
                        #expect(asciiStandIn(for: scalar) != "?", "\(scalar) in \(file)")
                    }
                }
            }
        }
    }

    private func swiftFiles(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var files: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            files += name.hasSuffix(".swift") ? ["\(folder)/\(name)"] : swiftFiles(in: "\(folder)/\(name)")
        }
        return files
    }

    private func text(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
