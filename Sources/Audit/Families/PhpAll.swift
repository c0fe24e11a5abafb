extension RuleFamily {
    static let phpAll = RuleFamily(
        name: "php-all.toml", languages: ["php"],
        text: #"""
            # PHP.
            languages = ["php"]

            carries = [
                "trim", "ltrim", "rtrim", "strtolower", "strtoupper", "ucfirst", "substr", "str_replace", "explode",
                "implode_", "strval", "urldecode", "rawurldecode", "base64_decode", "stripslashes", "json_decode",
                "array_merge", "array_values", "array_map_", "array_filter", "array_pop", "array_shift", "current",
                "reset", "end", "nl2br", "html_entity_decode", "htmlspecialchars_decode", "str_pad", "utf8_encode",
                "utf8_decode", "iconv", "mb_convert_encoding", "mb_substr", "ucwords", "strrev", "realpath",
                "dirname", "parse_url", "preg_replace", "strip_tags_", "file_get_contents", "stream_get_contents",
                "*.get", "*.input", "*.query", "*.post", "*.getParam", "*.getQuery", "*.getPost", "wp_unslash",
                "sanitize_text_field_", "array_key_first", "*.all", "*.only", "*.getContent", "*.getBody",
            ]
            builds = ["sprintf", "vsprintf", "implode", "join", "str_repeat", "number_format_", "http_build_query_"]

            [[source]]
            what = "what the request brings"
            use = [
                "$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "$_FILES", "$_SERVER", "$HTTP_GET_VARS",
                "$HTTP_POST_VARS", "$HTTP_RAW_POST_DATA",
            ]
            call = [
                "filter_input_", "getallheaders", "apache_request_headers", "$request.input", "$request.get",
                "$request.query", "$request.post", "Input.get", "Request.input", "$request.all", "$this.input.post",
                "$this.input.get", "request", "$request.query.get", "$request.request.get", "$request.getParam",
                "$request.getQueryParams", "$request.getParsedBody", "$request.cookie", "$request.header",
                "get_query_var", "Request.get", "JRequest.getVar", "$this.request.getPost", "$this.request.getQuery",
            ]

            [[source]]
            what = "the command line"
            use = ["$argv"]
            clears = ["path", "log", "url", "redirect", "header", "html"]

            [[sanitizer]]
            call = [
                "intval", "floatval", "(int)", "is_numeric", "count", "strlen", "abs", "isset", "empty", "is_int",
                "ctype_digit", "ctype_alnum", "ctype_alpha", "md5", "sha1", "hash", "absint", "crc32", "bin2hex",
                "strtotime", "date", "is_array", "in_array", "array_key_exists", "strpos", "preg_match", "filter_var",
                "boolval", "round", "time", "sanitize_key", "sanitize_title", "uniqid", "number_format",
                "file_exists", "is_file",
            ]

            [[sanitizer]]
            call = [
                "htmlspecialchars", "htmlentities", "strip_tags", "esc_html", "esc_attr", "esc_url", "esc_js",
                "wp_kses", "wp_kses_post", "e", "json_encode", "urlencode", "rawurlencode", "filter_input",
                "sanitize_text_field", "*.escape", "*.escapeHtml", "Html.encode", "*.purify", "check_plain",
                "filter_xss", "Html.escape", "Xss.filter", "*.e", "esc_textarea", "http_build_query", "h", "tohtml",
                "sanitize_email", "Html.encode",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = [
                "mysqli_real_escape_string", "mysql_real_escape_string", "mysql_escape_string", "pg_escape_string",
                "pg_escape_literal", "addslashes", "sqlite_escape_string", "*.quote", "*.real_escape_string",
                "*.escape_string", "*.escape", "esc_sql", "*.prepare", "DB.raw_", "db_escape_string", "*.quoteInto",
                "*.escapeString", "*.qn", "*.q", "$wpdb.prepare", "sanitize_text_field_", "quote_smart",
                "*.quoteIdentifier",
            ]
            clears = ["sql"]

            [[sanitizer]]
            call = ["escapeshellarg", "escapeshellcmd"]
            clears = ["command"]

            [[sanitizer]]
            call = ["basename", "sanitize_file_name", "pathinfo"]
            clears = ["path"]

            [[sanitizer]]
            call = ["urlencode", "rawurlencode", "http_build_query"]
            clears = ["url", "redirect", "path", "header", "command"]

            [[guard]]
            call = [
                "in_array", "preg_match", "is_numeric", "ctype_digit", "ctype_alnum", "filter_var",
                "array_key_exists", "ctype_alpha", "isset_", "hash_equals", "is_int", "wp_verify_nonce_",
            ]
            clears = ["all"]

            [[guard]]
            call = ["strpos", "str_starts_with", "substr", "realpath", "file_exists_"]
            clears = ["path", "url", "redirect"]

            [[rule]]
            id = "php.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Prepare it with placeholders and bind the values (PDO::prepare)."

            [[rule]]
            id = "php.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "mysqli_query", "mysql_query", "pg_query", "sqlite_query", "*.query", "*.exec", "*.multi_query",
                "DB.select", "DB.statement", "DB.raw", "*.whereRaw", "*.orderByRaw", "*.selectRaw", "mssql_query",
                "odbc_exec", "mysqli_multi_query", "*.get_results", "*.get_row", "*.get_var", "sqlsrv_query",
                "oci_parse", "db_query", "*.prepare", "*.rawQuery", "*.createQuery", "*.executeQuery",
            ]
            where = [{ arg = "any", value = "built" }]
            message = "The statement is put together from parts before it is run."
            remedy = "Prepare it with placeholders and bind the values (PDO::prepare)."

            [[rule]]
            id = "php.command-injection"
            title = "A command for the shell is put together from text"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "exec", "system", "shell_exec", "passthru", "popen", "proc_open", "backticks", "pcntl_exec",
                "ssh2_exec", "mail_",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "A shell reads this text, and takes what is put into it for commands."
            remedy = "Quote each part by escapeshellarg()."

            [[rule]]
            id = "php.code-injection"
            title = "Text is run as a program"
            cwe = 95
            severity = "critical"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = ["eval", "create_function", "assert", "preg_replace_e"]
            where = [{ arg = "any", value = "dynamic" }]
            message = "What this text says is done, whatever it says."
            remedy = "Choose what is done from a table."

            [[rule]]
            id = "php.function-chosen"
            title = "Input chooses a function"
            cwe = 94
            severity = "high"
            confidence = "high"
            kind = "code"
            unknown = "none"
            parameter = "none"
            call = [
                "call_user_func", "call_user_func_array", "array_map", "usort", "register_shutdown_function",
                "ReflectionFunction", "array_filter", "array_walk",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Any function can be named."
            remedy = "Choose from a list."

            [[rule]]
            id = "php.file-inclusion"
            title = "Input chooses a file that is run"
            cwe = 98
            severity = "critical"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = ["include", "include_once", "require", "require_once"]
            where = [{ arg = 0, value = "tainted" }]
            message = "The file is run as a program, from wherever it is."
            remedy = "Choose from a list of files."

            [[rule]]
            id = "php.path-traversal"
            title = "A path comes from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = [
                "fopen", "file_get_contents", "file_put_contents", "readfile", "file", "unlink", "copy", "rename",
                "mkdir", "rmdir", "move_uploaded_file", "opendir", "scandir", "parse_ini_file", "show_source",
                "highlight_file", "ZipArchive.open", "simplexml_load_file",
            ]
            where = [{ arg = "any", value = "tainted" }]
            message = "`..` or an address in it leads to files that are not meant."
            remedy = "Take basename() of it, and check where realpath() leads."

            [[rule]]
            id = "php.xss"
            title = "A page shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "none"
            call = [
                "echo", "print", "printf", "print_r", "vprintf", "die", "exit", "*.setContent", "Response",
                "var_dump",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Escape it: htmlspecialchars($value, ENT_QUOTES)."

            [[rule]]
            id = "php.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape each value: htmlspecialchars($value, ENT_QUOTES)."

            [[rule]]
            id = "php.deserialization"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            kind = "deserialize"
            unknown = "medium"
            call = ["unserialize", "maybe_unserialize", "yaml_parse", "igbinary_unserialize"]
            where = [{ arg = 0, value = "dynamic" }, { arg = 1, has = ["allowed_classes"], not = true }]
            message = "It makes objects of any class, whose methods then run."
            remedy = "Use json_decode(), or give ['allowed_classes' => false]."

            [[rule]]
            id = "php.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            parameter = "low"
            call = [
                "curl_init", "file_get_contents", "fopen", "fsockopen", "get_headers", "wp_remote_get", "Http.get",
                "curl_setopt", "*.request", "getimagesize",
            ]
            where = [{ arg = "any", value = "tainted" }, { arg = "any", reads = "fixed-host", not = true }]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list."

            [[rule]]
            id = "php.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "low"
            parameter = "low"
            call = [
                "header", "redirect", "wp_redirect", "Redirect.to", "*.redirect", "http_redirect", "RedirectResponse",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "A link to this site can lead to another one, and a line break begins a header of its own."
            remedy = "Redirect to paths of your own only."

            [[rule]]
            id = "php.header-location"
            title = "A redirect goes to an address that is put together"
            cwe = 601
            severity = "medium"
            confidence = "medium"
            kind = "redirect"
            unknown = "medium"
            call = ["header"]
            where = [
                { arg = 0, value = "built", has = ["location:"] },
                { arg = 0, has = ["location: /", "://", "location:/"], not = true },
            ]
            message = "If what is put in comes from outside, a link to this site can lead to another one."
            remedy = "Check that it begins with a single slash, or choose it from a list."

            [[rule]]
            id = "php.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "medium"
            call = ["md5", "sha1", "md5_file", "sha1_file", "crc32", "mhash"]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use hash('sha256', …), and for passwords password_hash()."

            [[rule]]
            id = "php.weak-hash-by-name"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = ["hash", "hash_hmac", "hash_init", "hash_pbkdf2", "openssl_digest", "hash_file"]
            where = [{ arg = "any", is = ["md5", "sha1", "md4", "crc32", "ripemd160", "adler32"] }]
            message = "Two texts with the same hash can be made at will."
            remedy = "Name sha256 or better."

            [[rule]]
            id = "php.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = ["openssl_encrypt", "openssl_decrypt"]
            where = [{ arg = 1, has = ["des", "rc4", "ecb", "bf-", "rc2"] }]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use aes-256-gcm."

            [[rule]]
            id = "php.mcrypt"
            title = "A library of ciphers that is not kept up"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "mcrypt_encrypt", "mcrypt_decrypt", "mcrypt_module_open", "mcrypt_create_iv", "mcrypt_cbc",
                "mcrypt_ecb", "mcrypt_generic",
            ]
            message = "mcrypt has been left by its makers, and its defaults are weak."
            remedy = "Use openssl_encrypt() with aes-256-gcm, or sodium."

            [[rule]]
            id = "php.crypt"
            title = "A password is hashed by crypt()"
            cwe = 759
            severity = "medium"
            confidence = "medium"
            call = ["crypt"]
            message = "Without a salt of its kind it takes a weak one."
            remedy = "Use password_hash()."

            [[rule]]
            id = "php.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = [
                "rand", "mt_rand", "uniqid", "lcg_value", "shuffle", "array_rand", "str_shuffle", "srand", "mt_srand",
            ]
            near-names = [
                "token", "password", "pass", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "iv", "pin",
                "auth", "code", "uuid", "hash", "id", "captcha", "random", "string", "name",
            ]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use random_bytes() or random_int()."

            [[rule]]
            id = "php.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["curl_setopt"]
            where = [
                { arg = 1, has = ["CURLOPT_SSL_VERIFYPEER", "CURLOPT_SSL_VERIFYHOST"] },
                { arg = 2, is = ["false", "0", "1_"] },
            ]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the options out."

            [[rule]]
            id = "php.tls-option"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            key = ["verify_peer", "verify_peer_name", "CURLOPT_SSL_VERIFYPEER", "verify", "sslverify"]
            where = [{ is = ["false", "0"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "php.allow-self-signed"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            key = ["allow_self_signed"]
            where = [{ is = ["true"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "php.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            call = ["libxml_disable_entity_loader"]
            where = [{ arg = 0, is = ["false"] }]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave the loader off."

            [[rule]]
            id = "php.xxe-option"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            use = ["LIBXML_NOENT", "LIBXML_DTDLOAD"]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave the option out."

            [[rule]]
            id = "php.trusted-header"
            title = "An address that the sender chooses is believed"
            cwe = 290
            severity = "medium"
            confidence = "medium"
            literal = true
            where = [{ is = ["HTTP_X_FORWARDED_FOR", "HTTP_CLIENT_IP", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED"] }]
            message = "This header is written by whoever sends the request."
            remedy = "Use REMOTE_ADDR, or take the header from a proxy of your own only."

            [[rule]]
            id = "php.mass-assignment"
            title = "Names of variables come from outside"
            cwe = 915
            severity = "high"
            confidence = "high"
            kind = "mass"
            unknown = "none"
            parameter = "none"
            call = ["extract", "parse_str", "import_request_variables"]
            where = [{ arg = 0, value = "outside" }]
            message = "Any variable can be set."
            remedy = "Take the values that are meant by name."

            [[rule]]
            id = "php.errors-shown"
            title = "Errors are shown to visitors"
            cwe = 209
            severity = "low"
            confidence = "medium"
            call = ["ini_set", "error_reporting_"]
            where = [{ arg = 0, is = ["display_errors"] }, { arg = 1, is = ["1", "on", "true"] }]
            message = "Paths and values in them help an attacker."
            remedy = "Log them."

            [[rule]]
            id = "php.phpinfo"
            title = "The settings of the server are shown"
            cwe = 200
            severity = "medium"
            confidence = "high"
            call = ["phpinfo"]
            message = "It shows paths, versions and the environment."
            remedy = "Take it out."

            [[rule]]
            id = "php.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["chmod", "mkdir"]
            where = [{ arg = 1, reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0600 for files and 0700 for folders."

            [[rule]]
            id = "php.umask"
            title = "New files may be written by everybody"
            cwe = 276
            severity = "medium"
            confidence = "medium"
            call = ["umask"]
            where = [{ arg = 0, is = ["0", "0000", "000"] }]
            message = "No bit is taken away from the mode of files that are made from now on."
            remedy = "Use 0077 or 0022."

            [[rule]]
            id = "php.cookie-flags"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["setcookie"]
            where = [{ arg = 5, value = "missing" }, { arg = 2, value = "list", not = true }]
            message = "The cookie travels without encryption, and scripts can read it."
            remedy = "Give ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']."

            [[rule]]
            id = "php.loose-comparison"
            title = "A secret is compared loosely"
            cwe = 208
            owasp = ["A02:2021", "A04:2025"]
            severity = "low"
            confidence = "low"
            check = "secret-comparison"
            message = "== takes '0e1' and '0e2' for equal, and how long it takes tells how much was right."
            remedy = "Use hash_equals()."
            """#)
}
