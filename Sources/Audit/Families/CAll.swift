extension RuleFamily {
    static let cAll = RuleFamily(
        name: "c-all.toml", languages: ["c", "cpp"],
        text: #"""
            # C and C++.
            languages = ["c", "cpp"]

            carries = [
                "std.string", "string", "*.c_str", "*.str", "*.data", "*.substr", "strdup", "strndup", "strchr",
                "strrchr", "strstr", "strtok", "std.move", "basename_", "*.append", "*.get", "QString",
                "*.toStdString", "static_cast", "realpath", "g_strdup", "std.filesystem.path", "fs.path",
                "*.lexically_normal", "*.string",
            ]
            builds = [
                "fmt.format", "std.format", "g_strdup_printf", "asprintf", "absl.StrCat", "*.arg", "g_strconcat",
                "std.filesystem.path",
            ]

            [[source]]
            what = "the environment"
            call = ["getenv", "secure_getenv", "std.getenv"]
            clears = ["path", "log"]

            [[source]]
            what = "the command line"
            use = ["argv"]
            clears = ["path", "log", "url", "header", "html"]

            [[source]]
            what = "what is read"
            call = ["scanf", "fscanf", "sscanf"]
            fills = 1

            [[source]]
            what = "what is read as a line"
            call = ["fgets", "gets", "getline", "std.getline_", "fread"]
            fills = 0

            [[source]]
            what = "what comes over the network as a line"
            call = ["recv", "read", "recvfrom"]
            fills = 1

            [[sanitizer]]
            call = [
                "strlen", "sizeof", "atoi_", "isdigit", "isalnum", "std.stoi", "stoi", "std.to_string", "*.size",
                "*.length", "strcmp", "strncmp", "memcmp", "*.empty", "*.find", "std.regex_match", "*.count",
                "*.compare",
            ]

            [[guard]]
            call = ["strncmp", "strstr", "*.find", "*.compare", "*.starts_with", "*.rfind", "std.mismatch"]
            clears = ["path", "url"]

            [[guard]]
            call = [
                "isdigit", "isalnum", "std.regex_match", "regexec", "strspn", "isalpha", "std.all_of", "*.count",
                "*.contains", "strpbrk",
            ]
            clears = ["all"]

            [[rule]]
            id = "c.gets"
            title = "A line is read without a bound"
            cwe = 242
            owasp = ["A03:2021", "A05:2025"]
            severity = "critical"
            confidence = "high"
            call = ["gets"]
            message = "A longer line is written over what lies behind the buffer."
            remedy = "Use fgets() with the size of the buffer."

            [[rule]]
            id = "c.unbounded-copy"
            title = "Text is copied without a bound"
            cwe = 120
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            kind = "memory"
            unknown = "medium"
            call = [
                "strcpy", "strcat", "stpcpy", "wcscpy", "wcscat", "lstrcpy", "lstrcat", "_mbscpy", "StrCpy",
                "lstrcpyA", "lstrcatA", "std.strcpy", "std.strcat", "_tcscpy",
            ]
            where = [{ arg = 1, value = "dynamic" }]
            message = "Longer text is written over what lies behind the buffer."
            remedy = "Use snprintf() or strlcpy() with the size of the buffer."

            [[rule]]
            id = "c.unbounded-format"
            title = "Text is formatted without a bound"
            cwe = 120
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            kind = "memory"
            unknown = "medium"
            call = ["sprintf", "vsprintf", "wsprintf", "swprintf_", "std.sprintf"]
            where = [{ arg = 1, reads = "percent-s" }, { arg = "2+", value = "dynamic" }]
            message = "Longer text is written over what lies behind the buffer."
            remedy = "Use snprintf() with the size of the buffer."

            [[rule]]
            id = "c.unbounded-vformat"
            title = "Text is formatted without a bound"
            cwe = 120
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            call = ["vsprintf"]
            message = "Longer text is written over what lies behind the buffer."
            remedy = "Use vsnprintf() with the size of the buffer."

            [[rule]]
            id = "c.scanf-unbounded"
            title = "A word is read without a bound"
            cwe = 120
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            call = ["scanf", "fscanf", "sscanf"]
            where = [{ arg = "any", value = "text", reads = "percent-s" }]
            message = "A longer word is written over what lies behind the buffer."
            remedy = "Give a width: %63s for 64 bytes."

            [[rule]]
            id = "c.length-of-source"
            title = "As much is copied as there is, not as there is room"
            cwe = 120
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            call = ["memcpy", "strncpy", "strncat", "memmove", "bcopy", "wcsncpy", "CopyMemory"]
            where = [{ arg = 2, has = ["strlen("], lacks = ["sizeof"] }]
            message = "The bound is the length of the source, so it bounds nothing."
            remedy = "Bound it by the size of the destination."

            [[rule]]
            id = "c.size-from-outside"
            title = "A size comes from outside"
            cwe = 787
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            kind = "memory"
            unknown = "none"
            parameter = "low"
            call = ["memcpy", "memmove", "strncpy", "memset", "recv", "read", "fread", "bcopy"]
            where = [{ arg = 2, value = "tainted" }]
            message = "Nothing compares it with the room that there is."
            remedy = "Compare it first with the size of the destination."

            [[rule]]
            id = "c.format-string"
            title = "A format is not fixed"
            cwe = 134
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            kind = "format"
            unknown = "low"
            call = ["printf", "vprintf", "warn_", "err_"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Signs such as %n in it read and write memory."
            remedy = "Give \"%s\" as the format."

            [[rule]]
            id = "c.format-string-file"
            title = "A format is not fixed"
            cwe = 134
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            kind = "format"
            unknown = "low"
            call = ["fprintf", "sprintf", "syslog", "vfprintf", "dprintf"]
            where = [{ arg = 1, value = "dynamic" }]
            message = "Signs such as %n in it read and write memory."
            remedy = "Give \"%s\" as the format."

            [[rule]]
            id = "c.format-string-bounded"
            title = "A format is not fixed"
            cwe = 134
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            kind = "format"
            unknown = "low"
            call = ["snprintf", "vsnprintf"]
            where = [{ arg = 2, value = "tainted" }]
            message = "Signs such as %n in it read and write memory."
            remedy = "Give \"%s\" as the format."

            [[rule]]
            id = "c.allocation-overflow"
            title = "A size is multiplied without a check"
            cwe = 190
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "number"
            unknown = "medium"
            call = [
                "malloc", "alloca", "realloc", "xmalloc", "kmalloc", "g_malloc", "operator.new", "av_malloc",
                "xrealloc", "_alloca", "g_realloc",
            ]
            where = [{ arg = "last", value = "product" }]
            message = "If the product is larger than a size may be, too little is taken, and what is written goes beyond it."
            remedy = "Use calloc(count, size), or check count against SIZE_MAX / size."

            [[rule]]
            id = "c.allocation-of-input"
            title = "As much memory is taken as input says"
            cwe = 789
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "number"
            unknown = "none"
            parameter = "none"
            call = ["malloc", "calloc", "realloc", "alloca", "*.resize", "*.reserve"]
            where = [{ arg = "any", value = "outside" }]
            message = "A large number takes all memory, and a negative one wraps around."
            remedy = "Compare it with a bound first."

            [[rule]]
            id = "c.alloca"
            title = "The stack holds as much as a value says"
            cwe = 770
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "number"
            unknown = "medium"
            call = ["alloca", "_alloca", "__builtin_alloca"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Too much of it runs over other memory, without an error."
            remedy = "Use malloc() and check what it gives."

            [[rule]]
            id = "c.use-after-free"
            title = "Memory is used after it was given back"
            cwe = 416
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            check = "use-after-free"
            message = "By then it may hold something else, which an attacker chooses."
            remedy = "Use it before, and set the pointer to NULL."

            [[rule]]
            id = "c.double-free"
            title = "Memory is given back twice"
            cwe = 415
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            check = "double-free"
            message = "It breaks the lists of free memory, which an attacker can use."
            remedy = "Set the pointer to NULL when it is given back."

            [[rule]]
            id = "c.free-of-constant"
            title = "What was not taken is given back"
            cwe = 590
            owasp = ["A03:2021", "A05:2025"]
            severity = "medium"
            confidence = "medium"
            check = "unowned-free"
            message = "Only what malloc() and its like gave can be given back."
            remedy = "Leave free() out."

            [[rule]]
            id = "c.unchecked-pointer"
            title = "A pointer is followed that may be NULL"
            cwe = 476
            severity = "medium"
            confidence = "medium"
            check = "unchecked-pointer"
            message = "The function gives NULL when it fails, and nobody asks."
            remedy = "Compare it with NULL first."

            [[rule]]
            id = "c.index-out-of-bounds"
            title = "An index is larger than the array"
            cwe = 125
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "high"
            check = "index-out-of-bounds"
            message = "The last element has the index one below the length."
            remedy = "Use a smaller index."

            [[rule]]
            id = "c.index-from-outside"
            title = "An index comes from outside"
            cwe = 129
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            check = "index-by-input"
            message = "Nothing compares it with the length of the array."
            remedy = "Compare it with zero and with the length first."

            [[rule]]
            id = "c.off-by-one"
            title = "A loop goes one too far"
            cwe = 787
            owasp = ["A03:2021", "A05:2025"]
            severity = "high"
            confidence = "medium"
            check = "off-by-one"
            message = "<= with the length reaches the element behind the last one."
            remedy = "Use <."

            [[rule]]
            id = "c.command-injection"
            title = "A command for the shell is not fixed"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["system", "popen", "_popen", "std.system", "wsystem", "_wsystem", "ShellExecute", "WinExec"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "A shell reads this text, and takes what is put into it for commands."
            remedy = "Use posix_spawn() or execv() with a list of arguments."

            [[rule]]
            id = "c.command-shell"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["execl", "execlp", "execle", "execv", "execvp"]
            where = [{ arg = "any", is = ["sh", "/bin/sh", "bash", "/bin/bash"] }, { arg = "any", value = "dynamic" }]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself."

            [[rule]]
            id = "c.sql-injection"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = ["sprintf", "snprintf", "asprintf", "vsnprintf"]
            where = [{ arg = "any", reads = "sql", has = ["%s"] }, { arg = "any", value = "dynamic" }]
            message = "What is put in can change what the statement does."
            remedy = "Use sqlite3_bind_text(), mysql_stmt_bind_param() and the like."

            [[rule]]
            id = "c.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Bind the values to placeholders."

            [[rule]]
            id = "c.path-traversal"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "fopen", "open", "opendir", "unlink", "remove", "std.ifstream", "std.ofstream", "ifstream",
                "ofstream", "stat", "rename", "mkdir",
            ]
            where = [{ arg = 0, value = "outside" }]
            unless-near = ["realpath", "canonical", "weakly_canonical"]
            message = "`..` in it leads out of the folder."
            remedy = "Resolve it by realpath() and check that it begins with the folder."

            [[rule]]
            id = "c.path-joined"
            title = "A path is joined from a folder and a parameter"
            cwe = 22
            severity = "medium"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            call = ["std.ifstream", "ifstream", "std.filesystem.remove", "std.ofstream", "fopen", "fs.remove"]
            where = [{ arg = 0, value = "built" }, { arg = 0, value = "appended" }]
            unless-near = ["realpath", "canonical", "weakly_canonical", "find", "lexically_relative"]
            message = "`..` in it leads out of the folder."
            remedy = "Resolve it and check that it begins with the folder."

            [[rule]]
            id = "c.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "low"
            call = ["sprintf", "snprintf", "asprintf", "printf_"]
            where = [{ arg = "any", reads = "html", has = ["%s"] }, { arg = "any", value = "tainted" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape < > & and quotes first."

            [[rule]]
            id = "c.html-text"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape < > & and quotes first."

            [[rule]]
            id = "c.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = [
                "xmlXPathEvalExpression", "xmlXPathEval", "*.select_node", "*.select_nodes", "*.select_single_node",
                "pugi.xpath_query",
            ]
            where = [{ arg = 0, value = "built" }]
            message = "Quotes in what is put in change what is selected."
            remedy = "Register variables, or refuse quotes."

            [[rule]]
            id = "c.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "MD5", "SHA1", "MD5_Init", "SHA1_Init", "EVP_md5", "EVP_sha1", "MD4_Init", "MD5_Update", "CC_MD5",
                "CC_SHA1", "EVP_md4", "SHA1_Update", "MD2_Init", "gcry_md_md5", "QCryptographicHash.Md5", "MD5Init",
                "MD5Update",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use EVP_sha256(), and for passwords argon2 or scrypt."

            [[rule]]
            id = "c.weak-cipher"
            title = "A cipher or mode that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "EVP_des_ecb", "EVP_des_cbc", "EVP_rc4", "EVP_des_ede3_cbc", "DES_ecb_encrypt", "DES_set_key", "RC4",
                "RC4_set_key", "EVP_aes_128_ecb", "EVP_aes_256_ecb", "EVP_bf_cbc", "EVP_rc2_cbc", "EVP_aes_192_ecb",
                "DES_cbc_encrypt", "EVP_des_ede3", "DES_ncbc_encrypt", "DES_key_sched", "AES_ecb_encrypt",
                "DES_set_key_unchecked", "EVP_des_ede3_ecb", "EVP_idea_cbc", "EVP_cast5_cbc",
            ]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use EVP_aes_256_gcm() with a new nonce each time."

            [[rule]]
            id = "c.crypt"
            title = "A password is hashed by an old method"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = ["crypt", "crypt_r"]
            where = [{ arg = 1, value = "constant" }, { arg = 1, has = ["$6$", "$5$", "$2", "$y$"], not = true }]
            message = "With a salt of two letters it is DES, which is broken in moments."
            remedy = "Use argon2 or crypt_gensalt() with a strong method."

            [[rule]]
            id = "c.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = [
                "RSA_generate_key_ex", "RSA_generate_key", "EVP_PKEY_CTX_set_rsa_keygen_bits",
                "DSA_generate_parameters_ex", "EVP_PKEY_CTX_set_dsa_paramgen_bits", "DH_generate_parameters_ex",
                "EVP_RSA_gen",
            ]
            where = [{ arg = "any", is = ["512", "768", "1024", "1536"] }]
            message = "Keys below 2048 bits can be broken."
            remedy = "Take 3072 bits."

            [[rule]]
            id = "c.weak-kdf"
            title = "A key is derived in too few rounds"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = ["PKCS5_PBKDF2_HMAC", "PKCS5_PBKDF2_HMAC_SHA1"]
            where = [{ arg = 4, below = 10000 }]
            message = "Guesses are cheap at this count."
            remedy = "Use 600000 rounds of SHA-256."

            [[rule]]
            id = "c.fixed-salt"
            title = "A salt that never changes"
            cwe = 760
            severity = "medium"
            confidence = "medium"
            call = ["PKCS5_PBKDF2_HMAC", "PKCS5_PBKDF2_HMAC_SHA1", "EVP_BytesToKey", "crypt"]
            where = [{ arg = 2, value = "text" }]
            message = "With one salt for all, one table breaks all."
            remedy = "Take RAND_bytes() for each password."

            [[rule]]
            id = "c.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = [
                "rand", "random", "srand", "drand48", "lrand48", "std.rand", "mrand48", "srandom", "rand_r",
                "std.srand", "srand48", "std.mt19937", "mt19937", "erand48", "nrand48",
            ]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "captcha",
                "iv", "pin", "auth", "code", "uuid", "hash", "login", "credential", "cookie", "verification", "challenge",
            ]
            otherwise = "low"
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Where something depends on them use getrandom() or RAND_bytes()."

            [[rule]]
            id = "c.temporary-name"
            title = "A temporary name is made, not a file"
            cwe = 377
            severity = "medium"
            confidence = "high"
            call = ["mktemp", "tmpnam", "tempnam", "tmpnam_r", "std.tmpnam", "_mktemp", "tmpfile_"]
            message = "Between the name and its use another program can put a file there."
            remedy = "Use mkstemp()."

            [[rule]]
            id = "c.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "medium"
            confidence = "medium"
            call = ["fopen", "open", "creat", "mkdir", "std.ofstream", "ofstream"]
            where = [{ arg = 0, reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use mkstemp()."

            [[rule]]
            id = "c.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["chmod", "fchmod", "mkdir", "open", "creat", "fchmodat", "mkfifo", "openat"]
            where = [{ arg = "1+", reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0600 for files and 0700 for folders."

            [[rule]]
            id = "c.permissions-by-name"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["chmod", "fchmod", "mkdir", "open", "creat"]
            where = [{ arg = "1+", has = ["S_IWOTH", "S_IRWXO"] }]
            message = "S_IWOTH and S_IRWXO let all users of the machine write."
            remedy = "Leave the bits of others out."

            [[rule]]
            id = "c.umask"
            title = "New files may be written by everybody"
            cwe = 276
            severity = "medium"
            confidence = "medium"
            call = ["umask"]
            where = [{ arg = 0, is = ["0", "00", "000", "0000"] }]
            message = "No bit is taken away from the mode of files that are made from now on."
            remedy = "Use 077 or 022."

            [[rule]]
            id = "c.check-then-use"
            title = "A file is asked for before it is used"
            cwe = 367
            owasp = ["A01:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            check = "check-then-use"
            message = "Between the question and the use another program can change what is there."
            remedy = "Open it, and look at what was opened (fstat)."

            [[rule]]
            id = "c.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["curl_easy_setopt"]
            where = [
                { arg = 1, has = ["CURLOPT_SSL_VERIFYPEER", "CURLOPT_SSL_VERIFYHOST"] },
                { arg = 2, is = ["0", "0l", "false"] },
            ]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the options out."

            [[rule]]
            id = "c.tls-verify-none"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["SSL_CTX_set_verify", "SSL_set_verify"]
            where = [{ arg = 1, has = ["SSL_VERIFY_NONE"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Use SSL_VERIFY_PEER."

            [[rule]]
            id = "c.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "SSLv2_method", "SSLv3_method", "TLSv1_method", "TLSv1_1_method", "SSLv2_client_method",
                "SSLv3_client_method", "TLSv1_client_method", "SSLv3_server_method", "TLSv1_server_method",
            ]
            message = "It has holes that are known."
            remedy = "Use TLS_method()."

            [[rule]]
            id = "c.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            call = [
                "xmlReadFile", "xmlReadMemory", "xmlReadDoc", "xmlCtxtReadMemory", "xmlCtxtReadFile",
                "xmlParseInNodeContext", "xmlCtxtUseOptions",
            ]
            where = [{ arg = "last", has = ["XML_PARSE_NOENT", "XML_PARSE_DTDLOAD"] }]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave the options out, and give XML_PARSE_NONET."

            [[rule]]
            id = "c.xxe-default"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "medium"
            call = ["xmlSubstituteEntitiesDefault", "xmlLoadExtDtdDefaultValue"]
            where = [{ arg = 0, is = ["1"] }]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave it out."

            [[rule]]
            id = "c.jwt-unverified"
            title = "A token is read without its signature"
            cwe = 347
            severity = "high"
            confidence = "medium"
            call = ["jwt_decode"]
            where = [{ arg = 2, is = ["null", "nullptr", "0"] }]
            message = "Anybody can write a token that passes."
            remedy = "Give the key."

            [[rule]]
            id = "c.privileges-unchecked"
            title = "Rights are dropped, and nobody asks whether it worked"
            cwe = 252
            severity = "medium"
            confidence = "low"
            class = "hygiene"
            call = ["setuid", "setgid", "seteuid", "setgroups", "setreuid"]
            message = "When it fails the program goes on with all its rights."
            remedy = "Compare what it gives with zero."

            [[rule]]
            id = "c.password-read"
            title = "A password is read by a function that is not kept up"
            cwe = 676
            owasp = ["A06:2021", "A03:2025"]
            severity = "low"
            confidence = "medium"
            call = ["getpass", "getwd", "getlogin", "strtok_", "cuserid", "streadd", "strecpy", "strtrns"]
            message = "It has bounds or races that cannot be mended."
            remedy = "Use what the manual names in its place."

            [[rule]]
            id = "c.slow-regex"
            title = "A regular expression that can take years"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            call = ["std.regex", "regex", "boost.regex", "QRegularExpression"]
            where = [{ arg = 0, reads = "slow-regex" }]
            message = "What is repeated holds what is repeated, so a text that nearly fits is tried in very many ways."
            remedy = "Write it so that each character can be taken in one way only, or bound the length of the text."
            """#)
}
