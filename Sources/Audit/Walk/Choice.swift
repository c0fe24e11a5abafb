/// `switch (a) { … }`, `match a:`: arms of which one is done, by what a name is.
struct Choice {
    let subject: Word
    /// What it is worth before one arm was chosen.
    let before: Value
    /// Arms begin with `case`; else what stands before an arrow is one.
    let hasCases: Bool

    private(set) var arms = 0
    private var isDefault = false
    private var hasDefault = false
    private var isDefaultLeft = false
    private var isAllFixed = true
    private var isAllLeft = true
    /// The first piece behind the label of the arm.
    private(set) var body: Int32 = -1
    /// The block that is the arm's was left.
    var isBodyLeft = false
    /// What no arm names does not get behind it.
    var isSettled = false

    init(subject: Word, before: Value, hasCases: Bool) {
        self.subject = subject
        self.before = before
        self.hasCases = hasCases
    }

    /// An arm begins, and the one before it ends.
    ///
    /// - Parameter wasLeft: nothing of the one before gets behind the choice.
    mutating func begin(_ label: Label, at place: Int, wasLeft: Bool) {
        end(at: place, wasLeft: wasLeft)
        arms += 1
        isDefault = label.isDefault
        hasDefault = hasDefault || label.isDefault
        if !label.isFixed, !label.isDefault { isAllFixed = false }
        body = Int32(label.end)
        isBodyLeft = false
    }

    mutating func end(at place: Int, wasLeft: Bool) {
        // What has nothing in it goes on in the next.
        guard arms > 0, Int(body) < place else { return }
        let isLeft = wasLeft || isBodyLeft
        if isDefault { isDefaultLeft = isLeft }
        isAllLeft = isAllLeft && isLeft
        isSettled = isSettled || hasDefault && isDefaultLeft && isAllFixed
    }

    /// No arm gets behind it.
    var isLeft: Bool { hasDefault && isAllLeft }

    struct Label {
        /// The name is one of some literals.
        var isFixed = false
        var isDefault = false
        /// The piece behind it.
        var end: Int
    }
}
