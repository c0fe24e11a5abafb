import Foundation
import Testing

@testable import Audit

/// The auditor, handed what no program is: nothing may crash it, its work grows with the text and no faster, and it says
/// the same each time.
///
/// `make soak SUITE=HostileTextTests` hands over many more; a run is repeated by its number: `COLOPHON_FUZZ=audit:17`.
struct HostileTextTests {
    static let isLong = ProcessInfo.processInfo.environment["COLOPHON_SOAK"] != nil

    private static let episodes: Range<Int> = {
        let parts = (ProcessInfo.processInfo.environment["COLOPHON_FUZZ"] ?? "").split(separator: ":")
        guard parts.first == "audit", parts.count == 2, let number = Int(parts[1]) else {
            return 0..<(isLong ? 1_000_000 : 1000)
        }
        return number..<number + 1
    }()

    private static let auditors: [Auditor] = RuleLibrary.languages.compactMap { language in
        (try? RuleLibrary().rules(for: language)).map { Auditor($0) }
    }

    @Test func `Damaged code is audited whatever it is, twice the same`() throws {
        for number in Self.episodes {
            var dice = Dice(seed: UInt64(number))
            let text = damaged(&dice)
            let auditor = Self.auditors[dice.roll(Self.auditors.count)]
            let packages = Self.packages(auditor)
            let findings = try #require(auditor.audit(text, packages: packages))
            let count = text.utf8.count
            for finding in findings {
                let isWithin = finding.range.lowerBound >= 0 && finding.range.upperBound <= count
                #expect(isWithin && !finding.message.isEmpty, "again with COLOPHON_FUZZ=audit:\(number)")
            }
            if number % 16 == 0 {
                #expect(auditor.audit(text, packages: packages) == findings, "again with COLOPHON_FUZZ=audit:\(number)")
            }
        }
    }

    /// Nobody has anything: every import is asked for.
    private static func packages(_ auditor: Auditor) -> KnownPackages? {
        PackageEcosystem(language: auditor.rules.language).map { KnownPackages($0, names: ["a-b"]) { _ in false } }
    }

    private func damaged(_ dice: inout Dice) -> String {
        var bytes: [UInt8] = []
        for _ in 0...dice.roll(3) { bytes += Array(Example.all[dice.roll(Example.all.count)].code.utf8) }
        for _ in 0..<dice.roll(12) where !bytes.isEmpty {
            let place = dice.roll(bytes.count)
            switch dice.roll(5) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(UInt8(dice.roll(256)), at: place)
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(20)))
            case 3: bytes.insert(contentsOf: Array("(){}[]\"'`$:=,.;\n#@".utf8).prefix(1 + dice.roll(18)), at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(60))], at: place)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Counted in steps, so that no clock decides.
    @Test func `The work on one byte without end grows with its number and no faster`() throws {
        for byte in UInt8.min...UInt8.max where byte < 0x80 || byte % 16 == 0 {
            for auditor in Self.auditors where Self.isLong || byte % 16 == 0 || auditor.rules.language == "python" {
                try check(auditor, { Array(repeating: byte, count: $0) }, "byte \(byte)")
            }
        }
    }

    @Test(arguments: [
        "(", "{", "[", "a(", "a[", "{a:", "a.b(c,", "def f(a):\n", "def f(a):\n ", "if a:\n", "while True:\n",
        "function f(a) {", "=>",
        "a = b + ", "a = \"b\" + ", "\"${", "`${", "f\"{", "f'{a}' % ", "x = x + y\n", "x += y\n", "free(p);", "a, ",
        "a = b = ", "lambda a: ",
        "import a\n", "from a import b\n", "cursor.execute(\"SELECT a FROM b\" + c)\n", "os.system(x)\n", "return a\n",
        "for a in b:\n",
        "for (;;) {", "func f(a int) {\n", "@a\n", "<a>", "/*", "\"\"\"", "do |a|\n", "a b c ", "if (a) {",
        "switch (a) {", "#define A b\n",
        "eval(eval(", "f(f(f(", "a[a[a[", "(a)", "[a]", "{a}", "!", "//", "# nosec\n", "password = \"hunter2x\"\n",
        "run: |\n  ${{ github.head_ref }}\n",
        "(a+)+", "/(a+)+/", "f(a=b,", "\\\n", "in ", "not in ", "a if b else ", "a ? b : ", "except:\n  pass\n",
        "target=\"_blank\" ", "    import a\n", " from a import b\n", "require('a');", "import \"a.b/c\"\n",
        "use a::b;\n",
        "require \"a\"\n", "use A\\B;\n", "import a, a, ", "if (a) { require('a') ",
    ])
    func `The work on what repeats without end grows with it and no faster`(piece: String) throws {
        for auditor in Self.auditors {
            try check(auditor, { Array(String(repeating: piece, count: $0 / piece.utf8.count + 1).utf8) }, piece)
        }
    }

    /// A ratio, so that no machine is too slow for it; 100 kB of one byte against 10 kB of it, in time that this thread had
    /// of a core: other work on the machine does not count.
    @Test(.enabled(if: isLong, "make soak SUITE=HostileTextTests runs it"))
    func `A hundred thousand of one byte take no more than their share of the time`() throws {
        for auditor in Self.auditors {
            for byte in UInt8.min...UInt8.max {
                func best(_ count: Int) -> Duration {
                    let bytes = Array(repeating: byte, count: count)
                    return (0..<3).map { _ in
                        let start = Self.coreTime()
                        bytes.withUnsafeBufferPointer { _ = auditor.audit($0) }
                        return Self.coreTime() - start
                    }.min() ?? .zero
                }
                let (one, ten) = (best(10_000), best(100_000))
                // Below a millisecond the clock and the caches count more than the text; a square would be a hundred.
                let isLinear = ten < max(one, .microseconds(200)) * 40
                #expect(isLinear && ten < .seconds(1), "\(auditor.rules.language), byte \(byte): \(one), then \(ten)")
            }
        }
    }

    private static func coreTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private func check(_ auditor: Auditor, _ make: (Int) -> [UInt8], _ what: String) throws {
        let size = Self.isLong ? 100_000 : 3000
        let bytes = make(size)
        let steps = try #require(
            bytes.withUnsafeBufferPointer { auditor.inspect($0, path: "", Self.packages(auditor)) }
        ).steps
        #expect(steps < size * 24 + 20_000, "\(auditor.rules.language), \(what): \(steps) steps")
    }
}
