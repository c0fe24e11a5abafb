package import Store
import Text

/// Forgetting, with the queue worked off around it: rows that just arrived belong to their turns first.
package struct Forgetting {
    private let intake: Intake
    private let target: ForgetTarget
    private let spreading: Bool

    /// - Parameter spreading: other records that hold the same texts go as well.
    package init(store: Store, target: ForgetTarget, spreading: Bool) {
        intake = Intake(store: store)
        self.target = target
        self.spreading = spreading
    }

    package func plan() throws -> ForgetPlan {
        try intake.settle()
        return try intake.store.plan(target, spreading: spreading)
    }

    @discardableResult
    package func run() throws -> ForgetPlan {
        try intake.settle()
        return try intake.store.forget(target, spreading: spreading, at: Timestamp.now.milliseconds) {
            try intake.settle()
        }
    }
}
