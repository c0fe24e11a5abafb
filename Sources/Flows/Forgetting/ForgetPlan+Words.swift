package import Store
import Text

extension ForgetPlan {
    /// `1 turn, 3 generations, 12 segments`
    package var words: String {
        counts.map { "\($0.number.grouped) \($0.kind)\($0.number == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
