/// What a block that has ended leaves to the one that stands for all other cases.
struct Ended {
    /// One of some literals, or of a list, in that block and those before it that belong to the same question.
    var within = Word.none
    /// Ruby: what the arms that follow choose by.
    var subject = Word.none
    /// No arm has been there yet.
    var isBegin = false
}
