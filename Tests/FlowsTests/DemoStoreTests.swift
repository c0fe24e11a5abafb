import GRDB
import Redaction
import Testing

@testable import Flows
@testable import Store

/// The records of a demo.
struct DemoStoreTests {
    private static let now: Int64 = 1_793_880_000_000

    private static func store(generations: Int = 600, seed: UInt64 = 1, now: Int64 = now) throws -> Store {
        let store = try Store.inMemory()
        try DemoWriter(DemoPlan(generations: generations, seed: seed, now: now)).fill(store)
        return store
    }

    @Test func `The same seed makes the same records, another seed makes others`() throws {
        let dump = try StoreDump(Self.store())
        let again = try StoreDump(Self.store())
        #expect(dump == again, "\(dump.difference(from: again))")
        for (table, rows) in dump.rows where !["pending", "link", "attribution"].contains(table) {
            #expect(!rows.isEmpty, "\(table)")
        }
        let other = try StoreDump(Self.store(seed: 2))
        for table in ["session", "turn", "generation", "edit"] {
            #expect(Set(dump.rows[table] ?? []).isDisjoint(with: other.rows[table] ?? []), "\(table)")
        }
    }

    @Test(arguments: [100, 1234])
    func `There are as many generations as were asked for`(generations: Int) throws {
        #expect(try Self.store(generations: generations).counts().generations == generations)
    }

    @Test func `Nothing happens after now, and something does today and yesterday`() throws {
        let store = try Self.store()
        let day: Int64 = 86_400_000
        let times = try store.turns(limit: 1000).map(\.at)
        #expect(times.allSatisfy { $0 <= Self.now })
        #expect(times.contains { $0 > Self.now - day })
        #expect(times.contains { $0 < Self.now - day })
        #expect(try store.turns(limit: 1000).allSatisfy { $0.endedAt <= Self.now })
    }

    @Test func `What is derived is all there and has nothing to redact`() throws {
        let store = try Self.store()
        #expect(try !store.hasPending())
        let redactor = Redactor()
        let texts = try store.read { db in try String.fetchAll(db, sql: "SELECT text FROM body") }
        for text in texts { #expect(redactor.redact(text) == nil, "\(text)") }
    }

    @Test func `The store says that it is made up, and no history is read into it`() throws {
        let store = try Self.store()
        #expect(try store.isSynthetic)
        #expect(try !Store.inMemory().isSynthetic)
        #expect(throws: Intake.Refusal.self) { try Intake(store: store).run([]) }
    }

    @Test func `Its sizes are near those of real transcripts`() throws {
        let store = try Self.store(generations: 6000)
        let middle = Quantiles.ranks[4...10]
        for measure in Measure.allCases {
            let table = Measured.table(measure).values[4...10].map(Double.init)
            let made = try store.quantiles(of: measure, at: Array(middle))
            for (rank, (expected, found)) in zip(middle, zip(table, made)) {
                let distance = abs(found - expected) / max(expected, 4)
                #expect(distance < 0.6, "\(measure.rawValue), \(rank): \(found) instead of \(expected)")
            }
        }
        for share in Share.allCases where share != .editsChanged && share != .editsApplied {
            let found = try #require(try store.share(of: share))
            #expect(abs(found - Measured.share(share)) < 0.05, "\(share.rawValue): \(found)")
        }
    }
}
