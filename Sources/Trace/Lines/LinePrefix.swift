/// What collectors and loggers set before the text of a line, taken off; it also tells apart whose lines are mixed.
///
///     job⇥step⇥2026-01-01T00:00:00.0000000Z text          gh run view --log
///     [pod/shop-6d4cf56db6-x2x9z/app] text                kubectl logs --prefix
///     web-1  | text                                       docker compose logs
///     shop-6d4cf56db6-x2x9z app text                      stern
///     2026-01-01T00:00:00.000000000Z stderr F text        containerd; P where the line goes on
///     Jan  2 15:04:05 host unit[12]: text                 journald, syslog; also with a time as below
///     01-02 15:04:05.678  123  456 E AndroidRuntime: text logcat
///     2026-01-01 10:00:00,123 text                        loggers; in brackets, too
///     [ERROR] text                                        Maven and others
struct LinePrefix {
    var text: ByteView
    /// A hash of the names whose line it is; 0 where none is given.
    var key: UInt64 = 0
    /// The first of these names.
    var name = ByteView.empty
    var stamp = ByteView.empty
    /// The line goes on in the next one of the same key.
    var isPartial = false

    /// None: the line is taken as it is.
    init(whole line: ByteView) { text = line }

    init(_ line: ByteView) {
        text = line
        // They are nested: a pod's name, a collector's time, a logger's own time.
        for step in 0..<5 {
            let before = text.count
            takeOne(isFirst: step == 0)
            if text.count == before { break }
        }
    }

    private mutating func takeOne(isFirst: Bool) {
        let first = text.first
        if first.isDigit {
            if takeStamp() {
                takeContainer()
                if stamp[10] == UInt8(ascii: "T") { takeHost() }
            } else if takeLogcat() {
                return
            }
        } else if first == UInt8(ascii: "[") {
            if isFirst, text.has("[pod/"), let end = text.index(of: UInt8(ascii: "]")), end < 256 {
                add(text.slice(1, end))
                drop(end + 1)
                if text.first == 0x20 { drop(1) }
            } else {
                takeBracket()
            }
        } else if first == UInt8(ascii: "<"), isFirst {
            takePriority()
        } else if first.isLetter {
            if takeMonth() { return takeHost(isSystem: true) }
            guard isFirst else { return }
            if takeJob() || takeComposed() || takePod() || takeTag() { return }
        } else if first == UInt8(ascii: "#"), text.has("##[error]") {
            drop(9)
        } else if first == UInt8(ascii: "#"), text.has("##[warning]") {
            drop(11)
        }
    }

    mutating func drop(_ count: Int) { text = text.from(count) }

    mutating func add(_ part: ByteView) {
        if name.isEmpty { name = part }
        var hash: UInt64 = key == 0 ? 0xCBF2_9CE4_8422_2325 : key
        for byte in part.raw { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        key = hash | 1
    }

    // MARK: Times

    /// A time at the beginning and one blank, or two for a tab: the rest keeps its indent.
    private mutating func takeStamp() -> Bool {
        guard let length = Stamp.length(text), text[length].isBlank || text[length] == 0 else { return false }
        if stamp.isEmpty { stamp = text.upTo(length) }
        drop(length + 1)
        return true
    }

    /// `[2026-01-01 10:00:00,123] `, `[10:00:00] `, `[ERROR] `
    private mutating func takeBracket() {
        let inside = text.from(1)
        if let length = Stamp.length(inside) {
            guard let end = text.index(of: UInt8(ascii: "]"), from: length + 1), end < length + 16 else { return }
            if stamp.isEmpty { stamp = inside.upTo(length) }
            return drop(end + (text[end + 1] == 0x20 ? 2 : 1))
        }
        for level in Self.levels where inside.has(level) {
            let end = 1 + level.utf8CodeUnitCount
            if text[end] == UInt8(ascii: "]") { return drop(end + (text[end + 1] == 0x20 ? 2 : 1)) }
        }
    }

    private static let levels: [StaticString] = [
        "ERROR", "INFO", "WARN", "WARNING", "FATAL", "DEBUG", "error", "stderr", "stdout",
    ]

    /// `Jan  2 15:04:05 `
    private mutating func takeMonth() -> Bool {
        guard text[3] == 0x20, text[6] == 0x20, text[9] == UInt8(ascii: ":"), text[12] == UInt8(ascii: ":") else {
            return false
        }
        let months: [StaticString] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        guard months.contains(where: { text.has($0) }), text[5].isDigit, text[13].isDigit, text[15] == 0x20 else {
            return false
        }
        if stamp.isEmpty { stamp = text.upTo(15) }
        drop(16)
        return true
    }

    // MARK: Whose line

    /// `stderr F ` after the time.
    private mutating func takeContainer() {
        guard text.has("stdout ") || text.has("stderr "), text[8] == 0x20,
            text[7] == UInt8(ascii: "F") || text[7] == UInt8(ascii: "P")
        else { return }
        isPartial = text[7] == UInt8(ascii: "P")
        add(text.upTo(6))
        drop(9)
    }

    /// `host unit[12]: ` or `app[web.1]: ` after the time.
    private mutating func takeHost(isSystem: Bool = false) {
        var start = 0
        for _ in 0..<2 {
            var end = start
            while end < start + 64, isNamed(text[end]) { end += 1 }
            guard end > start else { return }
            if text[end] == UInt8(ascii: "[") {
                guard let close = text.index(of: UInt8(ascii: "]"), from: end), close < end + 32,
                    text.has("]: ", at: close) || (text.has("]:", at: close) && close + 2 == text.count)
                else { return }
                add(text.slice(start, close + 1))
                return drop(close + 3)
            }
            guard text[end] == 0x20 else {
                // `host kernel: `: a unit without a number needs the host before it.
                guard isSystem, start > 0, text.has(": ", at: end) else { return }
                add(text.slice(start, end))
                return drop(end + 2)
            }
            start = end + 1
        }
    }

    /// `<34>1 2026-01-01T00:00:00Z host app 12 - - text`, or only `<34>`
    private mutating func takePriority() {
        guard let number = text.number(at: 1), number.value < 192, text[number.end] == UInt8(ascii: ">") else { return }
        guard text.has("1 ", at: number.end + 1), let length = Stamp.length(text.from(number.end + 3)) else {
            return drop(number.end + 1)
        }
        stamp = text.slice(number.end + 3, number.end + 3 + length)
        var place = number.end + 4 + length
        let start = place
        for _ in 0..<4 {
            guard let blank = text.index(of: 0x20, from: place), blank < start + 512 else { return }
            place = blank + 1
        }
        add(text.slice(start, place))
        // Structured data is `-` or in brackets.
        if text[place] == UInt8(ascii: "-") {
            drop(place + 2)
        } else if text[place] == UInt8(ascii: "["), let end = text.index(of: "] ", from: place) {
            drop(end + 2)
        } else {
            drop(place)
        }
    }

    private mutating func takeJob() -> Bool {
        let head = text.upTo(512)
        guard let job = head.index(of: 0x09), let step = head.index(of: 0x09, from: job + 1) else { return false }
        var rest = text.from(step + 1)
        if rest.has("\u{FEFF}") { rest = rest.from(3) }
        guard let length = Stamp.length(rest), length > 18, rest[length] == 0x20 || rest[length] == 0 else {
            return false
        }
        add(text.upTo(step))
        text = rest
        return true
    }

    private mutating func takeComposed() -> Bool {
        var end = 0
        while end < 64, isNamed(text[end]) { end += 1 }
        guard end > 0, text[end] == 0x20 else { return false }
        var bar = end
        while text[bar] == 0x20 { bar += 1 }
        guard text[bar] == UInt8(ascii: "|"), text[bar + 1] == 0x20 || bar + 1 == text.count else { return false }
        add(text.upTo(end))
        drop(bar + 2)
        return true
    }

    func isNamed(_ byte: UInt8) -> Bool {
        byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
