package import Store

/// Values of a field that the store holds.
package struct FieldValues: Equatable, Sendable {
    package struct Question: Equatable, Sendable {
        package var field: FilterField
        /// What is typed of the value.
        package var piece: String
    }

    package var question: Question
    package var values: [String]
}

/// Values to be asked of the store. An answer to another than the last question is of no use any more.
package struct ValuesRequest: Equatable, Sendable {
    package var ticket: Int
    package var question: FieldValues.Question
    package var limit = 40
}
