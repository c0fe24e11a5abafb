import Text

/// Finds out what answers at an address.
package struct EngineProbe: Sendable {
    private let key: String?
    private let allowsPublic: Bool
    private let patience: HTTPPatience

    /// Where engines listen when nobody tells them otherwise: Ollama, the llama.cpp server, vLLM, LM Studio.
    package static let usualPorts = [11434, 8080, 8000, 1234]

    package init(
        key: String? = nil, allowsPublic: Bool = false,
        patience: HTTPPatience = HTTPPatience(connect: 1000, firstByte: 5000, idle: 5000)
    ) {
        self.key = key
        self.allowsPublic = allowsPublic
        self.patience = patience
    }

    /// What an engine is and has.
    package struct Found: Equatable, Sendable {
        package var engine: Engine
        package var version: String?
        package var models: [EngineModel]
        /// It answers nothing yet but that it loads its model.
        package var isLoading = false
    }

    /// - Throws: `EngineFailure`.
    package func look(at text: String) throws(EngineFailure) -> Found {
        let address = try EngineAddress(text)
        if let kind = address.kind {
            let engine = Engine(kind, at: address.base, path: address.path)
            let models = kind == .plain ? [] : (try? models(of: engine)) ?? []
            return Found(engine: engine, models: models)
        }
        return try look(at: address)
    }

    private func look(at address: EngineAddress) throws(EngineFailure) -> Found {
        let unknown = Engine(.openai, at: address.base, path: address.path)
        let client = client(unknown)
        do {
            // The llama.cpp server answers for Ollama, too; only it has these.
            let isLlama = try client.fetch("/props", patience: patience) {
                $0["default_generation_settings"].exists || $0["model_path"].exists
            }
            if isLlama == true { return try found(.llama, address) }
            if let version = try client.fetch("/api/version", patience: patience, { $0["version"].string }) {
                return try found(.ollama, address, version: version)
            }
            let owner = try client.fetch("/v1/models", patience: patience) { value in
                value["data"].kind == .array ? value["data"][0]["owned_by"].string ?? "" : nil
            }
            switch owner {
            case "vllm":
                let version = try client.fetch("/version", patience: patience) { $0["version"].string }
                return try found(.vllm, address, version: version)
            case "llamacpp": return try found(.llama, address)
            case .some: return try found(.openai, address)
            case nil: break
            }
            let (status, complaint) = try client.refusal(of: "/v1/models", patience: patience)
            if complaint.saysLoading(status) {
                return Found(engine: Engine(.llama, at: address.base, path: address.path), models: [], isLoading: true)
            }
            if [401, 403].contains(status) {
                throw EngineFailure.unauthorised(host: unknown.host, hasKey: key != nil, words: "")
            }
            throw EngineFailure.noEngine(host: unknown.host, says: "")
        } catch let failure as HTTPFailure {
            throw .http(failure.naming(address.base))
        } catch let failure as EngineFailure {
            throw failure
        } catch {
            throw .noEngine(host: unknown.host, says: "")
        }
    }

    private func found(_ kind: Engine.Kind, _ address: EngineAddress, version: String? = nil) throws -> Found {
        let engine = Engine(kind, at: address.base, path: address.path)
        return Found(engine: engine, version: version, models: try models(of: engine))
    }

    private func client(_ engine: Engine) -> EngineClient {
        EngineClient(engine, key: key, allowsPublic: allowsPublic)
    }

    /// Names, digests and sizes, as the engine lists them.
    package func models(of engine: Engine) throws(HTTPFailure) -> [EngineModel] {
        let client = client(engine)
        if engine.kind == .ollama {
            return try client.fetch("/api/tags", patience: patience) { value in
                value["models"].elements.compactMap(EngineModel.init(ollama:))
            } ?? []
        }
        return try client.fetch("/v1/models", patience: patience) { value in
            value["data"].elements.compactMap(EngineModel.init(compatible:))
        } ?? []
    }
}

extension EngineModel {
    fileprivate init?(ollama value: JSONValue) {
        guard let name = value["name"].string else { return nil }
        self.init(name: name)
        digest = value["digest"].string
        size = value["details"]["parameter_size"].string
        quantization = value["details"]["quantization_level"].string
        isRemote = value["remote_host"].exists || value["remote_model"].exists
    }

    fileprivate init?(compatible value: JSONValue) {
        guard let name = value["id"].string else { return nil }
        self.init(name: name)
        context = value["meta"]["n_ctx"].count40 ?? value["max_model_len"].count40
        quantization = value["meta"]["ftype"].string
        size = value["meta"]["n_params"].double.map { count in
            count >= 1e9 ? "\((count / 1e8).rounded() / 10)B" : "\((count / 1e5).rounded() / 10)M"
        }
    }
}
