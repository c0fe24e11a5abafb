import Flows
import Foundation
import Git
import Text

/// `init --ci`: shows the workflow, asks, and writes it or takes it out.
struct WorkflowChange {
    let undo: Bool
    let yes: Bool

    /// - Returns: whether the repository is as was wished.
    func run() throws -> Bool {
        guard let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath) else {
            throw CommandError("You do not stand in a git repository: a workflow belongs into one.")
        }
        let file = WorkflowFile(in: checkout.root)
        let name = Visible.text(file.path)
        let change = try undo ? file.removing() : file.adding()
        if change == .none {
            Console.write(undo ? "\(name) is not there.\n" : "\(name) is in order.\n")
            return true
        }
        return try undo ? takeOut(change, file, name) : write(change, file, name, in: checkout.root)
    }

    private func write(_ change: WorkflowFile.Change, _ file: WorkflowFile, _ name: String, in root: String) throws
        -> Bool
    {
        Console.write("\(name) is written as this:\n\n\(file.text)\n")
        if case .write(_, let backup?) = change {
            Console.write("What stands there now is kept as \(Visible.text(backup)).\n")
        }
        guard mayGoOn("Write it?") else { return false }
        try apply(change, file)
        var next =
            "Written. Commit it through a pull request. Then name the engine in the variable COLOPHON_ENGINE, unless "
        next += "it answers on the runner itself"
        if file.hasSonar {
            next += ", and put SonarQube's token into the secret SONAR_TOKEN, its address into SONAR_HOST_URL"
        }
        Console.write(next + ".\n")
        if !FileManager.default.fileExists(atPath: root + "/generations.toml") {
            Console.write("What is to be generated stands in generations.toml, which is not there yet.\n")
        }
        return true
    }

    private func takeOut(_ change: WorkflowFile.Change, _ file: WorkflowFile, _ name: String) throws -> Bool {
        Console.write("\(name) goes.\n")
        if try file.isChanged() { Console.write("It was changed since it was written, and that goes with it.\n") }
        if case .remove(let before?) = change {
            Console.write("What stood there before comes back from \(Visible.text(before)).\n")
        }
        guard mayGoOn("Take it out?") else { return false }
        try apply(change, file)
        Console.write("Taken out.\n")
        return true
    }

    private func apply(_ change: WorkflowFile.Change, _ file: WorkflowFile) throws {
        do {
            try file.apply(change)
        } catch let error as CocoaError {
            throw CommandError("'\(Visible.text(file.path))' cannot be written: \(error.localizedDescription)")
        }
    }

    private func mayGoOn(_ question: String) -> Bool {
        if yes { return true }
        guard Console.canAsk else {
            Console.note("Nothing is written: say --yes where nobody can be asked.")
            return false
        }
        return Console.ask(question)
    }
}
