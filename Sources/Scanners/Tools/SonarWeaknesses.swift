/// What rules of SonarQube are about where its answer does not say: issues of `/api/issues/search` bring the key alone.
enum SonarWeaknesses {
    /// Of `python:S2083`, `javasecurity:S2083`, `csharpsquid:S2083`: a number means the same in every language.
    static func weakness(of key: String) -> Int? {
        guard let name = key.split(separator: ":").last, name.first == "S", let number = Int(name.dropFirst()) else {
            return nil
        }
        return weaknesses[number]
    }

    /// As the rules' own descriptions have it; of several the one that is closest to the defect.
    private static let weaknesses: [Int: Int] = [
        1523: 95, 2053: 759, 2068: 798, 2076: 78, 2077: 89, 2078: 90, 2083: 22, 2091: 643, 2092: 614, 2245: 338,
        2612: 732, 2631: 1333, 2755: 611, 3329: 329, 3330: 1004, 3649: 89, 4423: 327, 4426: 326, 4502: 352, 4507: 489,
        4721: 78, 4790: 328, 4830: 295, 5042: 409, 5122: 942, 5131: 79, 5135: 502, 5144: 918, 5145: 117, 5146: 601,
        5147: 943, 5167: 113, 5332: 319, 5334: 94, 5445: 377, 5527: 297, 5542: 327, 5547: 327, 5659: 347, 5852: 1333,
        6096: 22, 6350: 88, 6418: 798, 6437: 798,
    ]
}
