/// Reads reports of tests that are XML as they come: JUnit's in its many dialects, Visual Studio's TRX, NUnit's.
struct ReportReader {
    private static let roots: Set<String> = [
        "testsuites", "testsuite", "TestRun", "test-run", "test-results", "assemblies", "testExecutions",
    ]

    private(set) var failures: [Failure] = []
    private var xml = XMLReader()
    private var path: [String] = []
    private var test: ReportedTest?
    private var text: [UInt8] = []
    private let textLimit: Int
    /// Bytes that stood where a report has none but blanks: of a report that was cut off in a log.
    private var strays = 0
    private var isStranger = false
    private let origin: Failure.Origin
    private let depth: Int

    /// Whether a line that begins so is the begin of a report.
    static func isBeginning(_ text: ByteView) -> Bool {
        guard text.first == UInt8(ascii: "<") else { return false }
        return text.has("<?xml") || text.has("<testsuite") || text.has("<TestRun ") || text.has("<test-run ")
            || text.has("<test-results ") || text.has("<assemblies")
    }

    init(origin: Failure.Origin, textLimit: Int, depth: Int) {
        self.origin = origin
        self.textLimit = textLimit
        self.depth = depth
    }

    /// The report has ended, or this is none.
    var isOver: Bool { xml.isOver || xml.isBroken || isStranger || strays > 512 }

    mutating func read(_ bytes: ByteView) {
        // The reader is moved out while its events change what is beside it.
        var reader = xml
        xml = XMLReader()
        reader.read(bytes) { event in
            switch event {
            case .start(let name, let attributes): start(name, attributes)
            case .text(let piece): append(piece)
            case .end(let name): end(name)
            }
        }
        xml = reader
    }

    mutating func takeFailures() -> [Failure] {
        defer { failures = [] }
        return failures
    }

    /// A test that was being told when the report broke off.
    mutating func finish() {
        if let test { failures += test.failures() }
        test = nil
    }

    // MARK: Elements

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        if path.isEmpty, !Self.roots.contains(name) { isStranger = true }
        path.append(name)
        text.removeAll(keepingCapacity: true)
        switch name {
        case "testcase", "test-case", "UnitTestResult", "test":
            test = ReportedTest(element: name, attributes: attributes, origin: origin, depth: depth)
        case "failure", "error", "rerunFailure", "flakyFailure", "ErrorInfo":
            test?.begin(attributes)
        default: break
        }
    }

    private mutating func append(_ piece: ByteView) {
        guard text.count < textLimit else { return }
        text.append(contentsOf: piece.upTo(textLimit - text.count).raw)
        switch path.last {
        case "testsuites", "testsuite", "testcase", nil:
            for byte in piece.raw where byte > 0x20 { strays += 1 }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        if path.last == name { path.removeLast() }
        defer { text.removeAll(keepingCapacity: true) }
        let string = string
        switch name {
        case "failure", "error", "rerunFailure", "flakyFailure", "ErrorInfo": test?.end(body: string)
        case "message", "Message": test?.message(string)
        case "stack-trace", "StackTrace": test?.stack(string)
        case "system-out", "system-err", "StdOut", "StdErr":
            if test != nil {
                test?.output(string)
            } else {
                failures += NestedText.read(string, depth: depth + 1, origin: origin)
            }
        case "testcase", "test-case", "UnitTestResult", "test":
            if let test { failures += test.failures() }
            test = nil
            strays = 0
        default: break
        }
    }

    private var string: String { String(decoding: text, as: UTF8.self) }
}
