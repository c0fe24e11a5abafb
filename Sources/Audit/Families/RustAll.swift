extension RuleFamily {
    static let rustAll = RuleFamily(
        name: "rust-all.toml", languages: ["rust"],
        text: #"""
            # Rust.
            languages = ["rust"]

            carries = [
                "String.from", "*.to_string", "*.to_owned", "*.trim", "*.clone", "*.as_str", "*.into", "*.unwrap",
                "*.expect", "*.unwrap_or", "*.unwrap_or_default", "*.as_bytes", "*.to_lowercase", "*.to_uppercase",
                "*.replace", "*.split", "*.collect", "*.get", "*.next", "*.into_inner", "*.as_ref", "*.ok", "*.nth",
                "*.display", "PathBuf.from", "Path.new", "*.lines", "*.unwrap_or_else", "*.to_str", "*.into_string",
                "*.strip_prefix",
            ]
            builds = ["format", "*.join", "*.push_str", "*.concat", "format_args", "concat", "*.push"]

            [[source]]
            what = "the command line"
            call = ["std.env.args", "env.args", "std.env.args_os", "env.args_os"]
            clears = ["path", "log"]

            [[source]]
            what = "the environment"
            call = ["std.env.var_", "env.var_"]
            clears = ["path", "log"]

            [[source]]
            what = "what is read as a line"
            call = ["*.read_line", "*.read_to_string"]
            fills = 0

            [[sanitizer]]
            call = [
                "*.parse", "*.len", "*.is_empty", "*.contains", "*.starts_with", "Uuid.parse_str", "*.file_name",
                "html_escape.encode_text", "shell_escape.escape", "*.count", "encode_text", "*.to_digit",
            ]

            [[guard]]
            call = ["*.starts_with", "*.contains", "*.is_absolute"]
            clears = ["path", "url"]

            [[guard]]
            call = ["*.is_match", "*.contains_key", "*.all", "*.chars"]
            clears = ["all"]

            [[rule]]
            id = "rust.command-shell"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "low"
            call = ["*.arg", "*.args"]
            where = [{ arg = 0, value = "dynamic" }]
            text-has = ["new(\"sh\")", "new(\"bash\")", "new(\"/bin/sh\")", "new(\"cmd\")", "new(\"/bin/bash\")"]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with its arguments."

            [[rule]]
            id = "rust.command-chosen"
            title = "A program is started that is not fixed"
            cwe = 78
            severity = "medium"
            confidence = "medium"
            kind = "command"
            unknown = "medium"
            call = ["Command.new", "std.process.Command.new", "process.Command.new", "tokio.process.Command.new"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "What is put in chooses the program."
            remedy = "Fix the program, or choose it from a list."

            [[rule]]
            id = "rust.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Bind the values: query(\"… $1\").bind(value)."

            [[rule]]
            id = "rust.sql-format"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = ["format"]
            where = [{ arg = 0, reads = "sql", has = ["{"] }]
            message = "What is put in can change what the statement does."
            remedy = "Bind the values: query(\"… $1\").bind(value)."

            [[rule]]
            id = "rust.html-format"
            title = "Markup is put together from text"
            cwe = 79
            severity = "medium"
            confidence = "low"
            call = ["format"]
            where = [{ arg = 0, reads = "html", has = ["{"] }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape each value, or use a template that does."

            [[rule]]
            id = "rust.path-traversal"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = [
                "File.open", "std.fs.read", "fs.read", "fs.read_to_string", "std.fs.read_to_string", "fs.write",
                "File.create", "fs.remove_file", "NamedFile.open", "std.fs.File.open", "fs.remove_dir_all",
            ]
            where = [{ arg = 0, value = "tainted" }]
            unless-near = ["canonicalize", "components"]
            message = "`..` or an absolute path in it leads out of the folder."
            remedy = "Take its components apart and refuse `..`, or canonicalize it and check where it leads."

            [[rule]]
            id = "rust.weak-hash"
            title = "A hash that is broken"
            cwe = 328
            severity = "medium"
            confidence = "high"
            call = [
                "Md5.new", "Sha1.new", "md5.compute", "Md5.digest", "Sha1.digest", "md5.Md5.new", "sha1.Sha1.new",
                "MessageDigest.md5", "MessageDigest.sha1", "Md4.new", "crypto.md5.Md5.new", "crypto.sha1.Sha1.new",
                "hash.MessageDigest.sha1", "Md2.new", "Sha1.from",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use Sha256, and for passwords argon2."

            [[rule]]
            id = "rust.weak-hash-reference"
            title = "A hash that is broken"
            cwe = 328
            severity = "medium"
            confidence = "medium"
            use = [
                "hash.Type.SHA1", "hash.Type.MD5", "digest.SHA1", "digest.SHA1_FOR_LEGACY_USE_ONLY", "hashlib.md5",
                "hash.MD5", "hash.SHA1", "ring.digest.SHA1", "Type.MD5", "Type.SHA1", "crypto.md5.Md5",
                "crypto.sha1.Sha1",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA-256."

            [[rule]]
            id = "rust.weak-cipher"
            title = "A cipher or mode that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "Cipher.des_ecb", "Cipher.des_cbc", "Cipher.rc4", "Cipher.aes_128_ecb", "Cipher.aes_256_ecb",
                "Cipher.des_ede3", "Des.new", "Rc4.new", "Cipher.bf_cbc", "TdesEde3.new",
            ]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use Aes256Gcm with a new nonce each time."

            [[rule]]
            id = "rust.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = [
                "*.danger_accept_invalid_certs", "*.danger_accept_invalid_hostnames", "*.set_verify",
                "*.set_certificate_verifier", "*.danger_disable_certificate_validation_entirely",
                "*.danger_disable_hostname_verification",
            ]
            where = [{ arg = "any", has = ["true", "VERIFY_NONE", "SslVerifyMode::NONE", "NoVerif", "Danger"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "rust.tls-verify-none"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            use = [
                "SslVerifyMode.NONE", "SSL_VERIFY_NONE", "ssl.SslVerifyMode.NONE", "ssl.SSL_VERIFY_NONE",
                "openssl.ssl.SslVerifyMode.NONE",
            ]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Use SslVerifyMode::PEER."

            [[rule]]
            id = "rust.trusted-argument"
            title = "The name that a program was started by is believed"
            cwe = 807
            severity = "low"
            confidence = "medium"
            call = ["std.env.current_exe", "env.current_exe"]
            message = "Whoever starts the program, or may write to the folder, chooses what this leads to."
            remedy = "Do not decide by it what may be done; for files use the tempfile crate."

            [[rule]]
            id = "rust.program-name"
            title = "The arguments of a program are believed"
            cwe = 807
            severity = "low"
            confidence = "low"
            call = ["std.env.args", "env.args", "std.env.args_os", "env.args_os"]
            where = [{ arg = 0, value = "missing" }]
            message = "The first argument is whatever the caller says, and need not be the path of the program."
            remedy = "Skip it, and decide nothing by it."

            [[rule]]
            id = "rust.unsafe-memory"
            title = "Memory is handled without the compiler's checks"
            cwe = 676
            owasp = ["A04:2021", "A06:2025"]
            severity = "low"
            confidence = "medium"
            call = [
                "std.mem.transmute", "mem.transmute", "*.get_unchecked", "*.get_unchecked_mut",
                "slice.from_raw_parts", "std.slice.from_raw_parts", "str.from_utf8_unchecked", "mem.uninitialized",
                "mem.zeroed", "std.mem.uninitialized", "*.offset", "ptr.read", "std.str.from_utf8_unchecked",
                "String.from_utf8_unchecked", "slice.from_raw_parts_mut", "ptr.write", "*.set_len", "Box.from_raw",
                "CString.from_raw", "CStr.from_ptr", "ptr.copy_nonoverlapping", "transmute",
            ]
            text-has = ["unsafe"]
            message = "A wrong length or type reads or writes what is not meant."
            remedy = "Use what checks, or say beside it why it holds."

            [[rule]]
            id = "rust.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = [
                "SmallRng.from_entropy", "SmallRng.seed_from_u64", "StdRng.seed_from_u64", "XorShiftRng.from_seed",
                "fastrand.u64", "oorandom.Rand32.new", "fastrand.alphanumeric", "StdRng.from_seed",
            ]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use OsRng."

            [[rule]]
            id = "rust.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["Permissions.from_mode", "*.set_mode", "*.mode", "fs.Permissions.from_mode"]
            where = [{ arg = 0, reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0o600 for files and 0o700 for folders."
            """#)
}
