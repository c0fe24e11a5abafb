/// What is packed by weeks, as `fact_page` calls it.
enum FactKind: String {
    /// By when it was opened, and by when it was merged where that is another week.
    case change
    case mainline, run, landed
    /// By when it was written, and by when it came to the main line where that is another week.
    case fate
    /// Of all repositories together.
    case usage
}
