import Flows
import Store
import Text

/// Something to be said yes or no to before it is done.
package struct Question: Equatable, Sendable {
    package enum Deed: Equatable, Sendable {
        case forget(links: [String])
    }

    package var text: String
    var deed: Deed

    static let actions: [Action] = [.yes, .no]
}

/// Records to be forgotten, by their links.
package struct ForgetRequest: Equatable, Sendable {
    package var ticket: Int
    package var links: [String]
}

extension Question {
    init(forgetting links: [String], _ plan: ForgetPlan) {
        var text = "This forgets \(plan.words) for good."
        if plan.holderCount > 0 {
            text +=
                " Some of the texts stay, for \(plan.holderCount.grouped) other "
                + "\(plan.holderCount == 1 ? "record holds" : "records hold") the same:"
                + " 'colophon forget … --everywhere' takes these as well."
        }
        self.init(text: text, deed: .forget(links: links))
    }
}
