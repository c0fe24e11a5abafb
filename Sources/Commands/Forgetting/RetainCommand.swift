import ArgumentParser
import Flows
import Store
import Text

struct RetainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retain",
        abstract: "Keeps what is young and forgets the rest, as 'forget' does.",
        discussion: """
            Turns, alerts and sessions that ended longer ago go for good. What a link holds to an alert, an incident or \
            another record stays, since it is the evidence of what happened (a change that a session is part of holds \
            nothing): --linked takes it too. A text that a younger record holds as well stays with that record.
            """)

    @Option(help: ArgumentHelp("The age from which on records go: a number and d, w, mo or y.", valueName: "90d"))
    var olderThan: Age

    @Flag(help: "Forget what links hold as well.")
    var linked = false

    @Flag(help: "Yes to what would be asked.")
    var yes = false

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.open(.write)
        let moment = Timestamp.now.milliseconds - olderThan.milliseconds
        let forgetting = Forgetting(
            store: store, target: .before(moment, withLinked: linked), spreading: false)
        try ForgetDialogue(forgetting: forgetting, isAgreed: yes, otherwise: "Nothing is that old.").run()
    }
}
