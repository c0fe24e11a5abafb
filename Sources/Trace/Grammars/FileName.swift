import Provenance

/// What a file's name tells.
enum FileName {
    /// The language of a path in which traces can be expected, by its ending.
    static func language(_ file: ByteView) -> String? {
        guard let dot = file.lastIndex(of: UInt8(ascii: ".")), file.count - dot <= 7 else { return nil }
        // Only the end of the name is handed on: paths are long, and this is asked of many lines.
        guard let language = Language.named(by: "a" + file.from(dot).text()), code.contains(language) else {
            return nil
        }
        return language
    }

    static func language(of frames: [Frame], else language: String) -> String {
        for frame in frames where frame.isVendor != true {
            guard var file = frame.file else { continue }
            if let query = file.lastIndex(of: "?") { file = String(file[..<query]) }
            let found = file.withUTF8 { self.language(ByteView(UnsafeRawBufferPointer($0))) }
            if let found { return found }
        }
        return language
    }

    private static let code: Set<String> = [
        "python", "javascript", "typescript", "java", "kotlin", "go", "rust", "swift", "c", "cpp", "csharp", "ruby",
        "php", "shell", "dart", "scala", "groovy", "elixir", "lua", "vue", "svelte", "perl", "zig", "haskell", "ocaml",
        "sql", "yaml", "julia", "r", "erlang",
    ]
}
