/// What no agent writes, and what readers have to take nevertheless.
enum HostileValues {
    static let bytes: [UInt8] = [
        0x00, 0x01, 0x09, 0x1B, 0x22, 0x2C, 0x30, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xED, 0xFE, 0xFF,
    ]

    /// Values of every kind, in JSON.
    static let values: [[UInt8]] = [
        "null", "true", "false", "0", "-1", "1", "1.5", "-0", "1e15", "9007199254740993", "1099511627776",
        "1099511627777",
        "2147483648", "4294967296", "253402300799999", "253402300800000", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "18446744073709551616", "1e308", "-1e308", "1e400", "1e-400", "NaN", "\"\"", "[]", "{}",
        "[[[[]]]]", "[null,1,\"a\",{}]", #"{"":""}"#, #"{"type":"text","text":7}"#, #"[{"type":"text","text":"a"}]"#,
        #"{"text":"a","value":{"node":{"children":[{"text":"a"}]}}}"#, #"{"_seconds":1,"nanos":-1}"#,
    ].map { Array($0.utf8) }

    /// Insides of strings, in JSON.
    static let texts: [[UInt8]] =
        [
            #"\ud800"#, #"\udc00\ud800"#, #"\ud83d\ude00"#, #"\u0000"#, #"a\u0000b"#, #"\u001b[2J"#, #"\u202e"#, "́",
            " ", "a",
            "/", ".", "..", "../../..", "~", "~/", "/a/../../b", "file://", "file:///%", "file:///%00%zz%2", "-1",
            "1e9",
            "9223372036854775807", "99999999999999999999", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z",
            "2026-02-30T25:61:61Z", "+292278994-08-17T07:12:55.807Z", "2026-01-01T00:00:00+99:99", #"\r\n\r"#,
            #"a\r\nb\r\n"#,
            #"@@ -9223372036854775807,1 +9223372036854775807,2 @@\n a\n-b\n+c\n+d\n"#,
            #"@@ -0,0 +0,0 @@\n+a"#, #"@@ -1,9223372036854775807 +1,9223372036854775807 @@\n a\n\n\\ No newline"#,
            #"*** Begin Patch\n*** Update File: \n@@\n-a\n+b\n*** End Patch"#,
            #"*** Begin Patch\n*** Add File: a\n+b\n*** Update File: a\n*** Move to: \n@@ x\n@@ y\n a\n*** End of File\n*** End Patch"#,
            #"cat > a <<'E'\nb\nE\n"#, #"cat <<E > $(b) <<'F' >> \nx\nE\n"#,
            #"cd .. && sed -i s/a/b/ a b; tee -a c < d | e &> f"#,
            #"x=$'\\x41\\u0041\\777' \"$(echo `a` ${b:-c})\" > '"#,
            #"apply_patch <<'P'\n*** Begin Patch\n*** Delete File: a\nP"#,
            "<system-reminder>", "<user_query></user_query>", "<command-name>/a</command-name><command-args>",
            "[Request interrupted by user", #"     1→a\n     99999999999999999999→b"#, "%s%n%x",
            "'; DROP TABLE session; --",
            "create", "str_replace", "write_file", "apply_patch", "run_shell_command", "multi_edit",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ]
}
