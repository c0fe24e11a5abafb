import Provenance

/// One answer whose lines are still coming in.
struct OpenAnswer {
    var generation: Generation
    /// Lines already taken in, by uuid: resumed files repeat them.
    var lines: Set<String> = []
    /// What came after its first line and refers to it.
    var held: [Sighting] = []

    mutating func append(_ text: String) {
        if !generation.output.text.isEmpty { generation.output.text += "\n" }
        generation.output.text += text
    }

    func emit(into sightings: inout [Sighting]) {
        sightings.append(.generation(generation))
        sightings += held
    }

    var withoutHeld: OpenAnswer {
        var copy = self
        copy.held = []
        return copy
    }
}
