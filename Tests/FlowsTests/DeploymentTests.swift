import Git
import Store
import Testing

@testable import Flows

@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct DeploymentTests {
    private let copy: WorkingCopy
    private let old: String
    private let new: String

    init() throws {
        copy = try WorkingCopy()
        try copy.write("a.py", "a = 1\n")
        old = try copy.commit()
        try copy.git("tag", "v2.30")
        try copy.write("a.py", "a = 2\n")
        new = try copy.commit()
    }

    private var deployments: Deployments { Deployments(store: copy.store) }
    private let identity = "example.com/acme/shop"

    @discardableResult
    private func add(
        _ revision: String, at: Int64, service: String? = nil, environment: String? = nil
    ) throws -> Bool {
        try deployments.add(revision, in: copy.checkout, at: at, service: service, environment: environment).isNew
    }

    @Test func `The latest deployment before a moment was live`() throws {
        try add("2.30", at: 1000)
        try add("main", at: 3000)
        let first = try #require(try deployments.live(in: identity, at: 2999))
        #expect(first.revision == old)
        #expect(first.version == "v2.30")
        #expect(try deployments.live(in: identity, at: 3000)?.revision == new)
        #expect(try deployments.live(in: identity, at: 999) == nil)
        #expect(try deployments.live(in: "example.com/acme/other", at: 5000) == nil)
    }

    @Test func `A deployment of another service does not count`() throws {
        try add(old, at: 1000, service: "api", environment: "production")
        try add(new, at: 2000, service: "web")
        try add(new, at: 3000, service: "api", environment: "staging")
        #expect(try deployments.live(in: identity, service: "API", environment: "production", at: 9000)?.at == 1000)
        #expect(try deployments.live(in: identity, service: "api", at: 9000)?.at == 3000)
        #expect(try deployments.live(in: identity, service: "jobs", at: 9000) == nil)
        try add(old, at: 500)
        #expect(try deployments.live(in: identity, service: "jobs", at: 9000)?.at == 500)
        #expect(try deployments.live(in: identity, at: 9000)?.at == 3000)
    }

    @Test func `The same told again is one`() throws {
        #expect(try add(String(new.prefix(8)), at: 1000, service: "api"))
        #expect(try !add(new, at: 1000, service: "api"))
        #expect(try add(new, at: 1000, service: "web"))
        let all = try copy.store.deployments(in: identity, limit: 10)
        #expect(all.map(\.deployment.service) == ["web", "api"])
        #expect(all.map(\.deployment.version) == [nil, nil])
        let rest = try copy.store.deployments(in: nil, from: all[0].key, limit: 10)
        #expect(rest.map(\.deployment.service) == ["api"])
    }

    @Test func `A store that is merged brings its deployments, the same one once`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/other.sqlite"
        let other = try Store.open(at: path, mode: .create)
        _ = try Deployments(store: other).add("v2.30", in: copy.checkout, at: 1000, service: "web")
        try other.close()
        try add("v2.30", at: 1000, service: "web")
        try add("main", at: 3000)
        for _ in 1...2 { _ = try Merging(store: copy.store).take(path) }
        #expect(try copy.store.deployments(of: identity, notAfter: 9000).map(\.at) == [3000, 1000])
    }

    @Test func `What names no commit is not noted`() throws {
        #expect(throws: RevisionError.unheard("9.9", fetch: "git fetch --tags origin")) { try add("9.9", at: 1) }
        #expect(try copy.store.deployments(in: nil, limit: 10).isEmpty)
    }
}
