/// What a list shows: conditions on fields and free words, as typed by a person or carried by a link.
///
///     model:opus* risk:>=high file:~auth age:<2d (sev:high or sev:critical) -path:Tests "free words"
///
/// Terms side by side must all hold; `or`, `not`, a leading `-` and parentheses do what they say. `FilterField` lists
/// the fields and what their values look like.
package struct Filter: Sendable, Equatable {
    /// What a list is of; each has its own table, and the alias that a condition expects.
    package enum Subject: CaseIterable, Sendable {
        /// `turn t`
        case turns
        /// `generation g`
        case generations
        /// `edit e`
        case edits
        /// `session s`
        case sessions
    }

    /// As it was typed.
    package let text: String
    let expression: FilterExpression

    package static let everything = Filter(text: "", expression: .all([]))

    private init(text: String, expression: FilterExpression) {
        self.text = text
        self.expression = expression
    }

    /// - Parameters:
    ///   - text: the filter; an empty one means everything.
    ///   - now: Unix milliseconds, what `age:` and relative times count from.
    ///   - offset: seconds east of UTC at a time in Unix seconds, for days and times that name no zone.
    /// - Throws: `FilterError`, with the place in the text.
    package init(
        _ text: String, now: Int64, offset: @escaping (Int64) -> Int64 = Filter.localOffset(at:)
    ) throws(FilterError) {
        var parser = try FilterParser(text, clock: FilterClock(now: now, offset: offset))
        self.init(text: text, expression: try parser.parse())
    }

    /// The condition of a list's WHERE, and the arguments of its `?` in order; `1` for everything.
    ///
    /// It may stand beside others with AND; what it cannot tell (NULL) it does not show. Nothing of the user's text is
    /// in it.
    package func condition(for subject: Subject) throws(FilterError) -> (sql: String, arguments: [FilterValue]) {
        condition(for: subject, isFrequent: nil)
    }

    /// The same, quicker by what is known of the rows that its tests gather.
    ///
    /// - Parameter isFrequent: whether a SELECT has 20,000 rows or more. Left to itself, the condition finds that out as
    ///   it runs, and has to look at every row of the list where hits are rare.
    func condition(
        for subject: Subject, isFrequent: ((FilterSQL) -> Bool)?
    ) -> (sql: String, arguments: [FilterValue]) {
        let condition = FilterCondition(subject: subject, isFrequent: isFrequent).sql(expression)
        return (condition.sql, condition.arguments)
    }

    /// The condition of any list.
    func sql(for table: ListTable, isFrequent: ((FilterSQL) -> Bool)?) -> FilterSQL {
        switch table {
        case .turns: FilterCondition(subject: .turns, isFrequent: isFrequent).sql(expression)
        case .generations: FilterCondition(subject: .generations, isFrequent: isFrequent).sql(expression)
        case .edits: FilterCondition(subject: .edits, isFrequent: isFrequent).sql(expression)
        case .sessions: FilterCondition(subject: .sessions, isFrequent: isFrequent).sql(expression)
        case .findings: FindingCondition(table: .findings).sql(expression)
        case .alerts: FindingCondition(table: .alerts).sql(expression)
        }
    }

    /// Whether it asks what became of something: `status:` stands in it.
    package var asksStatus: Bool { expression.asks(.status) }

    /// The free words and phrases that a match must hold, for highlighting: as typed, without the denied ones.
    package var words: [String] { expression.words }
}
