package import Store

/// What real transcripts are made of: the tables that a demo is drawn from.
///
/// Measured in November 2026 on the public corpus of entireio/cli (MIT), branch `entire/checkpoints/v1`: 552 readable
/// transcripts of Claude Code (710 MB), each session counted once. `colophon ingest` made of them 273 sessions with
/// 1,927 turns, 20,979 generations and 4,789 edits. To measure again, or another store: `colophon demo --distributions
/// --store FILE`.
package enum Measured {
    package static let source = "552 transcripts of Claude Code, entireio/cli"

    /// How many values stand behind each table, and the table.
    static func table(_ measure: Measure) -> Quantiles {
        tables[measure] ?? Quantiles(values: Array(repeating: 0, count: Quantiles.ranks.count))
    }

    /// The value that stands at a rank (0 the smallest, 1 the largest).
    package static func quantile(of measure: Measure, at rank: Double) -> Int {
        table(measure).value(at: rank)
    }

    private static let tables = values.mapValues(Quantiles.init(values:))

    private static let values: [Measure: [Int]] = [
        // n = 273
        .turnsOfSession: [1, 1, 1, 2, 2, 3, 4, 5, 7, 10, 17, 23, 34, 36, 42, 72, 72],
        // n = 1,927
        .generationsOfTurn: [0, 1, 1, 1, 3, 4, 5, 7, 10, 16, 27, 41, 58, 75, 101, 162, 218],
        // n = 158
        .generationsOfThread: [1, 2, 4, 6, 7, 9, 10, 12, 14, 16, 19, 23, 29, 29, 32, 49, 49],
        // n = 1,927
        .editsOfTurn: [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 7, 12, 19, 25, 32, 48, 95],
        // n = 931
        .filesOfTurn: [1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 7, 9, 10, 11, 16, 19],
        // n = 4,448
        .linesAdded: [0, 0, 1, 1, 1, 2, 2, 4, 6, 11, 26, 59, 121, 175, 225, 414, 484],
        // n = 4,448
        .linesRemoved: [0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 10, 20, 48, 80, 131, 229, 361],
        // n = 251
        .linesCreated: [1, 1, 1, 15, 45, 75, 106, 148, 188, 238, 351, 465, 569, 743, 802, 1248, 1248],
        // n = 4,108
        .firstLine: [1, 8, 15, 46, 87, 145, 212, 290, 405, 595, 855, 1014, 1304, 1818, 2310, 2881, 3326],
        // n = 4,448
        .updateBytes: [
            0, 28, 70, 134, 204, 284, 388, 513, 712, 1042, 1771, 3147, 5348, 7643, 10_024, 15_560, 19_750,
        ],
        // n = 1,927
        .promptBytes: [1, 8, 15, 31, 46, 61, 80, 106, 147, 224, 431, 948, 3931, 6111, 8967, 13_133, 59_657],
        // n = 159
        .taskBytes: [
            224, 411, 484, 605, 721, 839, 932, 1080, 1383, 1869, 3662, 4632, 6260, 6451, 6487, 7748, 7748,
        ],
        // n = 9,482
        .answerBytes: [5, 37, 47, 60, 73, 87, 106, 134, 190, 342, 875, 1336, 1985, 2579, 3401, 5995, 9931],
        // n = 20,979
        .answerTime: [
            0, 0, 0, 244, 618, 787, 1021, 1355, 1884, 2931, 5278, 8576, 16_273, 26_323, 35_405, 68_162, 220_424,
        ],
        // n = 18,933
        .pause: [
            1148, 2572, 2868, 3235, 3591, 4004, 4541, 5400, 6871, 9831, 21_576, 56_606, 148_319, 290_150, 617_751,
            3_982_862, 78_683_782,
        ],
        // n = 1,654
        .wait: [
            280, 12_865, 20_984, 38_255, 62_067, 86_546, 119_484, 173_161, 250_476, 414_509, 974_029, 2_232_769,
            7_366_114, 31_514_866, 51_006_963, 71_644_636, 188_679_708,
        ],
        // n = 20,979; so are the next two
        .inputTokens: [0, 1, 1, 1, 1, 3, 8, 8, 8, 8, 10, 10, 13, 137, 1379, 7939, 29_207],
        .cacheReadTokens: [
            0, 25_517, 40_255, 54_398, 65_846, 76_803, 87_897, 100_339, 112_456, 125_602, 139_894, 148_697, 155_217,
            161_084, 163_736, 165_953, 166_761,
        ],
        .cacheWriteTokens: [
            4, 114, 163, 265, 375, 492, 644, 851, 1196, 1860, 5293, 18_808, 58_031, 91_843, 114_941, 147_443, 161_920,
        ],
    ]

    /// Histories do not tell what a person changes later.
    package static func share(_ share: Share) -> Double {
        switch share {
        case .turnsThatWrote: 0.483
        case .generationsWithWords: 0.452
        case .generationsOfAgents: 0.085
        case .editsOfNewFiles: 0.052
        case .editsApplied: 0.954
        case .editsChanged: 0
        case .editsFailed: 0.028
        case .editsRejected: 0.018
        case .editsProposed: 0.000_4
        case .distinctAnswers: 0.987
        case .distinctEdits: 0.956
        }
    }
}
