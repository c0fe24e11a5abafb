/// All that is known of one answer of a model when its risk is told. What is not known says so: it is never taken for good.
package struct RiskSubject: Equatable, Sendable {
    /// What the model saw.
    package enum Context: Equatable, Sendable {
        case unknown
        /// Nothing from outside the repository.
        case trusted
        /// Something from outside, so many steps away in the graph.
        case untrusted(hops: Int, reason: String, evidence: String)
    }

    package enum Review: Equatable, Sendable {
        /// Nobody said anything, or nothing that holds still.
        case missing
        case approved(by: String, evidence: String)
        case rejected(by: String, evidence: String)
    }

    /// How far what it wrote was looked at.
    package enum Scan: Equatable, Sendable {
        /// It wrote no code.
        case needless
        case whole
        /// Why not; the end of a sentence.
        case partly(String)
        case missing(String)
    }

    package enum Tests: Equatable, Sendable { case unknown, covered, uncovered }

    /// What says that tests cover it.
    package struct Testing: Equatable, Sendable {
        /// The end of a sentence: `its change edits tests/test_db.py`.
        package var words: String
        /// `edit:4f2a…`, `segment:…`
        package var evidence: String

        package init(words: String, evidence: String) {
            self.words = words
            self.evidence = evidence
        }
    }

    /// The uid of the generation.
    package var uid: String
    package var findings: [RiskFinding]
    package var context: Context
    package var review: Review
    package var scan: Scan
    package var tests: Tests
    /// Where tests cover it, what says so.
    package var testing: Testing?
    /// Uids of earlier answers to the same prompt whose code was turned down or mended.
    package var history: [String]

    package init(
        uid: String, findings: [RiskFinding] = [], context: Context = .unknown, review: Review = .missing,
        scan: Scan = .missing("nothing was checked"), tests: Tests = .unknown, history: [String] = []
    ) {
        self.uid = uid
        self.findings = findings
        self.context = context
        self.review = review
        self.scan = scan
        self.tests = tests
        self.history = history
    }
}
