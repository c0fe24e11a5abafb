import Store
import TestSupport
import Testing

/// A store by two connections of one process.
@Suite struct BesideTests {
    @Test func `Another connection writes where this one does, and none where this one only reads`() throws {
        let folder = try ProgramFolder()
        let path = folder.file("store.sqlite")
        let store = try Store.open(at: path, mode: .create)
        try store.beside().noteVisit(at: 17)
        #expect(try store.lastVisit() == 17)
        let reading = try Store.open(at: path, mode: .read).beside()
        #expect(try reading.lastVisit() == 17)
        #expect(throws: (any Error).self) { try reading.noteVisit(at: 18) }
        #expect(try store.lastVisit() == 17)
    }

    @Test func `A store in memory is beside itself`() throws {
        let store = try Store.inMemory()
        try store.beside().noteVisit(at: 17)
        #expect(try store.lastVisit() == 17)
    }
}
