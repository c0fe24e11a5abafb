import Provenance

extension [Sighting] {
    /// The same in order, cut into pieces of about so many bytes: a transaction must not hold the lock for long.
    func slices(of bytes: Int) -> [ArraySlice<Sighting>] {
        var slices: [ArraySlice<Sighting>] = []
        var start = startIndex
        var weight = 0
        for index in indices {
            weight += self[index].weight
            guard weight >= bytes else { continue }
            slices.append(self[start...index])
            start = index + 1
            weight = 0
        }
        if start < endIndex || slices.isEmpty { slices.append(self[start...]) }
        return slices
    }
}

extension Sighting {
    /// About how many bytes it brings to the store.
    fileprivate var weight: Int {
        let texts: [Body?] =
            switch self {
            case .prompt(let prompt): [prompt.words]
            case .segment(let segment): [segment.text]
            case .generation(let generation): [generation.output]
            case .edit(let edit): [edit.before, edit.after, edit.patch]
            case .outcome(let outcome): [outcome.before, outcome.after, outcome.patch]
            default: []
            }
        return texts.reduce(200) { $0 + ($1?.text.utf8.count ?? 0) }
    }
}
