/// An argument of a filter's condition, in the order of its `?`.
package enum FilterValue: Sendable, Equatable {
    case text(String)
    case integer(Int64)
    case real(Double)
}
