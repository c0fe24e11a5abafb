import Text

/// What a record says of what was running: its version, its service, where.
struct Running {
    var time: Timestamp?
    var release: String?
    var revision: String?
    var service: String?
    var environment: String?
    var severity: String?

    init(_ record: JSONValue) {
        time = Self.first(
            record["time"], record["timestamp"], record["@timestamp"], record["ts"], record["t"], record["datetime"],
            record["eventTime"], record["@t"], record["Timestamp"]
        ) { $0.moment }
        service = Self.first(
            record["service"]["name"], record["service"], record["service.name"], record["service_name"],
            record["serviceContext"]["service"], record["dd.service"], record["app"], record["application"],
            record["kubernetes"]["container_name"], record["resource"]["labels"]["container_name"]
        ) { $0.name }
        release = Self.first(
            record["release"], record["service"]["version"], record["service.version"], record["version"],
            record["serviceContext"]["version"], record["app_version"], record["dd.version"], record["image"],
            record["container_image"]
        ) { $0.name }
        revision = Self.first(
            record["revision"], record["vcs.ref.head.revision"], record["git.commit.sha"], record["commit"],
            record["git_sha"], record["git_commit"]
        ) { $0.name }
        environment = Self.first(
            record["environment"], record["env"], record["service"]["environment"], record["service.environment"],
            record["deployment.environment.name"], record["deployment.environment"], record["dd.env"]
        ) { $0.name }
        severity =
            Self.first(
                record["level"], record["severity"], record["levelname"], record["log.level"], record["log"]["level"],
                record["@l"], record["severityText"], record["lvl"], record["Level"]
            ) { $0.name?.lowercased() } ?? record["level"].int.flatMap(Self.level)
    }

    /// Pino and bunyan count in tens.
    private static func level(_ number: Int64) -> String? {
        switch number {
        case 60: "fatal"
        case 50: "error"
        case 40: "warning"
        default: nil
        }
    }

    private static func first<Value>(_ values: JSONValue..., by read: (JSONValue) -> Value?) -> Value? {
        for value in values where value.exists {
            if let found = read(value) { return found }
        }
        return nil
    }

    /// Sets what the failure does not know itself.
    func tell(_ failure: inout Failure) {
        failure.time = failure.time ?? time
        failure.release = failure.release ?? release
        failure.revision = failure.revision ?? revision
        failure.service = failure.service ?? service
        failure.environment = failure.environment ?? environment
        failure.severity = failure.severity ?? severity
        Self.split(&failure)
    }

    /// `shop@1.4.2+3f2a9c1` names the commit behind its plus; a release may be nothing but a commit.
    static func split(_ failure: inout Failure) {
        guard failure.revision == nil, let release = failure.release else { return }
        let tail = release.split(separator: "+").last.map(String.init) ?? release
        let isCommit = (7...40).contains(tail.utf8.count) && tail.utf8.allSatisfy(\.isHex)
        if isCommit, release.contains("+") || tail.utf8.count == 40 { failure.revision = tail }
    }
}
