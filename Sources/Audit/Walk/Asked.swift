/// What the head of a block asked: safe behind the block, if nothing of what failed gets there.
struct Asked {
    /// For every kind of sink.
    var root = Word.none
    /// An address whose host was asked for: safe where only the host matters.
    var address = Word.none

    var isEmpty: Bool { root == .none && address == .none }
}
