/// A block that is open.
struct Block {
    /// Of the line that it belongs to, where blocks are told by indentation.
    var column: Int
    var journal: Int
    /// In `Walk.functions`, where it is the body of one; -1 else.
    var function: Int32 = -1
    /// What stands last in it leaves it: nothing of it reaches the code behind.
    var wasLeft = false
    /// What is safe behind it, if it was left.
    var clearing = Word.none
    /// A bracket of this many frames holds it.
    var frames: Int
}
