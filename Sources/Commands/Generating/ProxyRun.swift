import Engines
import Flows
import Foundation
import Store
import Text

/// `record --proxy`: passes through and records until the program is stopped.
enum ProxyRun {
    static func run(listen: String, upstream: String, allowsPublic: Bool, store: Store) throws {
        var choice = EngineChoice()
        choice.allowsPublic = allowsPublic
        choice.allowedHosts = Configuration.ofUser().engine.allowedHosts
        let allowsPublic = choice.allows(upstream)
        let address = try RelayAddress(upstream, allowsPublic: allowsPublic)
        try address.check()
        let place = try RelayAddress(listen)
        let found = try? EngineProbe(allowsPublic: allowsPublic).look(at: address.address)
        let recording = ProxyRecording(
            store: store, engine: found?.engine.kind.rawValue ?? "unknown", host: address.text
        ) { Console.note(Visible.text($0)) }
        let relay = try Relay(
            listening: place, upstream: address,
            lost: { Console.note("a connection carries what is no HTTP/1.1: it passes, and is not recorded") },
            told: { recording.add($0) })
        Interruption.watch()
        Console.note("Passing http://\(relay.address) through to \(address.address); ^C ends it.")
        if found == nil {
            Console.note("Nobody answers there yet, or it is not known: what passes is recorded all the same.")
        }
        Thread.detachNewThread {
            while !Interruption.isWanted { usleep(100_000) }
            relay.close()
        }
        relay.run()
        let count = recording.close()
        let lost = recording.lost
        let rest = lost == 0 ? "" : ", lost \(lost)"
        Console.write("recorded \(IngestReport.count(count, "answer"))\(rest)\n")
    }
}
