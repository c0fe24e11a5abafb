import Foundation
import Provenance
import Store
import Testing

@testable import Flows

/// What must not be published is seen before it is, in whatever it is packed.
@Suite struct ReleaseInspectionTests {
    /// What `npm pack` makes: `lib/a.js` with its map, and `notes.txt`, which `files` does not name.
    private static let tarball = [
        "H4sIAAAAAAAC/+2YQU+DMBiGOe9XNPXqSguMGc0SF13ixcR4VQ+VdROFltDOYIz/3YI4FTW7SNXsey6FD0IP9Pl4acGTO74UfvEy",
        "klutpPfDUEscRc1o6Y6U0fH6uKkzFgeRh6jngJU2vLTTe9vJI5Y8F3gfYY53Eb4XpU6VrM8ZoYTWtUWaCW0rFzhLr/GVreQ8bW6x",
        "5z63SwY/ecD/pPXef32VfcyxwX8WRbTjP43jEPx3gagKVRqUKKkN4miC2MEAalCD2ktt2/o/yXnhPP+Nwm7+i8Ix9H83+e8t8oU2",
        "2mm1KpM27hHi6zKxy8LoJva1146UNEKa5pYvlLmUbUYsilQu6yfhqQUy4p/2XyojNDGVcZ//6gbQ9T8IRuC/CxaqRCuNeKakGIAO",
        "WwfxiX94xqsTweei7GeOb7xfOx+Ecff/L2Cxhyrwv3fYaA8V3NxM3gdBGwkehrYjLIcLldllMaz3iBxX6zAKDclp/u/rVW78/tPg",
        "o/8hHUWw/+vGf3AM/Lf+n8+mx6czks9/I//T6NP+L2Pgvwt2EIcOAAAAAAAAAABbwjPijUYkACgAAA==",
    ].joined()
    /// A wheel with `a/internal.py`, which its `RECORD` does not name.
    private static let wheel = [
        "UEsDBBQAAAAIAAAAIVAiJ6eNDAAAACwBAAANAAAAYS9fX2luaXRfXy5weatQsFUw5KoYJYkgAVBLAwQUAAAACAAAACFQXQmHawgA",
        "AAAGAAAADQAAAGEvaW50ZXJuYWwucHmrVLBVMOICAFBLAwQUAAAACAAAACFQg0GkqgoAAAAIAAAAGAAAAGEtMS4wLmRpc3QtaW5m",
        "by9NRVRBREFUQfNLzE21UkjkAgBQSwMEFAAAAAgAAAAhUHbWgdxBAAAATwAAABYAAABhLTEuMC5kaXN0LWluZm8vUkVDT1JES9SP",
        "j8/MyyyJj9crqNQpzkg0MjWzrdAxNjDgStQ11DPQS8ksLtHNzEvL1/d1DXF0cQxx1NHBkApydfYPcgFKAABQSwECFAMUAAAACAAA",
        "ACFQIienjQwAAAAsAQAADQAAAAAAAAAAAAAAgAEAAAAAYS9fX2luaXRfXy5weVBLAQIUAxQAAAAIAAAAIVBdCYdrCAAAAAYAAAAN",
        "AAAAAAAAAAAAAACAATcAAABhL2ludGVybmFsLnB5UEsBAhQDFAAAAAgAAAAhUINBpKoKAAAACAAAABgAAAAAAAAAAAAAAIABagAA",
        "AGEtMS4wLmRpc3QtaW5mby9NRVRBREFUQVBLAQIUAxQAAAAIAAAAIVB21oHcQQAAAE8AAAAWAAAAAAAAAAAAAACAAaoAAABhLTEu",
        "MC5kaXN0LWluZm8vUkVDT1JEUEsFBgAAAAAEAAQAAAEAAB8BAAAAAA==",
    ].joined()

    private func leaks(_ inspection: ReleaseInspection) -> [String] {
        inspection.leaks.map { "\($0.kind.rawValue) \($0.path)" }
    }

    private func inspect(_ files: [String: String]) throws -> ReleaseInspection {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write("out/" + name, text) }
        return try ReleaseInspection(folder.path + "/out")
    }

    @Test func `a packed npm package is read through its gzip and long names, and its map and notes are told`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a-1.0.0.tgz", try #require(Data(base64Encoded: Self.tarball)))
        let inspection = try ReleaseInspection(file)
        #expect(inspection.files == 6 && inspection.unread.isEmpty, "\(inspection)")
        #expect(leaks(inspection) == ["source-map package/lib/a.js.map", "unlisted package/notes.txt"])
        #expect(inspection.leaks.first?.severity == .high)
    }

    @Test func `A map that leads nowhere holds its sources all the same`() throws {
        let folder = try TemporaryFolder()
        try folder.write("out/a.js.map", #"{"version":3,"sources":["a.ts"],"sourcesContent":["let a = 1"]}"#)
        try folder.write("out/b.js.map", #"{"sourcesContent":[]}"#)
        let inspection = try ReleaseInspection(folder.path + "/out")
        #expect(leaks(inspection).contains("source-map a.js.map"), "\(inspection)")
        #expect(!leaks(inspection).contains("source-map b.js.map"))
    }

    @Test func `a wheel holds what its record names and nothing else`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a-1.0-py3-none-any.whl", try #require(Data(base64Encoded: Self.wheel)))
        let inspection = try ReleaseInspection(file)
        #expect(leaks(inspection) == ["unlisted a/internal.py"] && inspection.unread.isEmpty, "\(inspection)")
    }

    @Test func `an archive that is cut short is not called clean`() throws {
        let folder = try TemporaryFolder()
        for (name, text) in [("a.tgz", Self.tarball), ("a.whl", Self.wheel)] {
            let whole = try #require(Data(base64Encoded: text))
            for count in stride(from: 30, to: whole.count, by: 37) {
                let file = try folder.write(name, whole.prefix(count))
                let inspection = try ReleaseInspection(file)
                #expect(!inspection.unread.isEmpty, "\(name) of \(count) bytes")
            }
        }
    }

    @Test func `what agents leave, histories, stores, keys and environments are found in a folder`() throws {
        let folder = try TemporaryFolder()
        let files = [
            "AGENTS.md": "Be brief.\n", ".specstory/history/a.md": "x", ".git/HEAD": "ref: refs/heads/main\n",
            ".env": "DATABASE_URL=postgres://a:hunter2x9@db/a\n", ".env.example": "DATABASE_URL=\n",
            "log.jsonl": "{\"type\":\"user\",\"sessionId\":\"a\",\"uuid\":\"b\",\"message\":{}}\n",
            "app.js": "var a = 1;\nvar k = \"ghp_\("a8Kx02mQzLw9Rt5YbN3cVd7Ef1Gh4Jk6Ps0U")\";\n", "id_rsa": "x",
            "index.html": "<p>a</p>\n",
        ]
        for (name, text) in files { try folder.write("out/" + name, text) }
        _ = try Store.open(at: folder.path + "/out/data.sqlite", mode: .create)
        let inspection = try ReleaseInspection(folder.path + "/out")
        let told = Set(leaks(inspection))
        for wanted in [
            "prompt AGENTS.md", "transcript .specstory/history/a.md", "repository .git/HEAD", "environment .env",
            "key .env",
            "transcript log.jsonl", "key app.js", "key id_rsa", "store data.sqlite",
        ] { #expect(told.contains(wanted), "\(wanted) in \(told)") }
        #expect(!told.contains { $0.hasSuffix(".env.example") || $0.hasSuffix("index.html") }, "\(told)")
        #expect(inspection.leaks.first { $0.path == "app.js" }?.line == 2)
        #expect(!inspection.leaks.contains { $0.message.contains("ghp_") || $0.message.contains("hunter2") })
    }

    @Test func `a source map within a script is found, with how many sources it has`() throws {
        let map = Data(#"{"version":3,"sources":["a.ts"],"sourcesContent":["let a"],"mappings":""}"#.utf8)
            .base64EncodedString()
        let inspection = try inspect([
            "a.js": "let a\n//# sourceMappingURL=data:application/json;base64,\(map)\n",
            "b.js": "b\n//# sourceMappingURL=b.js.map\n",
        ])
        #expect(
            leaks(inspection) == ["source-map a.js"] && inspection.leaks[0].line == 2
                && inspection.leaks[0].severity == .high)
    }

    @Test func `a clean folder is clean, an empty one is not, and a link out of it is told and not followed`() throws {
        #expect(try inspect(["a.js": "let a\n"]).leaks.isEmpty)
        let folder = try TemporaryFolder()
        try folder.write("secret/.env", "PASSWORD=hunter2x9\n")
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
        #expect(try !ReleaseInspection(folder.path + "/out").unread.isEmpty)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/out/a", withDestinationPath: folder.path + "/secret")
        #expect(leaks(try ReleaseInspection(folder.path + "/out")) == ["link a"])
    }

    @Test(arguments: [
        ("lib", "lib/a.js", true), ("lib/*.js", "lib/a.js", true), ("lib/**/*.js", "lib/b/c/a.js", true),
        ("*.js", "lib/a.js", false),
        ("dist/", "distance/a.js", false), ("./a.js", "a.js", true), ("**", "x/y", true), ("l?b", "lib/a", true),
    ])
    func `npm's patterns name files, folders and what is below`(pattern: String, path: String, isNamed: Bool) {
        #expect(ReleaseManifest.fits(pattern, path) == isNamed)
    }
}
