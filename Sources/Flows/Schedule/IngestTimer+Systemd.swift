extension IngestTimer {
    private static let unit = "colophon-ingest"

    /// Two user units below `$XDG_CONFIG_HOME/systemd/user` (systemd.unit(5)).
    static func systemd(_ job: IngestJob, configuration folder: String) -> IngestTimer {
        let service = """
            [Unit]
            Description=Reads the histories of coding agents into Colophon's store

            [Service]
            Type=oneshot
            Nice=10
            \(job.variables.sorted { $0.key < $1.key }.map { "Environment=\(quoted("\($0.key)=\($0.value)"))\n" }.joined())\
            ExecStart=\(([job.program] + job.arguments).map(quoted).joined(separator: " "))

            """
        let timer = """
            [Unit]
            Description=Every hour, and after a time without power as soon as there is some

            [Timer]
            OnCalendar=hourly
            RandomizedDelaySec=300
            Persistent=true

            [Install]
            WantedBy=timers.target

            """
        let systemctl = ["systemctl", "--user"]
        return IngestTimer(
            keeper: .systemd,
            files: [
                File(path: "\(folder)/systemd/user/\(unit).service", text: service),
                File(path: "\(folder)/systemd/user/\(unit).timer", text: timer),
            ],
            starting: [
                Command(words: systemctl + ["daemon-reload"]),
                Command(words: systemctl + ["enable", "--now", "\(unit).timer"]),
            ],
            ending: [Command(words: systemctl + ["disable", "--now", "\(unit).timer"], mayFail: true)])
    }

    /// In double quotes; `%` and `$` are doubled, for units expand them (systemd.unit(5), systemd.service(5)).
    private static func quoted(_ word: String) -> String {
        var text = "\""
        for character in word {
            switch character {
            case "\"", "\\": text += "\\\(character)"
            case "%", "$": text += "\(character)\(character)"
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
        return text + "\""
    }
}
