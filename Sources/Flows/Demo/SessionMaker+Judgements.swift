import Provenance
import Store

/// What auditors, policies and alarms say of made-up edits.
extension SessionMaker {
    private static let hour: Int64 = 3_600_000

    mutating func judge(_ written: Written) {
        let edit = written.edit
        guard let hazard = written.hazard else {
            if dice.chance(0.03) { decide(.allow, ["No rule objects."], on: edit) }
            return
        }
        var finding = Finding(
            uid: UIDs.derived(.finding, from: edit), rule: hazard.rule.id, severity: hazard.rule.severity,
            message: String(decoding: hazard.message.lines[0].text(Words(&dice)), as: UTF8.self), at: edit.at + 1000)
        finding.edit = edit.uid
        finding.firstLine = written.line
        finding.lastLine = written.line
        finding.cwe = hazard.rule.cwe
        finding.auditor = "demo-audit"
        let place = dice.unit()
        finding.status = place < 0.6 ? .open : place < 0.85 ? .fixed : place < 0.93 ? .accepted : .false
        sightings.append(.finding(finding))
        guard hazard.rule.severity == .high || hazard.rule.severity == .critical else { return }
        decide(
            hazard.rule.severity == .critical ? .block : .review, ["\(hazard.rule.id) at \(hazard.rule.severity)"],
            on: edit)
        if edit.status == .applied, dice.chance(0.3) { alarm(edit, written.line ?? 1) }
    }

    private mutating func decide(_ verdict: Decision.Verdict, _ reasons: [String], on edit: Edit) {
        var decision = Decision(
            uid: UIDs.derived(.decision, from: edit), verdict: verdict, reasons: reasons, at: edit.at + 2000)
        decision.edit = edit.uid
        decision.policy = "demo-gate 1"
        sightings.append(.decision(decision))
    }

    /// Some time after it was written, a line fails in production; now and then somebody has found out which.
    private mutating func alarm(_ edit: Edit, _ line: Int) {
        let words = Words(&dice)
        let at = min(now, edit.at + Self.hour + Int64(dice.below(72)) * Self.hour / 2)
        var alert = Alert(
            uid: UIDs.derived(.alert, from: edit), title: Self.text("$v-$n: $f is $a", words), at: at)
        alert.service = repository.name
        alert.severity = dice.chance(0.2) ? .critical : .high
        alert.text = Self.body(
            "\(Self.text("ERROR $v_$n: the $f is $a ($u)", words))\n    at \(repository.directory)/\(edit.path):\(line)\n"
        )
        sightings.append(.alert(alert))
        guard dice.chance(0.4) else { return }
        sightings.append(
            .link(
                RecordLink(
                    from: .init(kind: "alert", uid: alert.uid.text), relation: "caused by",
                    to: .init(kind: "edit", uid: edit.uid.text), at: at)))
    }
}
