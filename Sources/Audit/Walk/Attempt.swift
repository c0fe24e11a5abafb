/// What a `try` made of names, which holds behind it where nothing comes back from what catches its failures.
struct Attempt {
    /// The place of a name in `Bindings`, what it was worth before, and at the end of the block.
    var changes: [(place: Int32, before: Value, after: Value)] = []
    /// What catches left so far, so the changes are taken for done.
    var isDone = false
    /// Something that catches goes on behind it.
    var isLost = false
}
