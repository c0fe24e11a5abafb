extension Scan {
    /// The secret access key that stands near an access key id: 40 bytes of base64 with nothing to tell them by.
    mutating func visitAWSSecrets() {
        var found: [Finding] = []
        for finding in findings where finding.kind == .awsAccessKeyID {
            let around = max(0, finding.range.lowerBound - 200)..<min(bytes.count, finding.range.upperBound + 200)
            var position = around.lowerBound
            while position < around.upperBound {
                let end = bytes.end(of: .base64Text, from: position, atMost: 64)
                if end == position { position += 1; continue }
                let start = bytes[position] == UInt8(ascii: "=") ? position + 1 : position
                let value = Value(bytes, start..<end)
                if value.count == 40, start > 0, !bytes[start - 1].isOne(of: .base64Text) || start > position,
                    value.hex < 40, value.upper > 3, value.lower > 3, value.digits > 0, value.looksRandom,
                    !value.isPlaceholder, (found.last?.range.upperBound ?? 0) <= start
                {
                    found.append(Finding(kind: .awsSecretAccessKey, range: value.range))
                }
                position = end
            }
        }
        merge(found)
    }
}
