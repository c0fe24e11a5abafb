import Text

/// Swift's crashes: a header of the runtime, then the backtrace of the thread that crashed, where it was asked for.
///
///     orders/main.swift:3: Fatal error: message           Fatal error: message: file main.swift, line 3
///     Thread 0 "orders" crashed:
///       2 [ra] 0x000056316aca4df0 orders_main + 575 in orders at /srv/Sources/orders/main.swift:3:51
///     7   App   0x0000000104c1 Cart.total() + 4 (Cart.swift:59)
struct SwiftGrammar: Grammar {
    private enum State { case header, frames }

    private var state = State.header
    private var exception = Failure.Exception()
    private var site: Frame?
    private var waited = 0
    private let origin: Failure.Origin
    private let time: Timestamp?
    private let test: String?

    private static let kinds: [StaticString] = ["Fatal error", "Precondition failed", "Assertion failed"]

    static func isBeginning(_ text: ByteView) -> Bool {
        if text.has("Thread "), text.contains("rashed:") { return true }
        if let mark = text.index(of: ".swift:"), let number = text.number(at: mark + 7), text.has(": ", at: number.end)
        {
            return kinds.contains { text.has($0, at: number.end + 2) }
        }
        return kinds.contains { text.has($0) } && text.contains(": file ") && text.contains(", line ")
    }

    init?(_ line: LogLine, recent: RecentLines, test: String?) {
        let text = line.text.trimmed
        guard Self.isBeginning(text) else { return nil }
        origin = line.origin
        time = line.time
        self.test = test
        if text.has("Thread ") {
            state = .frames
            exception.type = "crash"
            return
        }
        for kind in Self.kinds {
            guard let place = text.index(of: kind) else { continue }
            exception.type = kind.description
            var message = text.from(place + kind.utf8CodeUnitCount)
            if message.has(": ") { message = message.from(2) }
            if place > 0 {
                readSite(text.upTo(place - 2))
            } else if let file = message.lastIndex(of: ": file "), let line = message.lastIndex(of: ", line "),
                line > file
            {
                site = Frame(file: message.slice(file + 7, line).text(), line: message.from(line + 7).number)
                message = message.upTo(file)
            }
            exception.message = message.isEmpty ? nil : message.text(TraceLimit.message)
            break
        }
    }

    /// `orders/main.swift:3` is a module and a file, no path.
    private mutating func readSite(_ text: ByteView) {
        let start = text.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        guard let place = Location(atEnd: text.from(start)) else { return }
        site = place.frame()
        if place.file.first != UInt8(ascii: "/"), let slash = place.file.index(of: UInt8(ascii: "/")) {
            site?.module = place.file.upTo(slash).text()
        }
    }

    mutating func take(_ line: LogLine, isBeginning: Bool) -> Taking {
        let text = line.text.trimmed
        guard state == .frames else { return takePreamble(text, isBeginning) }
        if let frame = Self.frame(text) {
            exception.append(frame)
            return .taken
        }
        if takeListing(text) { return .taken }
        if text.isEmpty { return exception.frames.isEmpty ? .taken : .taken }
        if text.equals("...") || text.has("Registers:") || text.has("Thread ") || text.has("Images ") { return .last }
        return .over
    }

    mutating func close() -> [Failure] {
        if var site, !exception.frames.contains(where: { $0.file != nil && $0.isVendor != true }) {
            site.isVendor = Vendor.judge(site)
            exception.frames.insert(site, at: 0)
        }
        guard !exception.frames.isEmpty else { return [] }
        var failure = Failure(language: "swift", exceptions: [exception])
        failure.origin = origin
        failure.time = time
        failure.test = test
        if test != nil { failure.kind = .test }
        return [failure]
    }

    private mutating func takePreamble(_ text: ByteView, _ isBeginning: Bool) -> Taking {
        waited += 1
        if text.has("Thread "), text.contains("rashed:") {
            state = .frames
            return .taken
        }
        if waited > 32 { return .over }
        if text.isEmpty || text.has("*** ") || text.has("Platform: ") || text.has("Current stack trace:")
            || text.has("\u{1F4A3} ")
        {
            return .taken
        }
        if let frame = Self.frame(text) {
            exception.append(frame)
            return .taken
        }
        return .over
    }

    /// A piece of the code with its line marked: `     3│ let a = b!`.
    private mutating func takeListing(_ text: ByteView) -> Bool {
        guard let bar = text.upTo(16).index(of: "\u{2502}") else { return false }
        let number = text.upTo(bar).trimmed
        guard !exception.frames.isEmpty, let line = number.number else { return number.isEmpty || number.number != nil }
        if exception.frames[exception.frames.count - 1].line == line {
            exception.frames[exception.frames.count - 1].source = text.from(bar + 3).trimmed.text(TraceLimit.source)
        }
        return true
    }

    static func frame(_ text: ByteView) -> Frame? {
        guard let number = text.number(at: 0), text[number.end] == 0x20, let address = text.index(of: " 0x") else {
            return nil
        }
        var place = address + 3
        guard address < 200, text[place].isHex else { return nil }
        while text[place].isHex { place += 1 }
        let rest = text.from(place).trimmed
        guard !rest.isEmpty else { return nil }
        var frame = Frame()
        let plus = rest.index(of: " + ")
        frame.function = rest.upTo(plus ?? rest.index(of: " in ") ?? rest.count).text()
        if let image = rest.lastIndex(of: " in ") {
            let tail = rest.from(image + 4)
            let end = tail.index(of: " at ")
            frame.module = tail.upTo(end ?? tail.count).text()
            if let end, let location = Location(atEnd: tail.from(end + 4)) {
                frame.file = location.file.text()
                frame.line = location.line > 0 ? location.line : nil
                frame.column = location.column
            }
        } else if rest.last == UInt8(ascii: ")"), let open = rest.lastIndex(of: UInt8(ascii: "(")),
            let location = Location(atEnd: rest.slice(open + 1, rest.count - 1))
        {
            frame.file = location.file.text()
            frame.line = location.line > 0 ? location.line : nil
            frame.module = text.slice(number.end, address).trimmed.text()
        }
        if let module = frame.module, module.hasPrefix("lib"), module.hasSuffix(".so") { frame.isVendor = true }
        return frame
    }
}
