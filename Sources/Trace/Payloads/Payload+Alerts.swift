import Text

/// Webhooks that bring alarms: they name no frames, but their words may hold a trace, a place or a link.
extension Payload {
    /// Alertmanager's version 4, and Grafana's, which adds to it.
    func alerts() -> [Failure]? {
        guard
            value["receiver"].exists || value["groupKey"].exists || value["commonLabels"].exists
                || value["orgId"].exists
        else { return nil }
        return value["alerts"].elements.prefix(256).map(alert)
    }

    private func alert(_ alert: JSONValue) -> Failure {
        let labels = alert["labels"]
        let notes = alert["annotations"]
        let title = labels["alertname"].name ?? value["title"].name
        let words =
            notes["summary"].short ?? notes["description"].short ?? notes["message"].short ?? value["message"].short
        var texts = notes.members.compactMap { $0.value.string }
        if let message = value["message"].string { texts.append(message) }
        var failure = alarm(title: title, words: words, texts: texts)
        failure.time = alert["startsAt"].moment
        failure.severity = failure.severity ?? labels["severity"].name ?? value["commonLabels"]["severity"].name
        failure.service =
            labels["service"].name ?? labels["app"].name ?? labels["job"].name ?? labels["deployment"].name
            ?? labels["container"].name
        failure.release =
            labels["version"].name ?? labels["release"].name ?? labels["image"].name ?? labels["app_version"].name
        failure.revision = labels["revision"].name ?? labels["commit"].name
        failure.environment = labels["environment"].name ?? labels["env"].name ?? labels["namespace"].name
        for link in [
            alert["generatorURL"], notes["runbook_url"], alert["dashboardURL"], alert["panelURL"], value["externalURL"],
        ] {
            if let link = link.name, !failure.links.contains(link) { failure.links.append(link) }
        }
        Running.split(&failure)
        return failure
    }

    /// PagerDuty's version 3: `{event: {event_type: "incident.…", data: {title, service, …}}}`
    func incident() -> [Failure]? {
        let event = value["event"]
        guard event["event_type"].name?.hasPrefix("incident.") == true, event["data"].kind == .object else {
            return nil
        }
        let data = event["data"]
        let title = data["title"].name ?? data["incident"]["summary"].name
        var texts = [title].compactMap(\.self)
        collect(data["body"], into: &texts)
        collect(data["custom_details"], into: &texts)
        collect(data["first_trigger_log_entry"], into: &texts)
        var failure = alarm(title: title, words: title, texts: texts)
        failure.time = data["created_at"].moment ?? event["occurred_at"].moment
        failure.severity = data["priority"]["summary"].name ?? data["urgency"].name
        failure.service = data["service"]["summary"].name
        failure.links = [data["html_url"].name].compactMap(\.self)
        return [failure]
    }

    /// What the words of an alarm tell: a trace if they hold one, else the places they name.
    private func alarm(title: String?, words: String?, texts: [String]) -> Failure {
        var found: Failure?
        for text in texts where found == nil {
            found = nested(text).first { $0.primary != nil }
        }
        for text in texts where found == nil {
            var text = text
            found = text.withUTF8 { bytes in
                let (header, frames) = Mention.find(ByteView(UnsafeRawBufferPointer(bytes)).upTo(LogLine.limit))
                guard !frames.isEmpty else { return nil }
                var exception = header?.exception ?? Failure.Exception(type: title)
                for frame in frames { exception.append(frame) }
                let language = FileName.language(of: frames, else: "")
                return Failure(language: language.isEmpty ? nil : language, exceptions: [exception])
            }
        }
        var failure = found ?? Failure(exceptions: [Failure.Exception(type: title, message: words)])
        failure.kind = .alert
        failure.title = title
        failure.origin = origin
        return failure
    }

    private func collect(_ value: JSONValue, into texts: inout [String], level: Int = 0) {
        guard level < 6, texts.count < 64 else { return }
        if let text = value.string { texts.append(text) }
        for element in value.elements { collect(element, into: &texts, level: level + 1) }
        for member in value.members { collect(member.value, into: &texts, level: level + 1) }
    }
}
