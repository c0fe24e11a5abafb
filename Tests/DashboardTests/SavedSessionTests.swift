import Dashboard
import Foundation
import Store
import Terminal
import Testing

/// What the dashboard comes back to.
@Suite struct SavedSessionTests {
    private func left() -> Desk {
        var desk = Desk(120, 40, repository: "shop", isOverview: true)
        desk.press(.character("/"))
        desk.type("ship")
        desk.press(.enter, .character("o"), .character(">"), .character("a"), .tab)
        return desk
    }

    @Test func `the overview comes back as it was: filter, order, pane, share, all repositories`() throws {
        let session = left().state.session
        let read = try #require(SavedSession(json: session.json))
        #expect(read == session)
        let back = Desk(120, 40, repository: "shop", isOverview: true, session: read)
        #expect(back.state.session == session)
        #expect(back.firstLine == left().firstLine && back.lastLine == left().lastLine)
        #expect(back.frame.text(row: 1) == left().frame.text(row: 1))
        #expect(back.list?.filter == "ship" && back.state.isWide)
    }

    @Test func `a list over the overview comes back with its view and its subject`() throws {
        var desk = Desk(isOverview: true)
        desk.targets = PaletteTargets(views: [SavedView(name: "all of it", subject: .generations)])
        desk.press(.character(":"))
        desk.type("all of it")
        desk.press(.enter, .enter)
        let session = try #require(SavedSession(json: desk.state.session.json))
        let back = Desk(isOverview: true, session: session)
        #expect(back.firstLine.contains("▸ all of it") && back.firstLine.contains("generation"))
        desk = Desk(isOverview: true)
        desk.press(.character("4"))
        #expect(Desk(isOverview: true, session: desk.state.session).firstLine == desk.firstLine)
        desk.press(.character("3"))
        #expect(Desk(isOverview: true, session: desk.state.session).text.contains("3 Provenance"))
    }

    @Test func `afresh, or with a filter of one's own, only former filters come back`() {
        let session = left().state.session
        let fresh = Desk(120, 40, repository: "shop", isOverview: true, session: session, isFresh: true)
        #expect(fresh.text == Desk(120, 40, repository: "shop", isOverview: true).text)
        #expect(fresh.state.filters == ["ship"])
        let own = Desk(120, 40, repository: "shop", isOverview: true, filter: "risk:high", session: session)
        #expect(own.list?.filter == "risk:high" && own.list?.order == .newestFirst && own.state.filters == ["ship"])
    }

    @Test func `a secret is never written, and no more than a hundred filters`() throws {
        let secret = ["ghp", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"].joined(separator: "_")
        var desk = Desk(isOverview: true)
        for number in 0..<120 {
            desk.press(.character("/"), .control("u"))
            desk.type(number == 110 ? secret : "word\(number)")
            desk.press(.enter)
        }
        #expect(desk.state.filters.count == 100)
        desk.press(.character("/"), .control("u"))
        desk.type(secret)
        desk.press(.enter)
        let session = desk.state.session
        #expect(!String(decoding: session.json, as: UTF8.self).contains("A1b2C3d4"))
        let read = try #require(SavedSession(json: session.json))
        #expect(read.filters.count == 99 && read.filters.last == "word119")
        #expect(read.generations.list.filter == "")
    }

    @Test(arguments: [
        "", "nonsense", "[]", "{}", #"{"version":2}"#, #"{"version":"1"}"#, "{\"version\":1", "\u{0}",
    ])
    func `a file that is none of ours is none`(text: String) {
        #expect(SavedSession(json: Array(text.utf8)) == nil)
    }

    @Test func `what is odd in a file is left at what a new one has`() throws {
        let text = """
            {"version":1,"open":"nowhere","pane":-7,"share":1e99,"wide":3,"filters":[1,"",null,"ok"],
             "generations":{"subject":"alerts","filter":"x"},"findings":{"subject":"findings","filter":"modle:x"},
             "top":{"subject":"nothing"}}
            """
        let session = try #require(SavedSession(json: Array(text.utf8)))
        var expected = SavedSession()
        expected.filters = ["ok"]
        expected.pane = session.pane
        expected.share = session.share
        #expect(session == expected)
        let desk = Desk(100, 30, isOverview: true, session: session)
        #expect(desk.text.contains("ship the deploy script"))
    }

    @Test func `the file is for the user alone, written whole, and one that cannot be read is told apart from none`()
        throws
    {
        let folder = NSTemporaryDirectory() + "colophon-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = SessionFile(path: folder + "/state/colophon/session-1.json")
        #expect(file.read() == .nothing)
        let session = left().state.session
        file.write(session)
        file.write(session)
        #expect(file.read() == .session(session))
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/state/colophon").count == 1)
        try Data("{".utf8).write(to: URL(filePath: file.path))
        #expect(file.read() == .unreadable)
        try FileManager.default.removeItem(atPath: file.path)
        try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)
        #expect(file.read() == .unreadable)
        file.write(session)
    }
}
