import ArgumentParser
import Flows
import Foundation
import Store

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .long, help: "The store's file (default: $COLOPHON_STORE, else colophon/store.sqlite in the data home).")
    var store: String?

    /// `--store`, `COLOPHON_STORE`, `$XDG_DATA_HOME/colophon/store.sqlite`, `~/.local/share/colophon/store.sqlite`.
    func path(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> String {
        if let store, !store.isEmpty { return store }
        if let given = environment["COLOPHON_STORE"], !given.isEmpty { return given }
        // "All paths set in these environment variables must be absolute. If … relative … ignore it" (XDG base directory).
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/colophon/store.sqlite" }
        if let home = environment["HOME"], !home.isEmpty { return home + "/.local/share/colophon/store.sqlite" }
        throw CommandError("There is no home folder to keep the store in: set HOME, or name a file with --store.")
    }

    func open(_ mode: Store.Mode, connections: Int = 1) throws -> Store {
        try Store.open(at: path(), mode: mode, connections: connections)
    }

    /// A store to read from, with everything that arrived by other hands worked off first where it may be written.
    func openForReading() throws -> Store {
        let path = try path()
        do {
            let store = try Store.open(at: path, mode: .write)
            do {
                try HookSpool(store: path).take(into: store)
                if try store.hasPending() { try Intake(store: store).settle() }
            } catch let error as StoreError where error.code == .full || error.code == .busy {
                // What is there can be read all the same.
                Console.note(error.description)
            }
            return store
        } catch let error as StoreError where error.code == .readOnly {
            return try Store.open(at: path, mode: .read)
        }
    }
}
