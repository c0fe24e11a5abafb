import Flows
import Store
import Text

/// Finds what is to be copied, or where what is to be edited stands.
struct PieceFinding {
    let data: any DashboardData
    let request: PieceRequest

    var answer: Answer {
        do {
            guard let detail = try data.turn(request.turn) else {
                return .refused("This turn is no longer in the store.")
            }
            switch request.purpose {
            case .copy(let piece): return copy(piece, of: detail)
            case .editor: return try place(in: detail)
            }
        } catch {
            return .refused("\(error)")
        }
    }

    private func copy(_ piece: CopiedPiece, of detail: TurnDetail) -> Answer {
        switch piece {
        case .prompt:
            return .text(piece, detail.prompt.isEmpty ? detail.turn.title : detail.prompt)
        case .link:
            return .text(
                piece, edit(in: detail, orFirst: false).map { "edit:\($0.edit.uid)" } ?? "turn:\(detail.turn.uid)")
        case .resume:
            switch ResumeCommand(detail.session) {
            case .line(let line): return .text(piece, line)
            case .none(let sentence): return .refused(sentence)
            }
        case .story: return .refused("The story of an alert is copied where it is read.")
        case .path:
            guard let edit = edit(in: detail) else { return .refused("This turn changed no file.") }
            return .text(piece, edit.edit.path)
        case .code:
            let edits = edit(in: detail, orFirst: false).map { [$0] } ?? detail.answers.flatMap(\.edits)
            let code = edits.map(\.written).filter { !$0.isEmpty }.joined(separator: "\n")
            return code.isEmpty ? .refused("There is no code here that was recorded.") : .text(piece, code)
        }
    }

    private func place(in detail: TurnDetail) throws -> Answer {
        guard let edit = edit(in: detail) else { return .refused("This turn changed no file.") }
        return .place(try data.place(of: edit, in: detail.session, line: request.words))
    }

    private func edit(in detail: TurnDetail, orFirst: Bool = true) -> EditDetail? {
        let edits = detail.answers.flatMap(\.edits)
        guard let id = request.edit else { return orFirst ? edits.first : nil }
        return edits.first { $0.edit.id == id }
    }
}
