import Foundation
import TestSupport
import Testing

struct EngineKeyTests {
    @Test func `A key of the environment goes without the end of its line, and what is none is told`() throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"]) }
        defer { place.server.close() }
        func run(_ key: String) throws -> ProgramRun {
            try place.shell("export COLOPHON_ENGINE_KEY=\"$(printf '\(key)')\"; colophon generate x")
        }
        let taken = try run("sekret-4711\\r")
        #expect(taken.output == "x = 1\n", "\(taken.complaint)")
        #expect(place.server.requests.contains { $0.head.contains("Authorization: Bearer sekret-4711") })
        let count = place.server.requests.count
        let refused = try run("a\\033b")
        #expect(refused.status == 1)
        #expect(refused.complaint == "COLOPHON_ENGINE_KEY holds what no key has: bytes that no header may have.\n")
        #expect(place.server.requests.count == count)
    }

    @Test(arguments: ["colophon generate x --key-file '~/keys/engine'", "colophon generate x"])
    func `A key's file of the configuration may be in the home folder`(line: String) throws {
        let place = try GeneratingPlace { _ in GeneratingPlace.stream(["```\n", "x = 1\n", "```\n"]) }
        defer { place.server.close() }
        let file = try place.folder.write("home/keys/engine", "sekret-4711\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        _ = try place.folder.write("home/.config/colophon/config.toml", "[engine]\nkey_file = \"~/keys/engine\"\n")
        let run = try place.shell(line)
        #expect(run.output == "x = 1\n", "\(run.complaint)")
        #expect(place.server.requests.contains { $0.head.contains("Authorization: Bearer sekret-4711") })
    }
}
