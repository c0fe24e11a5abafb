import Foundation
import Git
import Scanners

/// The files that a report speaks of: in the work tree in which the user stands, or at the commit that was scanned.
///
/// Paths come from reports: nothing outside of the work tree, or of the user's folder where there is none, is opened.
struct ScannedFiles {
    private let checkout: Checkout?
    /// The top of the work tree, else the folder; links resolved.
    private let root: String
    /// Where the user stands, from the top: `` or `backend/`.
    private let inside: String
    private let git = GitCommand()
    let objects: GitObjects?
    private var commits: [String: String?] = [:]
    private var trees: [String: PathSearch] = [:]
    /// Why a commit that a report names is not read, each a sentence.
    private(set) var doubts: [String] = []

    init(folder: String, checkout: Checkout?) {
        self.checkout = checkout
        let here = Checkout.realPath(ofGone: folder)
        root = checkout?.root ?? here
        objects = checkout.map { GitObjects(of: $0) }
        inside = here.hasPrefix(root + "/") ? String(here.dropFirst(root.utf8.count + 1)) + "/" : ""
    }

    /// - Parameter revision: as the report names it; `nil` where it names none.
    mutating func file(_ place: ScannerPlace, revision: String?) throws -> SourceFile? {
        if let revision, let commit = commit(revision) {
            guard let objects, let path = try path(place, at: commit),
                let text = try SourceFile.text(of: FilePlace(commit: commit, path: path), in: objects)
            else { return nil }
            return SourceFile(path: path, text: text, revision: commit)
        }
        for path in names(of: place) {
            if let full = real(path) { return try read(full) }
        }
        guard let head = checkout?.head, let path = try path(place, at: head), let full = real(path) else { return nil }
        return try read(full)
    }

    /// Where a file is in the work tree, from its top; nothing is read. `nil` where it is not there.
    mutating func path(_ place: ScannerPlace) throws -> String? {
        for path in names(of: place) { if let full = real(path) { return fromTop(full) } }
        guard let head = checkout?.head, let path = try path(place, at: head) else { return nil }
        return real(path).map(fromTop)
    }

    /// Whether a revision that a report names is what is checked out; where it names none, that is meant.
    mutating func isCheckedOut(_ revision: String?) -> Bool {
        guard let revision else { return true }
        return commit(revision).map { $0 == checkout?.head } ?? false
    }

    /// A path as an agent named it, from the top; `nil` for one that lies elsewhere.
    func inside(_ path: String) -> String? {
        guard path.hasPrefix("/") else { return path }
        let real = Checkout.realPath(ofGone: path)
        return real.hasPrefix(root + "/") ? fromTop(real) : nil
    }

    private func fromTop(_ path: String) -> String { String(path.dropFirst(root == "/" ? 1 : root.utf8.count + 1)) }

    /// - Parameter path: in full, of a file below the top.
    private func read(_ path: String) throws -> SourceFile? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= SourceFile.mostBytes,
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        var file = SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
        if let checkout, let objects {
            file.path = String(path.dropFirst(root == "/" ? 1 : root.count + 1))
            if let head = checkout.head {
                let committed = try SourceFile.text(of: FilePlace(commit: head, path: file.path), in: objects)
                file.isDirty = committed != file.text
            }
        }
        return file
    }

    /// The path as it may be meant, from the top: as it stands there, then from where the user stands.
    private func names(of place: ScannerPlace) -> [String] {
        var names: [String] = []
        let full = place.root.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + place.path } ?? place.path
        if full.hasPrefix(root + "/") { names.append(String(full.dropFirst(root.utf8.count + 1))) }
        if !place.path.hasPrefix("/") {
            names.append(place.path)
            if !inside.isEmpty { names.append(inside + place.path) }
        }
        return names
    }

    /// The file's full path where it lies in the work tree.
    private func real(_ path: String) -> String? {
        let full = Checkout.realPath(ofGone: root + "/" + path)
        guard full.hasPrefix(root == "/" ? "/" : root + "/"), Checkout.exists(full) else { return nil }
        return full
    }

    private mutating func path(_ place: ScannerPlace, at commit: String) throws -> String? {
        guard let checkout else { return nil }
        let search: PathSearch
        if let known = trees[commit] {
            search = known
        } else {
            search = PathSearch(
                try PathIndex(of: commit, in: checkout), repository: checkout.remoteNames.first)
            trees[commit] = search
        }
        for name in names(of: place) {
            if case .one(let path, .exact) = search.find(name) { return path }
        }
        return search.find(place.path).path
    }

    private mutating func commit(_ revision: String) -> String? {
        if let known = commits[revision] { return known }
        guard let checkout else { return nil }
        var commit: String?
        do {
            commit = try git.commit(named: revision, in: checkout).hash
        } catch {
            doubts.append(
                "The report was made at \(revision.prefix(40)), which is not here: its lines were looked up in the files of today."
            )
        }
        commits[revision] = .some(commit)
        return commit
    }
}
