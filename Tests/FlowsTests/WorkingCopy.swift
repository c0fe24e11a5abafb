import Foundation
import Git
import Provenance
import Store
import Testing
import Text

@testable import Flows

/// A repository of a test's own with git's real work in it, and a store that knows edits of its files.
final class WorkingCopy {
    let folder: TemporaryFolder
    let path: String
    let store: Store
    private var clock: Int64 = 1_760_000_000
    private var edits = 0

    static let hasGit = (try? ProgramRun("/usr/bin/env", ["git", "--version"], in: TemporaryFolder()))?.status == 0

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/shop"
        store = try Store.inMemory()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try git("init", "-q", "-b", "main", ".")
        try git("remote", "add", "origin", "git@example.com:acme/shop.git")
    }

    var checkout: Checkout {
        get throws { try #require(Checkout.discover(from: path)) }
    }

    /// An hour passes with every step.
    private func tick() -> Int64 {
        clock += 3600
        return clock
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let process = ProgramRun.process("/usr/bin/env", ["git"] + arguments, in: folder)
        let date = "@\(tick()) +0000"
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment?.merge([
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Ann",
            "GIT_AUTHOR_EMAIL": "ann@example.com", "GIT_COMMITTER_NAME": "Ann",
            "GIT_COMMITTER_EMAIL": "ann@example.com", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
            "GIT_EDITOR": "true", "GIT_SEQUENCE_EDITOR": "true",
        ]) { $1 }
        let output = try folder.write("git.out", "")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments)")
        return try String(contentsOfFile: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func write(_ name: String, _ text: String) throws { try folder.write("shop/\(name)", text) }

    /// All that stands in the work tree; the commit's hash.
    @discardableResult
    func commit(_ message: String = "Work") throws -> String {
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    /// An agent's edit that has just been applied, its generation named by the number of edits so far: `g1`, `g2`, …
    ///
    /// - Parameter after: written to the file as well.
    func edit(
        _ name: String, from before: String? = nil, to after: String, session: String = "s1",
        model: String = "claude-opus-4-5", status: Edit.Status = .applied
    ) throws {
        edits += 1
        let at = tick() * 1000
        let id = UID(of: .session, makerID: session)
        var batch = Batch()
        var record = Session(uid: id, agent: "claude-code", makerID: session)
        record.startedAt = at
        var generation = Generation(uid: UID(text: "g\(edits)"), session: id, startedAt: at)
        let prompt = Prompt(
            uid: UID(text: "p\(edits)"), session: id, words: Body("write \(name) number \(edits)"), at: at)
        generation.prompt = prompt.uid
        generation.model = model
        var edit = Edit(
            uid: UID(text: "e\(edits)"), call: UID(text: "e\(edits)"), generation: generation.uid, session: id,
            path: name, kind: before == nil ? .create : .update, means: .tool, at: at)
        edit.status = status
        edit.before = before.map(Body.init(_:))
        edit.after = Body(after)
        batch.sightings = [.session(record), .prompt(prompt), .generation(generation), .edit(edit)]
        batch.repositories[id] = RepositoryPlace(identity: "example.com/acme/shop", name: "shop", directory: path)
        try store.apply(batch)
        try Intake(store: store).settle()
        try write(name, after)
    }

    /// `src/a.py 1-3 g1`, one a claim.
    func claims(_ revision: String = "main") throws -> [String] {
        var all: [String] = []
        try RevisionAttribution(store: store, checkout: checkout).run(revision) { commit in
            for file in commit.files {
                for claim in file.claims {
                    all.append(
                        "\(file.additions.path) \(claim.lines.lowerBound)-\(claim.lines.upperBound) \(claim.origin.generation)"
                    )
                }
            }
        }
        return all
    }
}

/// Code of several lines that stand nowhere else.
enum Lines {
    static let refund = """
        def refund(order):
            charge = find_charge(order.id)
            if charge is None:
                raise MissingCharge(order.id)
            return gateway.refund(charge)

        """
    static let ship = """
        def ship(order, carrier):
            label = carrier.print_label(order.address)
            order.tracking = label.number
            return label

        """
}
