/// A block that is open.
struct Block {
    /// Of the line that it belongs to, where blocks are told by indentation.
    var column: Int
    var journal: Int
    /// In `Walk.functions`, where it is the body of one; -1 else.
    var function: Int32 = -1
    /// What stands last in it leaves it: nothing of it reaches the code behind.
    var wasLeft = false
    /// A jump leaves it, to what stands behind a loop or at its begin: what was assigned goes along.
    var wasJump = false
    /// What is safe behind it, if it was left.
    var clearing = Asked()
    /// A name that is one of some literals in it.
    var within = Word.none
    /// It chooses by a name.
    var choice: Choice?
    /// Ruby: what the arm that it is chooses by.
    var subject = Word.none
    /// The brace that opens it; -1 where there is none.
    var open: Int32 = -1
    var isTry = false
    /// It catches what fails in the `try` before it.
    var isCatch = false
    /// A bracket of this many frames holds it.
    var frames: Int
}
