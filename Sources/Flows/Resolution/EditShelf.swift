import Foundation
import Store
import Syntax

/// The edits that may have written a file, as tokens; kept between questions.
///
/// Edits that do not say what stood before them are replayed: what the edits before them left, and what their session had
/// read of the file, is not theirs.
struct EditShelf {
    private let store: Store
    private var ofFiles: [FileKey: [WrittenEdit]] = [:]
    private var byID: [Int64: WrittenEdit] = [:]
    private var size = 0

    private struct FileKey: Hashable {
        var path: String
        var repository: String?
    }

    /// So many bytes of text are kept at a time; their tokens take several times as much.
    private static let mostBytes = 16 << 20
    private static let mostNames = 16

    init(store: Store) { self.store = store }

    /// The edits of a file under any of its names, latest first.
    ///
    /// - Parameter names: the newest first; names that edits themselves moved it from are added.
    mutating func edits(of names: [String], in repository: String?) throws -> [WrittenEdit] {
        let key = FileKey(path: names.joined(separator: "\u{0}"), repository: repository)
        if let known = ofFiles[key] { return known }
        var all = names
        var sources: [EditSource] = []
        var next = 0
        while next < all.count {
            let found = try store.possibleEdits(of: all[next], in: repository)
            sources += found
            for old in found.compactMap(\.movedFrom) where !all.contains(old) && all.count < Self.mostNames {
                all.append(old)
            }
            next += 1
        }
        sources.sort { ($0.origin.at, $0.origin.id) < ($1.origin.at, $1.origin.id) }
        let written = try Array(replayed(sources).reversed())
        forgetWhatIsTooMuch(written)
        ofFiles[key] = written
        return written
    }

    /// Edits by their rows' ids; each at its own file.
    mutating func edits(_ ids: [Int64]) throws -> [WrittenEdit] {
        let missing = ids.filter { byID[$0] == nil }
        let written = try store.edits(missing).map { WrittenEdit($0) }
        forgetWhatIsTooMuch(written)
        for edit in written { byID[edit.origin.id] = edit }
        return ids.compactMap { byID[$0] }
    }

    private mutating func forgetWhatIsTooMuch(_ edits: [WrittenEdit]) {
        let added = edits.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.size } }
        size += added
        guard size > Self.mostBytes else { return }
        ofFiles.removeAll()
        byID.removeAll()
        size = added
    }

    // MARK: - Replaying

    /// - Parameter sources: oldest first.
    private func replayed(_ sources: [EditSource]) throws -> [WrittenEdit] {
        var text: String?
        return try sources.map { edit in
            var before: [String] = []
            if edit.before == nil, edit.patch == nil, !edit.isCreation, edit.after != nil {
                let read = try store.readings(
                    of: edit.origin.path, in: edit.origin.session, until: edit.origin.at)
                before = [text].compactMap { $0 } + read
            }
            text = Self.text(text, after: edit)
            return WrittenEdit(edit, before: before)
        }
    }

    /// The file as far as it can be told once an edit was made.
    private static func text(_ text: String?, after edit: EditSource) -> String? {
        guard let after = edit.after else { return text }
        guard let before = edit.before, !edit.isCreation else { return after }
        // What replaces a part holds only that part.
        guard let old = text, !before.isEmpty, let place = old.range(of: before) else {
            return text == nil && edit.patch == nil ? nil : text
        }
        return old.replacingCharacters(in: place, with: after)
    }
}
