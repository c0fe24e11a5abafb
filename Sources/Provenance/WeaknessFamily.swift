/// Weaknesses that speak of one defect from different sides: what one tool calls 78, another calls 77.
package enum WeaknessFamily {
    package static func isOne(_ one: Int, _ other: Int) -> Bool {
        one == other || families.contains { $0.contains(one) && $0.contains(other) }
    }

    private static let families: [Set<Int>] = [
        [77, 78, 88], [94, 95, 96, 470, 1336], [79, 80, 83, 116], [89, 564, 943], [22, 23, 35, 36, 73, 59],
        [327, 328, 326, 916, 759, 760, 329, 323, 1240], [330, 331, 335, 338, 340], [502, 915], [611, 776, 827],
        [259, 321, 522, 798, 256], [119, 120, 121, 122, 125, 131, 242, 676, 680, 787, 788, 805], [190, 191, 680, 681],
        [415, 416, 590, 761, 825], [476, 690, 252, 253], [400, 770, 730, 1333, 185, 789], [377, 378, 379],
        [732, 276, 281], [287, 290, 295, 297, 345, 347, 807, 862], [113, 93, 117, 644], [643, 91, 652], [835, 834],
        [200, 209, 532], [362, 367],
    ]
}
