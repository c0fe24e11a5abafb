import Store

/// The line in which a filter is typed.
package struct FilterLine: Equatable, Sendable {
    private(set) var line: TextLine
    /// What is wrong with the text as it stands.
    private(set) var problem: FilterProblem?
    /// What could stand at the cursor.
    package private(set) var completion: Completion?
    /// Whether the fields are offered where nothing has been typed of them yet: only when asked for.
    private var offersAll = false
    /// Values of the store, as far as they are known, and of which field.
    private var values: FieldValues?
    /// Which of the former filters is in the line, counted from the last one; `nil` for what was typed.
    private var recalled: Int?
    private var typed = ""

    static let actions: [Action] =
        [.apply, .complete, .earlier, .cancel] + TextLine.actions + [.completeBack, .later]

    init(_ text: String) {
        line = TextLine(text)
        problem = FilterProblem.find(in: text)
    }

    package var text: String { line.text }
    var characters: [Character] { line.characters }
    var cursor: Int { line.cursor }

    /// The text without blanks around it.
    var filter: String { line.trimmed }

    mutating func insert(_ text: String) {
        line.insert(text)
        edited()
    }

    /// Obeys an action of editing.
    ///
    /// - Parameter history: former filters, the last one last.
    mutating func perform(_ action: Action, history: [String]) {
        switch action {
        case .complete: cycle(by: 1)
        case .completeBack: cycle(by: -1)
        case .earlier: recall((recalled ?? -1) + 1, of: history)
        case .later: recall((recalled ?? -1) - 1, of: history)
        case .right where line.isAtEnd && completion != nil: accept()
        default:
            line.perform(action)
            edited()
        }
    }

    /// Goes back to what was typed before candidates were put in; false where none was.
    mutating func dropCandidate() -> Bool {
        guard let completion, completion.selected != nil else { return false }
        line = completion.line
        check()
        self.completion = nil
        return true
    }

    /// The field and the piece of a value whose values the store should be asked for.
    var wantedValues: FieldValues.Question? {
        guard let question = completion?.question, values?.question != question else { return nil }
        return question
    }

    mutating func take(_ values: FieldValues) {
        guard completion?.selected == nil, let question = completion?.question, question == values.question else {
            return
        }
        self.values = values
        complete()
    }

    // MARK: Candidates

    private mutating func edited() {
        recalled = nil
        offersAll = false
        check()
        complete()
    }

    private mutating func check() { problem = FilterProblem.find(in: text) }

    private mutating func complete() {
        completion = Completion(of: line, values: values, offersAll: offersAll)
    }

    private mutating func cycle(by step: Int) {
        if completion?.candidates.isEmpty ?? true {
            offersAll = true
            complete()
        }
        guard var completion, !completion.candidates.isEmpty else { return }
        line = completion.select(by: step)
        self.completion = completion
        check()
    }

    /// Takes the chosen candidate, or the first one, and goes on to what may follow it.
    private mutating func accept() {
        guard var completion, !completion.candidates.isEmpty else { return }
        if completion.selected == nil { line = completion.select(by: 1) }
        edited()
    }

    // MARK: Former filters

    private mutating func recall(_ place: Int, of history: [String]) {
        guard place >= -1, place < history.count, place != (recalled ?? -1) else { return }
        if recalled == nil { typed = text }
        line = TextLine(place < 0 ? typed : history[history.count - 1 - place])
        recalled = place < 0 ? nil : place
        completion = nil
        check()
    }
}
