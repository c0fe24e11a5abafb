import Text

/// The page beside a demo.
struct DemoPage {
    let plan: DemoPlan

    /// By which a folder of a demo is known.
    static let firstLine = "A demo of Colophon: everything in this folder is made up. Made by 'colophon demo'.\n"

    var text: String {
        Self.firstLine + """

            store.sqlite  \(plan.generations) generations of several agents in several repositories
            shop          one of the repositories, with its history in git
            alert.txt     what production said when release \(Story.release) of the shop failed

            Try, in this folder:
              colophon --store store.sqlite                                                 look around
              cd shop && colophon --store ../store.sqlite                                   the same in the repository
              colophon list turns --store store.sqlite --filter 'repo:shop risk:>=high'     what was risky
              colophon list edits --store store.sqlite --filter 'repo:shop file:refund.py'  who wrote the line that failed
              cd shop && colophon stats --store ../store.sqlite                             the pipeline, before and after

            Since that release the line has moved to another file and been formatted, and a person changed another one.
            The same again: colophon demo --generations \(plan.generations) --seed \(plan.seed) --now \(now)

            """
    }

    private var now: String { Timestamp(milliseconds: plan.now).iso }
}
