import GRDB
import Provenance
import TestSupport
import Testing

@testable import Store

/// What other programs say of lines is kept once, goes over into other stores, and goes with its session.
struct AttributionTests {
    private static let hash = String(repeating: "ab", count: 20)

    private func told(_ session: String?, path: String = "src/a.py", lines: ClosedRange<Int> = 3...9) -> Attribution {
        var attribution = Attribution(
            uid: UID(text: "\(path) \(lines) \(session ?? "")"), path: path, lines: lines,
            contributor: session == nil ? .human : .ai, teller: "git-ai")
        attribution.revision = Self.hash
        attribution.directory = "/work/shop"
        attribution.session = session.map { UID(text: $0) }
        return attribution
    }

    private func fill(_ store: Store, _ attributions: [Attribution]) throws {
        var batch = Batch()
        batch.checkouts["/work/shop"] = RepositoryPlace(
            identity: "github.com/acme/shop", name: "shop", directory: "/work/shop")
        batch.sightings =
            ["s1", "s2"].map { .session(Session(uid: UID(text: $0), agent: "acme", makerID: $0)) }
            + attributions.map(Sighting.attribution)
        try store.apply(batch)
        try store.settle { _ in nil }
    }

    @Test
    func `the same is told twice and stands once`() throws {
        let store = try Store.inMemory()
        try fill(store, [told("s1"), told(nil)])
        let once = try StoreDump(store)
        #expect(once.tables["attribution"]?.count == 2)
        #expect(once.tables["revision"]?.count == 1)
        try fill(store, [told(nil), told("s1")])
        #expect(try StoreDump(store) == once)
    }

    @Test
    func `two stores merged into one come to the same in both orders`() throws {
        let folder = try ProgramFolder()
        let one = try Store.open(at: folder.file("one.sqlite"), mode: .create)
        try fill(one, [told("s1"), told(nil)])
        let other = try Store.open(at: folder.file("other.sqlite"), mode: .create)
        try fill(other, [told("s1"), told("s2", lines: 20...21)])
        let dumps = try [[one, other], [other, one]].map { order in
            let target = try Store.inMemory()
            for store in order { try target.merge(store.location, redact: { _ in nil }, settle: {}) }
            return try StoreDump(target)
        }
        #expect(dumps[0] == dumps[1], "\(dumps[0].difference(from: dumps[1]))")
        #expect(dumps[0].tables["attribution"]?.count == 3)
    }

    @Test
    func `a session that is forgotten takes what was said of its lines, and the next reading brings none back`() throws
    {
        let folder = try ProgramFolder()
        let store = try Store.open(at: folder.file("one.sqlite"), mode: .create)
        try fill(store, [told("s1", path: "only/here.py"), told("s2")])
        let id = try store.read { try Int64.fetchOne($0, sql: "SELECT id FROM session WHERE uid = 's1'") }
        try store.forget(.records([(.session, try #require(id))]), at: 1, settle: {})
        try fill(store, [told("s1", path: "only/here.py"), told("s2")])
        let paths = try store.read { db in
            try String.fetchAll(db, sql: "SELECT p.text FROM attribution a JOIN path p ON p.id = a.path")
        }
        #expect(paths == ["src/a.py"])
    }
}
