/// The search of one text: takes the windows that `Anchors` points at, asks the exact rules, keeps what they find.
struct Scan {
    let bytes: Bytes
    let index = ShapeIndex.standard
    /// In order of the text and not overlapping.
    private(set) var findings: [Finding] = []
    /// Everything before this has been decided on.
    private(set) var decided = 0
    /// The end of the last name that was judged, so that `secret_key_token` is judged once.
    var judgedName = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    mutating func visit(_ window: Int, _ buckets: Buckets) {
        guard window + 4 > decided else { return }
        if !buckets.isDisjoint(with: [.punctuatedShape, .plainShape]) { visitShape(window, isShort: false) }
        if buckets.contains(.shortShape) { visitShape(window, isShort: true) }
        if !buckets.isDisjoint(with: .names) { visitName(window) }
        guard !buckets.isDisjoint(with: .rare) else { return }
        if buckets.contains(.url) { visitURL(window) }
        if buckets.contains(.jwt) { keep(webToken(window)) }
        if buckets.contains(.scheme) { visitScheme(window) }
        if buckets.contains(.argument) { visitArgument(window) }
        if buckets.contains(.discord) { keep(discordToken(window)) }
        if buckets.contains(.telegram) {
            keep(telegramToken(window))
            keep(azureSecret(window))
        }
        if buckets.contains(.landmark) {
            visitPrivateKey(window)
            visitWebhook(window)
            visitSignature(window)
        }
    }

    /// Keeps a finding unless an earlier one reaches into it.
    mutating func keep(_ kind: SecretKind, _ range: Range<Int>) {
        guard !range.isEmpty, range.lowerBound >= decided else { return }
        findings.append(Finding(kind: kind, range: range))
        decided = range.upperBound
    }

    mutating func keep(_ finding: Finding?) {
        if let finding { keep(finding.kind, finding.range) }
    }

    /// Puts findings of a later look among those of the first; where two overlap the first look wins.
    mutating func merge(_ later: [Finding]) {
        guard !later.isEmpty else { return }
        var merged: [Finding] = []
        var next = later.makeIterator()
        var candidate = next.next()
        for finding in findings {
            while let late = candidate, late.range.lowerBound < finding.range.lowerBound {
                if late.range.upperBound <= finding.range.lowerBound,
                    late.range.lowerBound >= (merged.last?.range.upperBound ?? 0)
                {
                    merged.append(late)
                }
                candidate = next.next()
            }
            if finding.range.lowerBound >= (merged.last?.range.upperBound ?? 0) { merged.append(finding) }
        }
        while let late = candidate {
            if late.range.lowerBound >= (merged.last?.range.upperBound ?? 0) { merged.append(late) }
            candidate = next.next()
        }
        findings = merged
    }
}
