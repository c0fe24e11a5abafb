/// Records of captured answers as they were worked out from the bodies alone, by what the servers say of their own fields.
///
/// The text; model and how it ended, tokens read anew and from a cache, tokens out; how exactly the tokens are known, how the
/// stream ended, how many were told and counted; then a token a line: its bytes, id, log probability.
enum HandWorkedRecords {
    static let all: [String: String] = [
        "utf8-partial": """
        "🦊𓂀é漢"
        tiny-qwen-bpe eos, in 1 and 0, out 8
        ids, complete, told 8, counted 8
        0 9284 -
        0 99 -
        4 232 -19.957
        0 148864 -
        4 222 -17.007
        2 963 -14.316
        3 110007 -19.825
        0 128247 -14.928
        """,
        "stop-string": """
        "let a = 1;\\nlet b"
        tiny-qwen-bpe word, in 1 and 0, out 14
        ids, complete, told 14, counted 14
        1 75 -16.428
        2 295 -14.237
        1 220 -15.553
        1 64 -23.721
        1 220 -13.698
        1 28 -24.555
        1 220 -26.440
        1 16 -19.596
        2 280 -19.615
        1 75 -14.697
        2 295 -12.911
        1 220 -13.933
        1 65 -16.561
        0 4689 -
        """,
        "completion-postsampling": """
        "rai الصادر skeleton� Unternehmenlibc"
        tiny-qwen-bpe limit, in 1 and 2, out 6
        ids, complete, told 6, counted 6
        3 67862 -
        13 142740 -
        9 29435 -
        0 123950 -
        15 61197 -
        4 55576 -
        """,
        "utf8-limit-midchar": """
        "�"
        tiny-qwen-bpe limit, in 1 and 0, out 1
        ids, complete, told 1, counted 1
        3 148864 -
        """,
        "utf8-partial-stream": """
        "🦊𓂀é漢"
        tiny-qwen-bpe eos, in 1 and 0, out 8
        pieces, complete, told 5, counted 8
        4 232 -19.957
        4 222 -17.007
        2 963 -14.316
        3 110007 -19.825
        0 128247 -14.928
        """,
        "holdback-stream": """
        "a END b ENDX c"
        tiny-qwen-bpe eos, in 1 and 0, out 10
        ids, complete, told 10, counted 10
        1 64 -26.556
        1 220 -19.137
        0 4689 -18.418
        4 220 -18.251
        1 65 -17.173
        1 220 -12.982
        0 4689 -19.426
        4 55 -18.888
        2 272 -19.015
        0 151645 -15.208
        """,
        "completion-stream": """
        "rai الصادر_gateousedヰ collaborative ByVal跨越式学习贯彻ǥ_RST窕 shortcuts.jobච purchases Boulder-before🔬.monitorChaРА.TRA(*)"
        tiny-qwen-bpe limit, in 1 and 2, out 24
        ids, complete, told 24, counted 24
        3 67862 -1.472
        13 142740 -2.519
        5 54798 -5.212
        5 36488 -3.676
        3 146257 -3.626
        14 39706 -2.905
        6 27089 -0.622
        9 118574 -0.683
        12 109920 -1.452
        2 149480 -3.657
        4 64093 -3.462
        3 120797 -2.679
        10 54920 -3.231
        4 29270 -3.662
        3 148980 -4.089
        10 23491 -3.382
        8 55643 -2.018
        7 69447 -4.395
        4 147948 -1.853
        8 63498 -2.851
        3 95971 -0.990
        4 134050 -4.718
        4 40091 -1.979
        3 28671 -0.307
        """,
        "ollama/generate-format-utf8-stream": """
        "\\"let s = \\\\\\"🦊𓂀é漢\\\\\\" // naïve\\""
        tiny stop, in 1 and -, out 23
        pieces, complete, told 20, counted 23
        1 - -18.869
        1 - -16.265
        2 - -14.892
        1 - -16.889
        1 - -21.842
        2 - -15.636
        1 - -12.547
        1 - -19.533
        1 - -17.481
        4 - -20.673
        4 - -20.557
        2 - -13.712
        3 - -19.195
        1 - -22.997
        1 - -17.146
        2 - -14.078
        1 - -26.618
        5 - -15.336
        2 - -17.505
        1 - -18.460
        """,
        "ollama/generate-stream": """
        "ﷺ즌aghan депутатnell(expectAccepted stdClass高峰期烘焙"
        tiny length, in 10 and -, out 10
        pieces, complete, told 10, counted 10
        3 - -1.881
        3 - -3.336
        5 - -4.699
        15 - -3.433
        4 - -2.857
        7 - -1.551
        8 - -0.325
        9 - -3.038
        9 - -1.348
        6 - -2.770
        """,
        "v1-chat-stream": """
        "ﷺ즌\\tva צעיר计算_warnings Rent Fail PIiciary[e 찾Aud_TE Replacementprung"
        tiny-qwen-bpe length, in 1 and 9, out 16
        ids, complete, told 16, counted 16
        3 144737 -1.881
        3 144393 -3.336
        3 53911 -4.528
        9 139478 -1.349
        6 100768 -1.957
        9 87658 -3.036
        5 29737 -2.599
        5 39645 -1.420
        3 22578 -1.688
        6 26813 -1.068
        2 23013 -3.265
        4 138037 -1.335
        3 52949 -0.917
        3 36222 -1.474
        12 46212 -1.935
        5 92352 -0.626
        """,
        "ollama/v1-messages-stream": """
        "ﷺ𬭸gregarFUL lĩnh collecting"
        tiny max_tokens, in 10 and -, out 6
        text, complete, told 0, counted 6
        """,
    ]
}
