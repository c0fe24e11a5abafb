import Provenance
import Text

/// A `reportingDescriptor` of SARIF: what a tool says of one of its rules.
struct SARIFRule {
    var id: String
    var title: String?
    var help: String?
    var level: String?
    var score: Double?
    /// Some tools say in a tag how bad it is: `HIGH`.
    var tagged: Severity?
    var confidence: ScannerConfidence?
    var cwes: [Int]
    var isSecurity: Bool
    /// `messageStrings`, by their names.
    var messages: [String: String] = [:]

    init(_ rule: JSONValue) {
        id = rule["id"].words(400) ?? ""
        let properties = rule["properties"]
        let short = rule["shortDescription"]["text"].words(400)
        title = short ?? rule["fullDescription"]["text"].words(400) ?? rule["name"].words(400)
        help = rule["help"]["text"].words(2000) ?? rule["helpUri"].words(400).map { "See \($0)." }
        level = rule["defaultConfiguration"]["level"].words(20)
        score = Self.score(properties)
        confidence = properties["precision"].words(20).flatMap { ScannerConfidence(named: $0) }
        let tags = properties["tags"]
        isSecurity = score != nil || tags.elements.contains { $0.words(40)?.lowercased() == "security" }
        for tag in tags.elements {
            switch tag.words(20) {
            case "HIGH": tagged = .high
            case "MEDIUM": tagged = .medium
            case "LOW": tagged = .low
            default: break
            }
        }
        cwes = tags.weaknesses() + properties["cwe"].weaknesses()
        for relation in rule["relationships"].elements where cwes.count < 8 {
            let target = relation["target"]
            if let number = Self.taxon(target) { cwes.append(number) }
        }
        if cwes.isEmpty {
            let told = [
                id, rule["name"].words(400), short, rule["fullDescription"]["text"].words(4000), help,
                rule["helpUri"].words(400),
            ]
            cwes = Weaknesses.numbers(in: told.compactMap { $0 }.joined(separator: "\n"))
        }
        for (name, text) in rule["messageStrings"].members where messages.count < 100 {
            if let text = text["text"].words(4000) { messages[name] = text }
        }
    }

    static func score(_ properties: JSONValue) -> Double? {
        let value = properties["security-severity"]
        return value.double ?? value.words(20).flatMap { Double($0) }
    }

    /// `{"id": "89", "toolComponent": {"name": "CWE"}}`
    static func taxon(_ reference: JSONValue) -> Int? {
        guard let id = reference["id"].words(60) else { return nil }
        if let number = Weaknesses.numbers(in: id).first { return number }
        guard let name = reference["toolComponent"]["name"].words(60), name.uppercased().hasPrefix("CWE"),
            let number = Int(id), 1...99_999 ~= number
        else { return nil }
        return number
    }
}

/// A `toolComponent`: the driver, or an extension of it.
struct SARIFComponent {
    var name: String?
    var rules: [SARIFRule] = []
    private var byID: [String: Int] = [:]

    private static let mostRules = 100_000

    init(_ component: JSONValue) {
        name = component["name"].words(100)
        for rule in component["rules"].elements where rules.count < Self.mostRules {
            let rule = SARIFRule(rule)
            if !rule.id.isEmpty, byID[rule.id] == nil { byID[rule.id] = rules.count }
            rules.append(rule)
        }
    }

    /// "A hierarchical string": `CA2101/Sub` is told by the rule `CA2101`.
    func rule(_ id: String) -> SARIFRule? {
        var name = id[...]
        while true {
            if let place = byID[String(name)] { return rules[place] }
            guard let slash = name.lastIndex(of: "/") else { return nil }
            name = name[..<slash]
        }
    }

    /// Some tools sort their rules after they have counted them: where both an id and an index are there, the id counts.
    func rule(id: String?, index: Int64?) -> SARIFRule? {
        let counted = index.flatMap { rules.indices.contains(Int(clamping: $0)) ? rules[Int($0)] : nil }
        guard let id else { return counted }
        if let counted, id == counted.id || id.hasPrefix(counted.id + "/") && !counted.id.isEmpty { return counted }
        return rule(id)
    }
}
