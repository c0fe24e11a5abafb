/// The sign before a value; none is `equal`.
enum FilterComparison {
    case less, atMost, more, atLeast, equal, none

    init(taking element: inout FilterElement) {
        self =
            if element.take("<=") {
                .atMost
            } else if element.take(">=") {
                .atLeast
            } else if element.take("<") {
                .less
            } else if element.take(">") {
                .more
            } else if element.take("=") {
                .equal
            } else {
                .none
            }
    }

    func holds(_ one: Int, _ other: Int) -> Bool {
        switch self {
        case .less: one < other
        case .atMost: one <= other
        case .more: one > other
        case .atLeast: one >= other
        case .equal, .none: one == other
        }
    }
}
