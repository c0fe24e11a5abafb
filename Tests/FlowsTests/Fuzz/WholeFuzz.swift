import Foundation
import Ingest
import Provenance

/// Hands files of damaged records to a reader of whole files: many in each, so that opening it costs little.
struct WholeFuzz {
    let format: WholeHistoryFormat
    let file: WholeFuzzFile
    let folder: TemporaryFolder
    var tally = FuzzTally()

    /// - Parameter count: how many records the file holds.
    mutating func run(_ number: Int, count: Int) throws {
        let path = try file.write(count, seed: UInt64(number), in: folder)
        defer { try? FileManager.default.removeItem(atPath: "\(folder.path)/\(number)") }
        let began = ContinuousClock.now
        let reading = try read(path, state: "", number)
        tally.took((ContinuousClock.now - began) / count, in: number)
        tally.inputs += count
        tally.broken += reading.skips.count
        tally.unknown += reading.unknown
        tally.read += max(0, count - reading.skips.count - reading.unknown)
        for state in [reading.state, "x", "-1", "9223372036854775807"] where number % 8 == 0 {
            _ = try read(path, state: state, number)
            tally.resumed += 1
        }
    }

    /// Damages the file itself: bytes, whole pages, its length. It may be refused, in words.
    mutating func runDamaged(_ number: Int, of whole: Data) throws {
        var mutations = LineMutations([[0]], seed: UInt64(number))
        var bytes = whole
        for _ in 0...mutations.roll(12) {
            let place = mutations.roll(6) == 0 ? mutations.roll(100) : mutations.roll(bytes.count)
            let page = place / 4096 * 4096
            switch mutations.roll(8) {
            case 0: bytes[place] = HostileValues.bytes[mutations.roll(HostileValues.bytes.count)]
            case 1: bytes.resetBytes(in: page..<min(page + 4096, bytes.count))
            case 2: if bytes.count > 4096, page > 0 { bytes.removeSubrange(max(page, 512)...) }
            case 3: bytes.append(bytes[page..<min(page + 4096, bytes.count)])
            case 4:
                let other = mutations.roll(bytes.count) / 4096 * 4096
                bytes.replaceSubrange(
                    page..<min(page + 4096, bytes.count), with: Data(bytes[other..<min(other + 4096, bytes.count)]))
            // The head of a page says where its cells are.
            case 5: bytes[min(page + mutations.roll(16), bytes.count - 1)] = UInt8(mutations.roll(256))
            default: bytes[place] = UInt8(mutations.roll(256))
            }
        }
        let path = "\(folder.path)/damaged-\(number)"
        try bytes.write(to: URL(fileURLWithPath: path))
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        tally.inputs += 1
        do {
            let reading = try read(path, state: "", number)
            tally.read += 1
            tally.unknown += reading.unknown
        } catch let failure as FuzzFailure {
            throw failure
        } catch {
            tally.broken += 1
            guard "\(error)".isEmpty else { return }
            throw FuzzFailure(
                "it is refused without a word", in: FuzzEpisode(format: format.name, number: number), input: [])
        }
    }

    private mutating func read(_ path: String, state: String, _ number: Int) throws -> WholeReading {
        let episode = FuzzEpisode(format: format.name, number: number)
        guard let history = HistoryFile(path: path) else { throw FuzzFailure("no file", in: episode, input: []) }
        var reader = format.makeReader(state, history)
        var failure: FuzzFailure?
        var told = 0
        let reading = try reader.read { sightings in
            told += sightings.count
            for sighting in sightings {
                guard let complaint = SightingCheck.complaint(about: sighting) else { continue }
                failure = FuzzFailure("\(complaint) in \(sighting)", in: episode, input: [])
                return false
            }
            return true
        }
        tally.sightings += told
        if let failure { throw failure }
        return reading
    }
}
