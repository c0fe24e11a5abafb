import Flows
import Store
import Text

/// What one of two compared pieces wrote: an edit, an answer's edits, or those of a whole turn.
struct ComparedSide: Equatable {
    struct File: Equatable {
        var path: String
        var language: String?
        var text: String
    }

    /// One for each path, in the order in which they were first written.
    private(set) var files: [File] = []
    /// `opus-4.5  22 Nov 12:41:07`
    let title: String

    init(_ piece: Piece, of detail: TurnDetail, clock: WallClock) {
        var edits: [EditDetail] = []
        var at = detail.turn.at
        var model = detail.turn.model
        for answer in detail.answers where piece.generation == nil || piece.generation == answer.generation.id {
            let chosen = answer.edits.filter { piece.edit == nil || piece.edit == $0.edit.id }
            guard piece.generation != nil || piece.edit == nil || !chosen.isEmpty else { continue }
            edits += chosen
            if piece.generation != nil || piece.edit != nil {
                at = chosen.first.map(\.edit.at) ?? answer.generation.at
                model = answer.generation.model
            }
        }
        for edit in edits {
            let text = edit.written
            if let place = files.firstIndex(where: { $0.path == edit.edit.path }) {
                if !files[place].text.hasSuffix("\n"), !files[place].text.isEmpty { files[place].text += "\n" }
                files[place].text += text
            } else {
                files.append(File(path: edit.edit.path, language: edit.edit.language, text: text))
            }
        }
        title = "\(model.map { Visible.text($0) } ?? "model not recorded")  \(clock.fullDate(at)) \(clock.clock(at))"
    }
}
