import Foundation
import Metrics
import Text

/// A user's own table of prices.
enum PriceFile {
    static func read(_ path: String) throws -> [ModelPrice] {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 1 << 20 else {
            throw CommandError("'\(path)' cannot be read as a table of prices: name a file of at most 1 MB.")
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        guard let header = lines.first?.map({ $0.lowercased() }), let model = header.firstIndex(of: "model"),
            let input = header.firstIndex(of: "input"), let output = header.firstIndex(of: "output")
        else { throw CommandError("'\(path)' needs a header with model, input and output.") }
        return try lines.dropFirst().enumerated().map { number, fields in
            func price(_ place: Int?) throws -> Double? {
                guard let place, fields.indices.contains(place), !fields[place].isEmpty else { return nil }
                guard let value = Double(fields[place]), value >= 0, value.isFinite else {
                    throw CommandError("'\(path)', line \(number + 2): '\(Visible.text(fields[place]))' is no price.")
                }
                return value
            }
            guard fields.indices.contains(model), !fields[model].isEmpty, let fresh = try price(input),
                let answer = try price(output)
            else { throw CommandError("'\(path)', line \(number + 2): model, input and output must be there.") }
            var from: Int64 = 0
            if let place = header.firstIndex(of: "from"), fields.indices.contains(place), !fields[place].isEmpty {
                guard let day = Timestamp(iso: fields[place]) else {
                    throw CommandError("'\(path)', line \(number + 2): '\(Visible.text(fields[place]))' is no day.")
                }
                from = day.milliseconds / 86_400_000
            }
            return ModelPrice(
                fields[model], from: from, input: fresh, output: answer,
                cacheRead: try price(header.firstIndex(of: "cache_read")),
                cacheWrite: try price(header.firstIndex(of: "cache_write")))
        }
    }
}
