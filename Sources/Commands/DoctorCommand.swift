import ArgumentParser
import Flows
import Foundation
import Git
import Ingest
import Store
import Text

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says in one page what colophon sees here: terminal, store, histories, git.")

    @OptionGroup var options: StoreOptions

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        var page = DoctorPage()
        page.terminal(environment)
        page.store(try options.path())
        let store = try? Store.open(at: options.path(), mode: .read)
        let top = Checkout.discover(from: FileManager.default.currentDirectoryPath)?.root
        page.histories(
            HistoryHome.all(environment: environment) + (top.map(HistoryHome.all(inRepository:)) ?? []), store: store)
        page.git(environment)
        Console.write(page.text)
    }
}
