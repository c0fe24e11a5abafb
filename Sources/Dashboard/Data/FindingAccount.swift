package import Flows
package import Store

/// A finding with all that is told of it.
package struct FindingAccount: Equatable, Sendable {
    package var detail: FindingDetail
    package var elsewhere: RuleElsewhere

    package init(_ detail: FindingDetail, elsewhere: RuleElsewhere = RuleElsewhere()) {
        self.detail = detail
        self.elsewhere = elsewhere
    }
}
