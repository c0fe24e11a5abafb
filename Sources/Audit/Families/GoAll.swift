extension RuleFamily {
    static let goAll = RuleFamily(
        name: "go-all.toml", languages: ["go"],
        text: #"""
            # Go.
            languages = ["go"]

            carries = [
                "string", "strings.TrimSpace", "strings.Trim", "strings.ToLower", "strings.ToUpper",
                "strings.TrimPrefix", "strings.TrimSuffix", "strings.Split", "strings.Fields", "strings.Title",
                "strings.Replace_", "*.Get", "*.String", "*.Bytes", "filepath.Clean", "filepath.Abs",
                "filepath.FromSlash", "path.Clean", "url.QueryUnescape", "url.PathUnescape", "url.Parse",
                "ioutil.ReadAll", "io.ReadAll", "bufio.NewReader", "bufio.NewScanner", "*.Text", "strings.NewReader",
                "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString", "base64.StdEncoding.DecodeString",
                "*.DecodeString", "template.HTML", "template.JS", "template.URL", "append", "strings.Replace",
                "strings.ReplaceAll", "*.Query", "*.ReadString", "*.Param", "*.Decode", "byte", "[]byte",
            ]
            builds = [
                "fmt.Sprintf", "fmt.Sprint", "fmt.Sprintln", "strings.Join", "filepath.Join", "path.Join",
                "fmt.Errorf", "strings.Concat",
            ]

            [[source]]
            what = "what the request brings"
            call = [
                "*.FormValue", "*.PostFormValue", "*.URL.Query", "r.URL.Query", "req.URL.Query", "*.Header.Get",
                "r.Cookie", "*.PathValue", "mux.Vars", "chi.URLParam", "c.Query", "c.Param", "c.PostForm",
                "c.DefaultQuery", "c.GetHeader", "c.FormValue", "c.QueryParam", "ctx.Query", "ctx.Param",
                "ctx.FormValue", "ctx.QueryParam", "c.Params", "*.FormFile", "*.GetQuery", "*.GetString_",
                "c.BindJSON_", "ctx.PostForm", "*.UserAgent", "beego.Input",
            ]
            use = [
                "r.URL.Path", "r.URL.RawQuery", "req.URL.Path", "r.Body", "req.Body", "r.Form", "r.PostForm",
                "request.Body", "request.URL.Path", "r.RequestURI", "r.Host", "req.Form", "*.URL.Path_", "r.Header",
                "req.Header",
            ]

            [[source]]
            what = "the page that the request came from"
            call = ["*.Referer"]
            clears = ["redirect"]

            [[source]]
            what = "the command line"
            use = ["os.Args"]
            call = ["flag.Arg", "flag.Args", "flag.String"]
            clears = ["path", "log", "url", "redirect", "header", "html"]

            [[source]]
            what = "what is typed in"
            call = ["fmt.Scan", "fmt.Scanln", "fmt.Scanf"]
            fills = 0

            [[sanitizer]]
            call = ["strconv.Atoi", "strconv.ParseInt", "strconv.ParseUint", "strconv.ParseFloat"]
            clears = ["numbers"]

            [[sanitizer]]
            call = [
                "strconv.ParseBool",
                "len", "cap", "int", "int64", "uint64", "uint", "float64", "uuid.Parse", "uuid.MustParse",
                "time.Parse", "net.ParseIP", "*.Unix", "strings.Contains", "strings.HasPrefix", "strings.Count",
                "primitive.ObjectIDFromHex", "hex.EncodeToString", "*.Int64", "*.ToInt",
            ]
            clears = ["all"]

            [[sanitizer]]
            call = [
                "html.EscapeString", "template.HTMLEscapeString", "template.JSEscapeString", "template.HTMLEscaper",
                "*.Sanitize", "*.SanitizeBytes", "url.QueryEscape", "url.PathEscape", "json.Marshal", "strconv.Quote",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = ["filepath.Base", "path.Base", "securejoin.SecureJoin", "*.SecureJoin", "filepath.IsLocal"]
            clears = ["path"]

            [[sanitizer]]
            call = ["url.QueryEscape", "url.PathEscape"]
            clears = ["url", "redirect", "path", "header", "command"]

            [[sanitizer]]
            call = ["pq.QuoteIdentifier", "pq.QuoteLiteral", "pgx.Identifier", "*.Sanitize", "*.Rebind", "sq.Expr"]
            clears = ["sql"]

            [[sanitizer]]
            call = ["shellescape.Quote", "shellquote.Join", "*.Quote"]
            clears = ["command"]

            [[sanitizer]]
            call = ["strconv.Quote", "strings.NewReplacer"]
            clears = ["log", "header"]

            [[sanitizer]]
            call = ["ldap.EscapeFilter", "regexp.QuoteMeta"]
            clears = ["ldap", "regex"]

            [[guard]]
            call = ["strings.HasPrefix", "filepath.Rel", "filepath.IsLocal", "strings.Contains", "filepath.IsAbs"]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "*.MatchString", "regexp.MatchString", "slices.Contains", "*.Match", "govalidator.IsURL",
                "strings.ContainsAny", "strings.ContainsRune",
            ]
            clears = ["all"]

            [[rule]]
            id = "go.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Leave a placeholder in the text (? or $1) and give the values beside it."

            [[rule]]
            id = "go.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "*.Query", "*.QueryRow", "*.Exec", "*.QueryContext", "*.QueryRowContext", "*.ExecContext", "*.Raw",
                "*.Prepare", "*.Queryx", "*.Get_", "*.Select_", "*.MustExec", "*.NamedExec", "*.NamedQuery",
                "*.Where", "*.Order_",
            ]
            where = [{ arg = "any", value = "built" }]
            message = "The statement is put together from parts before it is run."
            remedy = "Leave a placeholder in the text (? or $1) and give the values as further arguments."

            [[rule]]
            id = "go.command-injection"
            title = "A shell runs a command that is not fixed"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["exec.Command", "exec.CommandContext", "syscall.Exec", "os.StartProcess"]
            where = [
                { arg = "any", is = ["sh", "bash", "/bin/sh", "/bin/bash", "cmd", "cmd.exe", "powershell", "/usr/bin/env", "zsh"] },
                { arg = "any", value = "dynamic" },
            ]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with its arguments."

            [[rule]]
            id = "go.command-chosen"
            title = "Input chooses the program that is run"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "none"
            call = ["exec.Command", "syscall.Exec", "os.StartProcess"]
            where = [{ arg = 0, value = "tainted" }]
            message = "Whoever calls this chooses the program."
            remedy = "Choose from a list of programs."

            [[rule]]
            id = "go.command-argument"
            title = "Input becomes an argument of a program"
            cwe = 88
            severity = "medium"
            confidence = "low"
            kind = "command"
            unknown = "none"
            parameter = "low"
            call = ["exec.Command", "exec.CommandContext"]
            where = [{ arg = "1+", value = "tainted" }]
            message = "If it begins with a dash it is taken for an option, and some options run programs."
            remedy = "Put \"--\" before it, or check what it begins with."

            [[rule]]
            id = "go.path-traversal"
            title = "A path is put together from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            call = [
                "os.Open", "os.OpenFile", "os.Create", "os.ReadFile", "os.WriteFile", "ioutil.ReadFile",
                "ioutil.WriteFile", "os.Remove", "os.RemoveAll", "os.Mkdir", "os.MkdirAll", "os.Rename",
                "http.ServeFile", "ioutil.ReadDir", "os.ReadDir", "c.File", "ctx.File", "*.SendFile", "os.Stat",
                "c.SaveUploadedFile", "template.ParseFiles",
            ]
            where = [{ arg = "any", value = "appended" }, { arg = "any", value = "built" }]
            message = "`..` in what is put in leads out of the folder."
            remedy = "Check filepath.IsLocal(name), or use os.Root."

            [[rule]]
            id = "go.path-from-outside"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "os.Open", "os.OpenFile", "os.Create", "os.ReadFile", "os.WriteFile", "ioutil.ReadFile",
                "ioutil.WriteFile", "os.Remove", "os.RemoveAll", "http.ServeFile", "ioutil.ReadDir", "c.File",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Whoever calls this chooses the file."
            remedy = "Take a name instead of a path (filepath.Base), and check where it leads."

            [[rule]]
            id = "go.archive-extraction"
            title = "A file of an archive is written where its name leads"
            cwe = 22
            severity = "high"
            confidence = "medium"
            call = ["filepath.Join", "path.Join"]
            where = [
                { arg = "any", has = ["header.Name", "hdr.Name", "f.Name", "file.Name", "zf.Name", "entry.Name"] },
            ]
            near = ["zip", "tar"]
            unless-near = ["HasPrefix", "IsLocal", "Contains", "SecureJoin", "Rel"]
            message = "Names with `..` in the archive are written outside of the folder."
            remedy = "Check filepath.IsLocal(name) before it is written."

            [[rule]]
            id = "go.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            call = [
                "http.Get", "http.Post", "http.Head", "http.PostForm", "http.NewRequest",
                "http.NewRequestWithContext", "*.Get_", "http.DefaultClient.Get", "client.Get", "resty.R().Get",
                "net.Dial",
            ]
            where = [
                { arg = "any", value = "tainted" },
                { arg = "any", reads = "fixed-host", not = true },
                { arg = "any", value = "built", not = true },
            ]
            parameter = "low"
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list, and check what its name resolves to."

            [[rule]]
            id = "go.ssrf-built"
            title = "The address of a request is put together from input"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            call = [
                "http.Get", "http.Post", "http.Head", "http.NewRequest", "http.NewRequestWithContext",
                "http.DefaultClient.Get", "client.Get",
            ]
            where = [
                { arg = "any", value = "built" },
                { arg = "any", value = "tainted" },
                { arg = "any", reads = "fixed-host", not = true },
            ]
            message = "Whoever chooses the host reaches servers that only this machine can reach, and an @ or / in a part changes the host."
            remedy = "Parse the address and compare its host with a list; escape parts by url.PathEscape()."

            [[rule]]
            id = "go.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "low"
            call = ["http.Redirect", "c.Redirect", "ctx.Redirect", "*.Redirect"]
            where = [{ arg = "1+", value = "tainted" }, { arg = "1+", reads = "fixed-host", not = true }]
            message = "A link to this site can lead to another one."
            remedy = "Redirect to paths of your own only."

            [[rule]]
            id = "go.xss"
            title = "A response shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = [
                "fmt.Fprintf", "fmt.Fprint", "fmt.Fprintln", "w.Write", "io.WriteString", "c.String_",
                "*.WriteString", "rw.Write", "c.HTML_", "c.Data",
            ]
            where = [{ arg = "any", value = "outside" }, { arg = 0, has = ["Stderr", "Stdout"], not = true }]
            text-has = ["http"]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Use html/template."

            [[rule]]
            id = "go.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Use html/template, or html.EscapeString() for each value."

            [[rule]]
            id = "go.template-unescaped"
            title = "Text is called safe without being made so"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "medium"
            call = [
                "template.HTML", "template.JS", "template.URL", "template.HTMLAttr", "template.CSS", "template.JSStr",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "The template does not escape it."
            remedy = "Give the text itself."

            [[rule]]
            id = "go.text-template"
            title = "Pages are made by text/template"
            cwe = 79
            severity = "medium"
            confidence = "medium"
            check = "text-template"
            message = "It escapes nothing."
            remedy = "Import html/template."

            [[rule]]
            id = "go.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = ["md5.New", "md5.Sum", "sha1.New", "sha1.Sum", "md4.New", "ripemd160.New"]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use sha256, and for passwords bcrypt or argon2."

            [[rule]]
            id = "go.weak-hash-reference"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            use = ["md5.New", "sha1.New", "crypto.MD5", "crypto.SHA1", "x509.SHA1WithRSA", "x509.MD5WithRSA"]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use sha256."

            [[rule]]
            id = "go.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "des.NewCipher", "des.NewTripleDESCipher", "rc4.NewCipher", "blowfish.NewCipher", "cast5.NewCipher",
                "tea.NewCipher",
            ]
            message = "Its keys or blocks are too short for today's machines."
            remedy = "Use AES in GCM mode (cipher.NewGCM)."

            [[rule]]
            id = "go.fixed-iv"
            title = "An initialization vector that never changes"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = ["cipher.NewCBCEncrypter", "cipher.NewCTR", "cipher.NewCFBEncrypter", "cipher.NewOFB", "*.Seal"]
            where = [{ arg = 1, value = "constant" }]
            message = "Equal texts get equal ciphers."
            remedy = "Fill it by io.ReadFull(rand.Reader, iv) for each message."

            [[rule]]
            id = "go.unfilled-iv"
            title = "An initialization vector of zeros"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = ["cipher.NewCBCEncrypter", "cipher.NewCTR", "cipher.NewCFBEncrypter", "cipher.NewOFB"]
            near = ["make"]
            unless-near = ["rand", "ReadFull", "Read", "ReadFile", "copy"]
            message = "Nothing fills the vector with random bytes, so equal texts get equal ciphers."
            remedy = "Fill it by io.ReadFull(rand.Reader, iv) for each message."

            [[rule]]
            id = "go.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = ["rsa.GenerateKey", "rsa.GenerateMultiPrimeKey", "dsa.GenerateParameters_"]
            where = [{ arg = "1+", below = 2048, is = ["512", "768", "1024", "1536", "2047"] }]
            message = "Keys of RSA below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "go.dsa"
            title = "A kind of key that is not used any more"
            cwe = 327
            severity = "medium"
            confidence = "low"
            call = ["dsa.GenerateKey", "dsa.GenerateParameters"]
            message = "FIPS 186-5 approves DSA no more, and crypto/dsa is deprecated."
            remedy = "Use ed25519."

            [[rule]]
            id = "go.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = [
                "rand.Intn", "rand.Int", "rand.Int63", "rand.Int31n", "rand.Read", "rand.Seed", "rand.Float64",
                "rand.Int63n", "rand.Uint32", "rand.IntN", "rand.Perm",
            ]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "iv",
                "pin", "auth", "code", "uuid", "random", "string", "id", "challenge",
            ]
            check = "math-rand"
            message = "Who sees some numbers of math/rand knows the next ones."
            remedy = "Use crypto/rand."

            [[rule]]
            id = "go.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            key = ["InsecureSkipVerify"]
            set = ["*.InsecureSkipVerify"]
            where = [{ is = ["true"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave it out; give RootCAs where you have an authority of your own."

            [[rule]]
            id = "go.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            key = ["MinVersion", "MaxVersion"]
            where = [{ has = ["VersionSSL30", "VersionTLS10", "VersionTLS11"] }]
            message = "It has holes that are known."
            remedy = "Say MinVersion: tls.VersionTLS12."

            [[rule]]
            id = "go.ssh-host-key"
            title = "The key of an SSH server is not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["ssh.InsecureIgnoreHostKey"]
            message = "Any server is taken for the right one."
            remedy = "Use knownhosts.New() or ssh.FixedHostKey()."

            [[rule]]
            id = "go.jwt-unverified"
            title = "A token is read without its signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = [
                "*.ParseUnverified", "jwt.ParseUnverified", "*.UnsafeClaimsWithoutVerification", "*.ParseInsecure",
                "jwt.ParseInsecure",
            ]
            message = "Anybody can write a token that passes."
            remedy = "Use Parse() with the key, and check the method of the signature."

            [[rule]]
            id = "go.jwt-none"
            title = "A token without a signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            use = ["jwt.SigningMethodNone", "jwt.UnsafeAllowNoneSignatureType"]
            message = "Anybody can write a token that passes."
            remedy = "Use a real method."

            [[rule]]
            id = "go.jwt-method"
            title = "The method of a token's signature is not checked"
            cwe = 347
            severity = "high"
            confidence = "medium"
            call = ["jwt.Parse", "jwt.ParseWithClaims"]
            unless-near = ["Method", "WithValidMethods", "ValidMethods", "SigningMethodHMAC", "Alg"]
            message = "The token itself says how it is checked."
            remedy = "Compare token.Method in the key function, or give jwt.WithValidMethods."

            [[rule]]
            id = "go.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = [
                "xmlquery.Find", "xmlquery.FindOne", "xmlquery.Query", "xmlquery.QueryAll", "htmlquery.Find",
                "htmlquery.FindOne", "xpath.Compile", "xmlpath.Compile", "xmlpath.MustCompile", "xpath.MustCompile",
                "*.FindElement", "*.FindElements", "*.SelectElement", "etree.MustCompilePath",
            ]
            where = [{ arg = "any", value = "built" }]
            message = "Quotes in what is put in change what is selected."
            remedy = "Refuse quotes in the value, or compare values in the program."

            [[rule]]
            id = "go.header-injection"
            title = "A header is made of input"
            cwe = 113
            severity = "medium"
            confidence = "medium"
            kind = "header"
            unknown = "none"
            parameter = "low"
            call = ["*.Header().Set", "*.Header().Add", "w.Header().Set", "c.Header", "w.Header().Add"]
            where = [{ arg = 1, value = "tainted" }]
            message = "A line break in it begins a header of its own, and any value changes what the header says."
            remedy = "Refuse values with line breaks, and choose values from a list."

            [[rule]]
            id = "go.log-injection"
            title = "A log takes lines from outside"
            cwe = 117
            severity = "low"
            confidence = "medium"
            kind = "log"
            parameter = "low"
            unknown = "none"
            call = [
                "log.Printf", "log.Println", "log.Print", "log.Fatalf", "logrus.Info", "logrus.Infof", "logger.Infof",
                "logger.Printf", "glog.Infof", "log.Infof", "log.Errorf",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "A line break in it lets the caller write lines of the log."
            remedy = "Write it with %q."

            [[rule]]
            id = "go.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["os.Chmod", "os.Mkdir", "os.MkdirAll", "os.OpenFile", "os.WriteFile", "ioutil.WriteFile"]
            where = [{ arg = "1+", reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0o600 for files and 0o700 for folders."

            [[rule]]
            id = "go.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "medium"
            confidence = "medium"
            call = ["os.Create", "os.OpenFile", "os.WriteFile", "ioutil.WriteFile", "os.MkdirAll", "os.Mkdir"]
            where = [{ arg = 0, reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use os.CreateTemp() or os.MkdirTemp()."

            [[rule]]
            id = "go.fixed-salt"
            title = "A salt that never changes"
            cwe = 760
            severity = "medium"
            confidence = "medium"
            call = ["pbkdf2.Key", "scrypt.Key", "argon2.Key", "argon2.IDKey"]
            where = [{ arg = 1, value = "constant" }]
            message = "With one salt for all, one table breaks all."
            remedy = "Fill 16 bytes by rand.Read() for each password and store them beside the hash."

            [[rule]]
            id = "go.weak-kdf"
            title = "A key is derived in too few rounds"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = ["pbkdf2.Key"]
            where = [{ arg = 2, below = 10000 }]
            message = "Guesses are cheap at this count."
            remedy = "Use 600000 rounds of SHA-256, or argon2."

            [[rule]]
            id = "go.integer-narrowed"
            title = "A number is cut when it is made smaller"
            cwe = 681
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            check = "integer-narrowed"
            message = "strconv.Atoi and ParseInt with 64 bits give more than the smaller type holds; the rest is cut without an error."
            remedy = "Parse with the size that is meant: strconv.ParseInt(text, 10, 32)."

            [[rule]]
            id = "go.cookie-flags"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "medium"
            key = ["Secure", "HttpOnly"]
            where = [{ is = ["false"] }]
            message = "The cookie travels without encryption, or scripts can read it."
            remedy = "Set Secure, HttpOnly and SameSite."

            [[rule]]
            id = "go.cors-any-origin"
            title = "Every site may read the answers"
            cwe = 942
            severity = "medium"
            confidence = "low"
            call = ["*.Header().Set", "w.Header().Set", "c.Header"]
            where = [{ arg = 0, is = ["access-control-allow-origin"] }, { arg = 1, is = ["*"] }]
            message = "With it any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "go.profiling"
            title = "A profiler is open to visitors"
            cwe = 489
            owasp = ["A05:2021", "A02:2025"]
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["pprof.Index", "http.HandleFunc"]
            where = [{ arg = "any", has = ["/debug/pprof"] }]
            message = "It tells how the program works, and costs time."
            remedy = "Serve it on an address of its own."

            [[rule]]
            id = "go.timing-comparison"
            title = "A secret is compared byte by byte"
            cwe = 208
            owasp = ["A02:2021", "A04:2025"]
            severity = "low"
            confidence = "low"
            check = "secret-comparison"
            message = "How long the comparison takes tells how much was right."
            remedy = "Use subtle.ConstantTimeCompare()."

            [[rule]]
            id = "go.host-part"
            title = "A host is compared by its end or by a part of it"
            cwe = 20
            severity = "medium"
            confidence = "medium"
            call = ["strings.HasSuffix", "strings.Contains", "strings.HasPrefix", "strings.Index"]
            where = [
                { arg = 0, has = [".Host", "hostname", "netloc", "host"] },
                { arg = 1, has = ["^.", "\"."], not = true },
            ]
            message = "evil-example.com ends in example.com, too, and example.com.evil.org begins with it."
            remedy = "Compare the whole host, or its end with a dot before it."

            [[rule]]
            id = "go.short-dsa"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            use = ["dsa.L1024N160"]
            message = "Keys of DSA with 1024 bits can be broken."
            remedy = "Use ed25519."
            """#)
}
