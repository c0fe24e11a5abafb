extension [Double] {
    /// The same in order, without those that are no numbers; thousands are dealt out by their digits.
    ///
    /// The bits of numbers that are not negative grow as the numbers do. Eleven bits a round; a round in which all fall into
    /// one heap is left out: times in hours share their upper digits.
    package func ordered() -> [Double] {
        let values = filter { !$0.isNaN }
        guard values.count > 1000, !values.contains(where: { $0.sign == .minus }) else { return values.sorted() }
        var (bits, other) = (values.map(\.bitPattern), [UInt64](repeating: 0, count: values.count))
        for round in 0..<6 {
            let shift = UInt64(11 * round)
            var heaps = [Int](repeating: 0, count: 2048)
            for value in bits { heaps[Int(value >> shift & 2047)] += 1 }
            if heaps.contains(bits.count) { continue }
            var start = 0
            for heap in heaps.indices { (heaps[heap], start) = (start, start + heaps[heap]) }
            for value in bits {
                let heap = Int(value >> shift & 2047)
                other[heaps[heap]] = value
                heaps[heap] += 1
            }
            swap(&bits, &other)
        }
        return bits.map { Double(bitPattern: $0) }
    }
}
