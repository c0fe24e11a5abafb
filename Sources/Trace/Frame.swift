/// One place in code that a trace names, as the trace writes it.
package struct Frame: Hashable, Sendable {
    /// The path or URL, just as it stands in the trace; nil where the frame names none.
    package var file: String?
    /// From 1; nil where the trace does not know (`:0` in crash reports).
    package var line: Int?
    package var column: Int?
    /// With its class or package where the trace gives it: `com.acme.Invoice.lookup`, `main.(*Cart).Total`.
    package var function: String?
    /// What holds the function: a Java class, a Python or Go package, a Swift module.
    package var module: String?
    /// A second path, where the payload has one beside `file`.
    package var absolutePath: String?
    /// The text of the line, as the trace quotes it: it is what was deployed. Lines around it, nearest last and first.
    package var source: String?
    package var before: [String] = []
    package var after: [String] = []
    /// True for what the name alone shows to be of a standard library or a package; nil where the name does not tell.
    /// Whether the repository holds the path is the better test.
    package var isVendor: Bool?
    /// What the payload itself says; it may be absent, which means neither.
    package var isInApp: Bool?

    package init(
        file: String? = nil, line: Int? = nil, column: Int? = nil, function: String? = nil, module: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.function = function
        self.module = module
    }

    /// Whether it may be the program's own, as far as names and the payload tell, and says where.
    package var mayBeOwn: Bool {
        file != nil && line != nil && isVendor != true && isInApp != false
    }

    /// Bundled code, whose line means nothing without its source map.
    package var isBundled: Bool {
        guard let file else { return false }
        let path = WrittenPath.plain(file)
        return path.hasSuffix(".bundle") || path.hasSuffix(".jsbundle") || path.hasSuffix(".min.js")
            || (path.hasSuffix(".js") && (column ?? 0) > 500)
    }

    /// Where the file may lie, the likeliest first: marks of schemes and bundlers off, `\` as `/`; a Java class's
    /// package as folders. The roots of machines and containers still stand before them.
    package var paths: [String] {
        var paths: [String] = []
        for written in [file, absolutePath].compactMap(\.self) {
            for path in WrittenPath.candidates(written, module: module) where !paths.contains(path) {
                paths.append(path)
            }
        }
        return paths
    }
}
