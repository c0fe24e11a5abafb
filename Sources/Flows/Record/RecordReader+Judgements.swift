import Provenance
import Store
import Text

extension RecordReader {
    /// An edit on a line of its own, of a generation that is there.
    mutating func edit(_ members: Members) throws -> [Sighting] {
        guard let generation = try reference("generation", to: .generation, members), let session = generation.session
        else { throw members.missing("generation", "the id of the generation that the edit is of") }
        let sightings = try EditDraft(members).sightings(of: generation.uid, session: session, at: now)
        for case .edit(let edit) in sightings { references.remember(.edit, edit.uid, session: session) }
        return sightings
    }

    mutating func finding(_ members: Members) throws -> [Sighting] {
        let generation = try reference("generation", to: .generation, members)
        let edit = try reference("edit", to: .edit, members)
        let path = try members.text("path")
        guard generation != nil || edit != nil || path != nil else {
            throw members.bad("a finding names a 'generation', an 'edit' or a 'path'.")
        }
        let rule = try members.requiredText("rule", "the auditor's name for what it looked for")
        let severity = try members.requiredChoice("severity", of: Severity.self)
        let message = try members.requiredText("message", "what is wrong, in a sentence")
        let auditor = try members.text("auditor")
        let firstLine = try members.count("line", from: 1)
        let lastLine = try members.count("end_line", from: 1)
        if let lastLine, lastLine < firstLine ?? Int.max {
            throw members.bad("'end_line' is \(lastLine), but 'line' is \(firstLine.map(String.init) ?? "missing").")
        }
        let uid =
            try members.raw("id").map { UID(of: .finding, makerID: $0) }
            ?? ContentID(
                generation?.uid.text, edit?.uid.text, path, firstLine.map(String.init), lastLine.map(String.init), rule,
                auditor, message
            ).uid(of: .finding)
        var finding = Finding(
            uid: uid, rule: rule, severity: severity, message: message, at: try members.time("at") ?? now)
        finding.generation = generation?.uid
        finding.edit = edit?.uid
        finding.session = edit?.session ?? generation?.session
        finding.path = path
        finding.firstLine = firstLine
        finding.lastLine = lastLine
        finding.cwe = try cwe(members)
        finding.auditor = auditor
        finding.status = try members.choice("status", of: Finding.Status.self)
        references.remember(.finding, uid)
        return [.finding(finding)]
    }

    mutating func decision(_ members: Members) throws -> [Sighting] {
        let generation = try reference("generation", to: .generation, members)
        let edit = try reference("edit", to: .edit, members)
        guard generation != nil || edit != nil else {
            throw members.bad("a decision names a 'generation' or an 'edit'.")
        }
        let verdict = try members.requiredChoice("verdict", of: Decision.Verdict.self)
        let reasons = try members.texts("reasons")
        let policy = try members.text("policy")
        let at = try members.time("at")
        let uid: UID
        if let id = try members.raw("id") {
            uid = UID(of: .decision, makerID: id)
        } else {
            var content = ContentID(
                generation?.uid.text, edit?.uid.text, verdict.rawValue, policy, at.map(String.init))
            for reason in reasons { content.add(reason) }
            uid = content.uid(of: .decision)
        }
        var decision = Decision(uid: uid, verdict: verdict, reasons: reasons, at: at ?? now)
        decision.generation = generation?.uid
        decision.edit = edit?.uid
        decision.policy = policy
        references.remember(.decision, uid)
        return [.decision(decision)]
    }

    func rule(_ members: Members) throws -> [Sighting] {
        var rule = Rule(
            id: try members.requiredText("id", "what findings say in 'rule'"),
            title: try members.requiredText("title", "what the rule is about"),
            severity: try members.requiredChoice("severity", of: Severity.self))
        rule.cwe = try cwe(members)
        rule.owasp = try members.text("owasp")
        rule.remedy = try members.text("remedy")
        return [.rule(rule)]
    }

    /// `CWE-79`, also written `cwe-79`, `"79"` or `79`.
    private func cwe(_ members: Members) throws -> String? {
        let value = members.value("cwe")
        guard value.exists else { return nil }
        let text = value.kind == .number ? value.source : try members.raw("cwe")
        guard let text else { return nil }
        let digits = text.lowercased().hasPrefix("cwe-") ? text.dropFirst(4) : text[...]
        guard !digits.isEmpty, digits.utf8.count < 10, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw members.wrong("cwe", "is no number of a weakness (CWE-79)", value)
        }
        return "CWE-\(digits)"
    }
}
