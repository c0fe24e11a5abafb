import Git
import Store
import Testing

@testable import Flows

@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct FileHistoryTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
    }

    private func search(_ store: Store? = nil) throws -> HistorySearch {
        try HistorySearch(store: store, objects: GitObjects(of: copy.checkout))
    }

    private static let written = """
        def refund(order, gateway):
            charge = find_charge(order.id, order.customer)
            if charge is None:
                raise MissingCharge(order.id)
            return gateway.refund(charge)

        """
    /// The same as a formatter sets it.
    private static let formatted = """
        def refund(
            order,
            gateway,
        ):
            charge = find_charge(
                order.id,
                order.customer,
            )
            if charge is None:
                raise MissingCharge(order.id)
            return gateway.refund(charge)

        """

    @Test func `A commit that only formatted wrote no line`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        try copy.write("a.py", Self.formatted)
        let formatter = try copy.commit()
        try copy.write("a.py", Self.formatted + "\n\ndef ship():\n    pass\n")
        let last = try copy.commit()
        let history = try search().history(of: "a.py", at: last)
        #expect(history.state == .complete)
        #expect(history.lines.count == 15)
        for (line, own) in [(2, 1), (3, 1), (5, 2), (7, 2), (10, 4), (11, 5)] {
            #expect(history.origin(of: line)?.place == FilePlace(commit: wrote, path: "a.py"), "line \(line)")
            #expect(history.origin(of: line)?.line == own, "line \(line)")
        }
        #expect(history.origin(of: 14)?.place.commit == last)
        #expect(history.commits[wrote]?.author == "Ann")
        // A bracket alone is formatting: it stays with who set it.
        #expect(history.origin(of: 8)?.place.commit == formatter)
    }

    @Test func `Lines that a commit formatted beside other work are followed`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        try copy.write("a.py", "import shop\n\n" + Self.formatted + "\nshop.open(refund)\n")
        let last = try copy.commit()
        let history = try search().history(of: "a.py", at: last)
        #expect(history.origin(of: 1)?.place.commit == last)
        #expect(history.origin(of: 9)?.place.commit == wrote)
        #expect(history.origin(of: 15)?.place.commit == last)
    }

    @Test func `Two formatters and a rename are looked through`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        try copy.write("a.py", Self.formatted)
        try copy.commit()
        try copy.git("mv", "a.py", "b.py")
        try copy.commit()
        try copy.write("b.py", Self.formatted.replacing("order.id,\n", with: "order.id,  # which\n"))
        try copy.commit()
        try copy.write("b.py", Self.written)
        let last = try copy.commit()
        let history = try search().history(of: "b.py", at: last)
        #expect(history.origin(of: 1)?.place == FilePlace(commit: wrote, path: "a.py"))
        #expect(history.origin(of: 5)?.place == FilePlace(commit: wrote, path: "a.py"))
    }

    @Test func `A line that is asked for alone has the same history, before and after something is remembered`() throws
    {
        try copy.write("a.py", Self.written)
        try copy.commit()
        try copy.write("a.py", Self.formatted)
        try copy.commit()
        // One commit that formats some lines, and brings others beside them.
        try copy.write(
            "a.py", Self.written.replacing("find_charge(", with: "seek('charge', ") + "ship = 'now', later\n")
        try copy.commit()
        try copy.write(
            "a.py",
            Self.written.replacing("find_charge(", with: "seek(\n        \"charge\", ")
                + "ship = \"now\", later\nx = 1\n")
        let last = try copy.commit()
        let whole = try search().history(of: "a.py", at: last)
        #expect(Set(whole.lines.indices.compactMap { whole.origin(of: $0 + 1)?.place.commit }).count > 2)
        for line in 1...whole.lines.count {
            let alone = try search().history(of: "a.py", at: last, lines: line..<line + 1)
            #expect(alone.origin(of: line) == whole.origin(of: line), "line \(line), nothing remembered")
            let again = try search(copy.store).history(of: "a.py", at: last, lines: line..<line + 1)
            #expect(again.origin(of: line) == whole.origin(of: line), "line \(line), with what was remembered")
        }
        #expect(try search(copy.store).history(of: "a.py", at: last).lines == whole.lines)
    }

    @Test func `A line that was joined with a later one is followed to where it began`() throws {
        try copy.write("a.js", "const total = cart.add(price, 'net')\n")
        let wrote = try copy.commit()
        try copy.write("a.js", "const total = cart.add(price, \"net\")\n    .ship(order, now)\n")
        try copy.commit()
        try copy.write("a.js", "const total = cart.add(price, \"net\").ship(order, now)\n")
        let last = try copy.commit()
        #expect(try search().history(of: "a.js", at: last, lines: 1..<2).origin(of: 1)?.place.commit == wrote)
    }

    @Test func `The answer is remembered, and asked of git again where it is damaged`() throws {
        try copy.write("a.py", Self.written)
        try copy.commit()
        try copy.write("a.py", Self.formatted)
        let last = try copy.commit()
        let first = try search(copy.store).history(of: "a.py", at: last)
        let kept = try #require(try copy.store.rememberedLines(of: "a.py", at: last))
        #expect(kept.spans.allSatisfy { !$0.isOpen && !$0.isUntouched })
        // Without any time only what is remembered can answer.
        let again = try search(copy.store).history(of: "a.py", at: last, budgetMilliseconds: 0)
        #expect(again == first)
        #expect(try search().history(of: "a.py", at: last, budgetMilliseconds: 0).state == .unfinished)
    }

    @Test func `What there was no time for is made up for the next time`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        try copy.write("a.py", Self.formatted)
        let last = try copy.commit()
        let whole = try search(copy.store).history(of: "a.py", at: last)
        let blame = try GitCommand().blame("a.py", at: last, in: copy.checkout)
        let begun = RememberedLines(
            commits: blame.commits.values.map { RememberedLines.Commit($0) },
            spans: blame.spans.map { RememberedLines.Span($0, isOpen: true) })
        try copy.store.remember(begun, of: "a.py", at: last)
        let early = try search(copy.store).history(of: "a.py", at: last, budgetMilliseconds: 0)
        #expect(early.state == .unfinished)
        #expect(early.origin(of: 5)?.place.commit == last)
        let history = try search(copy.store).history(of: "a.py", at: last)
        #expect(history.origin(of: 5)?.place.commit == wrote)
        #expect(history == whole)
    }

    @Test func `A file that is asked for ahead is the next one, or is left out`() throws {
        try copy.write("a.py", "one = 1\n")
        try copy.write("src/b.py", "two = 2\n")
        let commit = try copy.commit()
        let objects = try GitObjects(of: copy.checkout)
        let (first, second) = (FilePlace(commit: commit, path: "a.py"), FilePlace(commit: commit, path: "src/b.py"))
        try objects.expectName(of: first)
        #expect(try SourceFile.text(of: first, in: objects) == "one = 1\n")
        try objects.expectName(of: first)
        #expect(try SourceFile.text(of: second, in: objects) == "two = 2\n")
        try objects.expectName(of: FilePlace(commit: commit, path: "none/none.py"))
        try objects.expectName(of: second)
        #expect(try SourceFile.text(of: first, in: objects) == "one = 1\n")
        // Several wait in their order; what is not wanted of them is passed over.
        func committed(_ place: FilePlace) throws -> String? {
            guard try objects.open(place) != nil else { return nil }
            return try objects.rest(limit: 100).map { String(decoding: $0, as: UTF8.self) }
        }
        try objects.expect([first, FilePlace(commit: commit, path: "none.py"), second])
        #expect(try committed(second) == "two = 2\n")
        try objects.expect([second, first])
        try objects.expect([first])
        #expect(try committed(second) == "two = 2\n")
        #expect(try committed(first) == "one = 1\n")
        #expect(try committed(second) == "two = 2\n")
    }

    @Test func `What was found of some lines before is gone on from when all are asked for`() throws {
        try copy.write("a.py", Self.written)
        try copy.commit()
        try copy.write("a.py", "import shop\n" + Self.formatted)
        let last = try copy.commit()
        let alone = HistorySearch(store: copy.store, objects: try GitObjects(of: copy.checkout), asksLinesAlone: true)
        #expect(try alone.history(of: "a.py", at: last, lines: 3..<4).origin(of: 1) == nil)
        #expect(try copy.store.rememberedLines(of: "a.py", at: last)?.spans.count == 1)
        let all = try search(copy.store).history(of: "a.py", at: last)
        #expect(all == (try search().history(of: "a.py", at: last)))
        #expect(all.state == .complete)
    }

    @Test func `A commit that took a part of a line away wrote it`() throws {
        try copy.write("a.py", "def total(order):\n    return sum(order.prices, order.tax).rounded\n")
        let wrote = try copy.commit()
        try copy.write("a.py", "def total(order):\n    return sum(order.prices, order.tax)\n")
        let cut = try copy.commit()
        let history = try search().history(of: "a.py", at: cut)
        #expect([1, 2].map { history.origin(of: $0)?.place.commit } == [wrote, cut])
    }

    @Test func `Lines that nobody asked about may wait`() throws {
        let other = "def ship(order, carrier, address):\n    return carrier.ship(order, address, express)\n"
        try copy.write("a.py", Self.written + other)
        let wrote = try copy.commit()
        try copy.write("a.py", Self.formatted + other)
        try copy.commit()
        try copy.write("a.py", Self.formatted + other.replacing("(", with: "(\n        "))
        let last = try copy.commit()
        // What is remembered of some lines does not stand for the others.
        for isAlone in [true, false] {
            let search = try HistorySearch(store: nil, objects: GitObjects(of: copy.checkout), asksLinesAlone: isAlone)
            let asked = try search.history(of: "a.py", at: last, lines: 5..<6)
            #expect(asked.state == .complete)
            #expect(asked.origin(of: 5)?.place.commit == wrote)
            #expect(asked.origin(of: 14)?.place.commit == (isAlone ? nil : last))
        }
        #expect(try search(copy.store).history(of: "a.py", at: last).origin(of: 14)?.place.commit == wrote)
    }

    @Test func `Without time nothing is known, and it says so`() throws {
        try copy.write("a.py", "a = 1\n")
        let last = try copy.commit()
        let history = try search().history(of: "a.py", at: last, budgetMilliseconds: 0)
        #expect(history.state == .unfinished)
        #expect(history.lines == [.unknown])
    }

    @Test func `Of a dirty file the lines that are committed are known`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        let dirty = "import shop\n" + Self.formatted.replacing("raise MissingCharge", with: "raise NoCharge")
        let history = try search().history(of: "a.py", at: wrote, text: dirty)
        #expect(history.lines.count == 12)
        #expect(history.lines[0] == .uncommitted)
        #expect(history.origin(of: 6)?.line == 2)
        #expect(history.origin(of: 7)?.line == 2)
        #expect(history.origin(of: 10)?.line == 3)
        #expect(history.lines[10] == .uncommitted)
        #expect(history.origin(of: 12)?.line == 5)
        #expect(try search().history(of: "new.py", at: wrote, text: "a\nb").lines == [.uncommitted, .uncommitted])
        #expect(try search().history(of: "new.py", at: nil, text: "a\n").state == .none)
    }

    @Test func `Line endings of Windows change nobody's lines`() throws {
        try copy.write("a.py", Self.written)
        let wrote = try copy.commit()
        let windows = Self.written.replacing("\n", with: "\r\n")
        let dirty = try search().history(of: "a.py", at: wrote, text: windows)
        #expect((1...5).map { dirty.origin(of: $0)?.line } == [1, 2, 3, 4, 5])
        try copy.write("a.py", windows)
        let last = try copy.commit()
        #expect(try search().history(of: "a.py", at: last).origin(of: 4)?.place.commit == wrote)
    }

    @Test func `A function that moved to another file is found when it is asked for`() throws {
        try copy.write("a.py", "import shop\n" + Self.written)
        let wrote = try copy.commit()
        try copy.write("a.py", "import shop\n")
        try copy.write("b.py", "import other\n\n" + Self.written)
        let moved = try copy.commit()
        let history = try search().history(of: "b.py", at: moved)
        #expect(history.origin(of: 5)?.place.commit == moved)
        let found = try search().copies(of: [5], in: history, path: "b.py", at: moved)
        #expect(found.origin(of: 5) == LineOrigin(place: FilePlace(commit: wrote, path: "a.py"), line: 4))
        #expect(found.commits[wrote]?.summary == "Work")
        let none = try search().copies(of: [5], in: history, path: "b.py", at: moved, budgetMilliseconds: 0)
        #expect(none == history)
    }

    @Test func `In a shallow clone lines may be older than it knows`() throws {
        try copy.write("a.py", Self.written)
        try copy.commit()
        try copy.write("a.py", Self.written + "\nrefund(1, 2)\n")
        let last = try copy.commit()
        let clone = copy.folder.path + "/clone"
        try copy.git("clone", "-q", "--depth=1", "file://\(copy.path)", clone)
        let checkout = try #require(Checkout.discover(from: clone))
        let history = try HistorySearch(store: copy.store, objects: GitObjects(of: checkout)).history(
            of: "a.py", at: last)
        #expect(history.cutOff == [last])
        #expect(history.origin(of: 1)?.place.commit == last)
        #expect(try copy.store.rememberedLines(of: "a.py", at: last) == nil)
    }

    @Test func `What is missing is told with what brings it`() throws {
        try copy.write("a.py", Self.written)
        let last = try copy.commit()
        try copy.git("config", "uploadpack.allowFilter", "true")
        let clone = copy.folder.path + "/clone"
        try copy.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://\(copy.path)", clone)
        let checkout = try #require(Checkout.discover(from: clone))
        let search = HistorySearch(store: nil, objects: GitObjects(of: checkout))
        let history = try search.history(of: "a.py", at: last)
        #expect(history.state == .none)
        #expect(history.reason?.contains("git blame \(last.prefix(12)) -- a.py") == true)
        #expect(try search.history(of: "none.py", at: last).reason?.contains("no file 'none.py'") == true)
    }

    @Test func `The files of a commit can be looked up by their ends`() throws {
        try copy.write("src/pay/a.py", "a = 1\n")
        try copy.write("odd \"name\".py", "b = 1\n")
        let last = try copy.commit()
        let index = try PathIndex(of: last, in: copy.checkout)
        #expect(index.count == 2)
        #expect(PathSearch(index).find("/app/pay/a.py") == .none)
        #expect(PathSearch(index).find("/app/src/pay/a.py").path == "src/pay/a.py")
        #expect(index.contains("odd \"name\".py"))
    }
}
