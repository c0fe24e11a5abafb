/// Code of one language, as made-up files are written in it.
struct CodeStyle: Sendable {
    /// What stands at the top of a file.
    let header: Template
    /// Functions and the like, of which a file consists.
    let parts: [Template]
    /// Endings of file names.
    let endings: [String]

    init(endings: [String], header: String, parts: [String]) {
        self.endings = endings
        self.header = Template(header)
        self.parts = parts.map(Template.init)
    }

    /// The style of a file; plain text where its name says nothing.
    static func of(_ path: String) -> CodeStyle {
        let ending = path.lastIndex(of: ".").map { String(path[$0...]) } ?? ""
        return byEnding[ending] ?? markdown
    }

    private static let byEnding: [String: CodeStyle] = {
        var styles: [String: CodeStyle] = [:]
        for style in [python, typescript, go, swift, shell, sql, yaml, markdown] {
            for ending in style.endings { styles[ending] = style }
        }
        return styles
    }()
}
