import Text

/// What Firefox, Safari and React Native print: `F@URL:L:C`, `URL:L:C`, `[native code]`; often without a header.
struct BrowserGrammar: Grammar {
    private var exception: Failure.Exception
    private var origin: Failure.Origin
    private var time: Timestamp?
    private let test: String?

    static func isBeginning(_ text: ByteView) -> Bool { frame(text, isOpen: false) != nil }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        guard let frame = Self.frame(line.text.trimmed, isOpen: false) else { return nil }
        let heading = Heading(recent)
        exception = heading.exceptions.first ?? Failure.Exception()
        origin = heading.origin ?? line.origin
        time = heading.time ?? line.time
        self.test = test
        exception.append(frame)
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        guard let frame = Self.frame(line.text.trimmed, isOpen: true) else { return .over }
        exception.append(frame)
        return .taken
    }

    func close() -> [Failure] {
        var failure = Failure(
            language: FileName.language(of: exception.frames, else: "javascript"), exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    /// - Parameter isOpen: Whether frames stood before it: then less is asked for.
    static func frame(_ text: ByteView, isOpen: Bool) -> Frame? {
        if text.ends("[native code]") {
            guard isOpen || text[text.count - 14] == UInt8(ascii: "@") else { return nil }
            let at = text.index(of: UInt8(ascii: "@")) ?? 0
            return at == 0 ? Frame() : Frame(function: text.upTo(at).text())
        }
        // The function may hold an `@`, a URL hardly does: its scheme tells.
        var start = 0
        if let scheme = text.index(of: "://"), let at = text.lastIndex(of: UInt8(ascii: "@"), before: scheme) {
            start = at + 1
        } else if let at = text.lastIndex(of: UInt8(ascii: "@")) {
            start = at + 1
        }
        var path = text.from(start)
        // `URL line 26 > eval:2:96`: the place in the file is the line of the call.
        if let mark = path.index(of: " line "), let number = path.number(at: mark + 6),
            path.has(" > ", at: number.end)
        {
            path = path.upTo(mark)
            guard Location.isFile(path) else { return nil }
            return Frame(file: path.text(), line: number.value, function: start > 1 ? text.upTo(start - 1).text() : nil)
        }
        guard let place = Location(atEnd: path, needsColumn: true) else { return nil }
        let isURL = place.file.contains("://")
        let isScript =
            place.file.ends(".js") || place.file.ends(".bundle") || place.file.ends(".mjs") || place.file.ends(".jsx")
            || place.file.ends(".ts") || place.file.ends(".tsx") || place.file.ends(".jsbundle")
        if place.file.contains(" ") { return nil }
        if start == 0 {
            guard isURL || (isOpen && isScript) || place.file.ends(".bundle") else { return nil }
            guard !text.contains("@") else { return nil }
            return place.frame()
        }
        guard isURL || isScript else { return nil }
        return place.frame(function: text.upTo(start - 1))
    }
}
