import Text

/// What a run of SARIF says of where its files lie.
struct SARIFPlaces {
    /// The addresses of `originalUriBaseIds`, and what each stands on.
    private var bases: [String: (address: String?, base: String?)] = [:]
    private var artifacts: [(address: String?, base: String?)] = []
    private let unit: TextPlaces.Unit

    private static let mostArtifacts = 1_000_000

    init(_ run: JSONValue, unit: TextPlaces.Unit) {
        self.unit = unit
        for (name, value) in run["originalUriBaseIds"].members where bases.count < 1000 {
            bases[name] = (value["uri"].words(4096), value["uriBaseId"].words(200))
        }
        for artifact in run["artifacts"].elements where artifacts.count < Self.mostArtifacts {
            let location = artifact["location"]
            artifacts.append((location["uri"].words(4096), location["uriBaseId"].words(200)))
        }
    }

    /// The first place of a `location` that is a file.
    func place(_ location: JSONValue, rule: SARIFRule? = nil) -> ScannerPlace? {
        let physical = location["physicalLocation"]
        guard var place = file(physical["artifactLocation"]) else { return nil }
        place.region = region(physical["region"]) ?? region(physical["contextRegion"])
        place.message = SARIFMessage.text(location["message"], rule: rule)
        return place
    }

    /// The files that the run lists as looked at.
    func covered(_ run: JSONValue) -> [ScannerPlace] {
        var places: [ScannerPlace] = []
        for artifact in run["artifacts"].elements where places.count < Self.mostArtifacts {
            let roles = artifact["roles"]
            let isTarget =
                roles.kind != .array
                || roles.elements.contains { $0.equals("analysisTarget") || $0.equals("resultFile") }
            if isTarget, let place = file(artifact["location"]) { places.append(place) }
        }
        return places
    }

    private func file(_ location: JSONValue) -> ScannerPlace? {
        var (address, base) = (location["uri"].words(4096), location["uriBaseId"].words(200))
        if address == nil, let index = location["index"].int, artifacts.indices.contains(Int(clamping: index)) {
            (address, base) = artifacts[Int(index)]
        }
        guard let address else { return nil }
        var path = Paths.path(ofAddress: address)
        var next = base
        // Bases stand on each other; a ring of them ends here.
        for _ in 0..<8 {
            guard !Paths.isAbsolute(path), let name = next, let found = bases[name] else { break }
            next = found.base
            guard let address = found.address else { continue }
            let folder = Paths.path(ofAddress: address)
            if Paths.isAbsolute(folder) {
                var place = ScannerPlace(path: path)
                place.root = folder
                return place
            }
            path = Paths.join(folder, path)
        }
        return ScannerPlace(path: path)
    }

    private func region(_ value: JSONValue) -> ScannerRegion? {
        guard value.kind == .object else { return nil }
        var region = ScannerRegion(unit: unit)
        if let first = value["startLine"].place {
            let last = max(first, value["endLine"].place ?? first)
            region.lines = first...last
            region.startColumn = value["startColumn"].place
            region.endColumn = value["endColumn"].place
        }
        region.units = Self.range(value["charOffset"], value["charLength"])
        region.bytes = Self.range(value["byteOffset"], value["byteLength"])
        return region.lines == nil && region.units == nil && region.bytes == nil ? nil : region
    }

    private static func range(_ offset: JSONValue, _ length: JSONValue) -> Range<Int>? {
        guard let start = offset.int, 0...Int64(Int32.max) ~= start else { return nil }
        let length = min(max(0, length.int ?? 0), Int64(Int32.max))
        return Int(start)..<Int(start + length)
    }
}
