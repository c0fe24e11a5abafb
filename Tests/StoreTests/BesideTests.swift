import Foundation
import TestSupport
import Testing

@testable import Store

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

    #if os(Linux)
        /// Without it whoever else closes the store takes itself for the last one, and the journal away.
        @Test func `A store that is opened beside another, looked at and closed leaves the other its lock`() throws {
            let folder = FileManager.default.temporaryDirectory.path + "/colophon-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let path = folder + "/store.sqlite"
            let store = try Store.open(at: path)
            #expect(try store.counts().turns == 0)
            let inode = try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
            func locks() throws -> Int {
                try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
                    .count { $0.contains(":\(inode) ") && $0.contains(" \(getpid()) ") }
            }
            #expect(try locks() == 1)
            #expect(try FileCheck.inspect(path) == .usable)
            #expect(try locks() == 1)
            try store.beside().close()
            #expect(try locks() == 1)
            try store.close()
        }
    #endif
}
