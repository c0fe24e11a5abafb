import ArgumentParser
import Audit
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct RulesDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Writes a rule from a line that did harm: an incident becomes a check.",
        discussion: """
            A pattern of what the line calls, looked up through its imports, with the function as the example that must \
            match, and the same function mended, where a later edit or the file of today has it, as the one that must not. \
            It passes 'rules check' and 'rules test' as it stands; what it says of the harm is yours to write.
            """)

    @Argument(help: "FILE:LINE, or edit:ID, finding:ID or generation:ID of the store.")
    var link: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let source = try source()
        let draft = try RuleDraft(
            code: source.code, line: source.line, mended: source.mended, language: source.language, origin: link)
        Console.write(Console.isTerminal ? Visible.text(draft.text, keeping: [.newline, .tab]) : draft.text)
        if source.mended == nil {
            Console.note("What mended it is not known: write it as 'must-not-match'.")
        } else if !draft.isTold {
            Console.note(
                "No condition tells the mended code from this: write one, and the mended code as 'must-not-match'.")
        }
    }

    private func source() throws -> DraftSource {
        let range = try CodeRange(link)
        if let lines = range.lines { return try DraftSource(file: range.path, line: lines.lowerBound) }
        if FileManager.default.fileExists(atPath: link) {
            throw CommandError("Which line is it? Write '\(Visible.text(link)):LINE'.")
        }
        let store = try options.openForReading()
        let (kind, id) = try Link(link).resolve(in: store)
        var line: Int?
        var edit: EditDetail?
        switch kind {
        case .edit: edit = try store.edit(id)
        case .generation: edit = try store.generation(id)?.edits.first { $0.after?.isEmpty == false }
        case .finding:
            if case .turn(let turn, _, _, _)? = try store.place(of: .finding, id), let detail = try store.turn(turn) {
                let finding = detail.findings.first { $0.id == id }
                line = finding?.firstLine
                edit = detail.answers.flatMap(\.edits).first { $0.edit.uid == finding?.edit }
            }
        default: break
        }
        guard let edit else {
            throw CommandError(
                "'\(Visible.text(link))' wrote no code to draft a rule from: name an edit, a finding, a generation or FILE:LINE."
            )
        }
        let root = Checkout.discover(from: FileManager.default.currentDirectoryPath)?.root
        return try DraftSource(edit: edit, line: line, later: later(than: edit, in: store), root: root)
    }

    /// The edits of the same file that came afterwards.
    private func later(than edit: EditDetail, in store: Store) throws -> [EditDetail] {
        let origin = try store.edits([edit.edit.id]).first?.origin
        guard let origin, let repository = origin.repository else { return [] }
        return try store.appliedEdits(of: origin.path, in: repository, limit: 200)
            .filter { $0.origin.at > origin.at }.reversed()
            .map { EditDetail(edit: edit.edit, before: $0.before, after: $0.after, patch: $0.patch) }
    }
}
