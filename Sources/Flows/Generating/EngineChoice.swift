package import Engines
import Foundation
import Text

/// Which engine is asked, and for which of its models.
package struct EngineChoice: Sendable {
    /// Named by the user, in the order in which a name counts.
    package var address: String?
    package var model: String?
    package var key: String?
    /// How long an answer is waited for.
    package var patience = HTTPPatience()
    package var allowsPublic = false
    /// Hosts that the configuration names: they may be public.
    package var allowedHosts: [String] = []
    /// Where Ollama listens, as its own variable says.
    package var ollamaHost: String?
    /// Is told what is done meanwhile, as a sentence.
    package var waits: @Sendable (String) -> Void = { _ in }

    package init() {}

    /// Why there is none, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// Addresses of this machine that are worth a look.
    package var usualAddresses: [String] {
        var addresses = EngineProbe.usualPorts.map { "http://127.0.0.1:\($0)" }
        if let own = ollamaAddress, !addresses.contains(own) { addresses.insert(own, at: 0) }
        return addresses
    }

    /// `0.0.0.0` is where a server listens, and no place to ask.
    private var ollamaAddress: String? {
        guard var host = ollamaHost, !host.isEmpty else { return nil }
        if host.hasPrefix("0.0.0.0") { host = "127.0.0.1" + host.dropFirst(7) }
        if host.firstRange(of: "://") == nil { host = "http://" + host }
        let authority = host[(host.firstRange(of: "://")?.upperBound ?? host.startIndex)...]
        return authority.contains(":") ? host : host + ":11434"
    }

    /// Whether an address may be a public one.
    package func allows(_ address: String) -> Bool {
        guard let base = try? EngineAddress(address).base else { return allowsPublic }
        let host = Engine(.plain, at: base).host
        return allowsPublic || allowedHosts.contains(host) || allowedHosts.contains { host.hasPrefix($0 + ":") }
    }

    package func client(for engine: Engine) -> EngineClient {
        // Whoever answers on this machine without having been named is told no key.
        var client = EngineClient(
            engine, key: address == nil ? nil : key, allowsPublic: allows(engine.address))
        client.patience = patience
        return client
    }

    /// Every engine that answers: the one that was named, else those of this machine.
    ///
    /// - Parameter missing: is told of those that do not answer, where they were named.
    package func all() throws -> [EngineProbe.Found] {
        if let address { return [try probe(address).look(at: address)] }
        let quick = HTTPPatience(connect: 300, firstByte: 2000, idle: 2000)
        return usualAddresses.compactMap { try? EngineProbe(patience: quick).look(at: $0) }
    }

    private func probe(_ address: String) -> EngineProbe {
        EngineProbe(key: key, allowsPublic: allows(address))
    }

    /// - Throws: `Failure` or `EngineFailure`.
    package func one() throws -> (found: EngineProbe.Found, model: EngineModel?) {
        let all = try all()
        guard let found = all.first else {
            throw Failure(
                description:
                    "No engine answers on this machine (\(usualAddresses.map { $0.dropFirst(7) }.joined(separator: ", "))): "
                    + "start one, or name it with --engine.")
        }
        let loaded = try loaded(found)
        return (loaded, try model(of: loaded))
    }

    /// Waits as long as for a first byte: what it has is not known before.
    private func loaded(_ found: EngineProbe.Found) throws -> EngineProbe.Found {
        var found = found
        if found.isLoading { waits(EngineClient.loadingWords) }
        let end = Timestamp.now.milliseconds + Int64(patience.firstByte)
        while found.isLoading {
            guard Timestamp.now.milliseconds < end else { throw EngineFailure.loading(host: found.engine.host) }
            usleep(UInt32(patience.beforeNextLook) * 1000)
            let place = address ?? found.engine.address
            found = try EngineProbe(key: address == nil ? nil : key, allowsPublic: allows(place)).look(at: place)
        }
        return found
    }

    private func model(of found: EngineProbe.Found) throws -> EngineModel? {
        if let model {
            // Ollama adds a tag that is not written.
            return found.models.first { $0.name == model || $0.name == model + ":latest" } ?? EngineModel(name: model)
        }
        if found.models.count <= 1 || found.engine.kind == .plain { return found.models.first }
        throw EngineFailure.needsModel(host: found.engine.host, models: found.models.map(\.name))
    }
}
