import Git
import Store

/// Finds which edit wrote each of the lines that a commit adds to a file: by equality of lines, nothing less.
///
/// Runs of lines that follow each other on both sides count before single lines, and of equal ones the latest edit. A line
/// of an edit stands for one line of the commit. Blank lines and brackets are claimed only within a run of others; what
/// stands everywhere is never claimed alone.
struct LineMatching {
    private let numbers: [Int]
    private let lines: [CodeLine]

    init(_ added: [FileAdditions.Line]) {
        numbers = added.map(\.number)
        lines = added.map { CodeLine($0.text) }
    }

    /// - Parameter edits: latest first.
    func claims(of edits: [OwnedLines]) -> [LineClaim] {
        var owners = [Int?](repeating: nil, count: lines.count)
        var singles: [(place: Int, edit: Int)] = []
        var open = lines.count
        for (index, edit) in edits.enumerated() where open > 0 {
            for pieces in matches(of: edit) {
                let telling = pieces.count { lines[$0].isTelling }
                if telling >= 2 {
                    for place in pieces where owners[place] == nil {
                        owners[place] = index
                        open -= 1
                    }
                } else if pieces.contains(where: { lines[$0].isDistinctive }) {
                    singles += pieces.map { ($0, index) }
                }
            }
        }
        for (place, edit) in singles where owners[place] == nil { owners[place] = edit }
        return joined(owners, edits)
    }

    private func joined(_ owners: [Int?], _ edits: [OwnedLines]) -> [LineClaim] {
        var claims: [LineClaim] = []
        for (place, owner) in owners.enumerated() {
            guard let owner else { continue }
            let number = numbers[place]
            if let last = claims.last, place > 0, owners[place - 1] == owner, last.lines.upperBound + 1 == number {
                claims[claims.count - 1].lines = last.lines.lowerBound...number
            } else {
                claims.append(LineClaim(lines: number...number, origin: edits[owner].origin))
            }
        }
        return claims
    }

    // MARK: - One edit

    /// Lines that follow each other on both sides, equal one by one.
    private struct Run {
        var place: Int
        var own: Int
        var count: Int
        var telling: Int
    }

    /// A line that an edit has oftener than this is found beside others only: else time grows with its square.
    private static let mostTellings = 32

    /// The places in the commit that the edit has a line for, in pieces that hang together.
    private func matches(of edit: OwnedLines) -> [[Int]] {
        let owned = Owned(edit)
        var taken = Set<Int>()
        var used = Set<Int>()
        var pieces: [[Int]] = []
        for run in runs(with: owned) {
            var piece: [Int] = []
            func close() {
                if piece.contains(where: { lines[$0].isTelling }) { pieces.append(piece) }
                piece = []
            }
            for step in 0..<run.count {
                if taken.contains(run.place + step) || used.contains(run.own + step) {
                    close()
                } else {
                    piece.append(run.place + step)
                    taken.insert(run.place + step)
                    used.insert(run.own + step)
                }
            }
            close()
        }
        return pieces
    }

    /// The runs with an edit's lines, the best first.
    private func runs(with owned: Owned) -> [Run] {
        var runs: [Run] = []
        /// How far the lines have been followed at each distance between the two sides.
        var followed: [Int: Int] = [:]
        for place in lines.indices where lines[place].isTelling {
            guard let places = owned.places[lines[place]], places.count <= Self.mostTellings else { continue }
            for own in places where followed[place - own].map({ $0 <= place }) ?? true {
                let run = grown(place, own, owned)
                followed[place - own] = run.place + run.count
                runs.append(run)
            }
        }
        return runs.sorted { one, other in
            (other.telling, other.count, abs(one.place - one.own), one.place, one.own)
                < (one.telling, one.count, abs(other.place - other.own), other.place, other.own)
        }
    }

    private func grown(_ place: Int, _ own: Int, _ owned: Owned) -> Run {
        var (first, last) = (0, 0)
        while place + first > 0, own + first > 0, numbers[place + first] == numbers[place + first - 1] + 1,
            !owned.begins.contains(own + first), lines[place + first - 1] == owned.lines[own + first - 1]
        { first -= 1 }
        while place + last + 1 < lines.count, own + last + 1 < owned.lines.count,
            numbers[place + last + 1] == numbers[place + last] + 1, !owned.begins.contains(own + last + 1),
            lines[place + last + 1] == owned.lines[own + last + 1]
        { last += 1 }
        let count = last - first + 1
        let telling = (place + first...place + last).count { lines[$0].isTelling }
        return Run(place: place + first, own: own + first, count: count, telling: telling)
    }

    /// An edit's lines in one row, with the places where a run begins.
    private struct Owned {
        var lines: [CodeLine] = []
        var begins: Set<Int> = []
        var places: [CodeLine: [Int]] = [:]

        init(_ edit: OwnedLines) {
            for run in edit.runs {
                begins.insert(lines.count)
                lines += run
            }
            for (place, line) in lines.enumerated() where line.isTelling { places[line, default: []].append(place) }
        }
    }
}
