extension RuleFamily {
    static let jvmAll = RuleFamily(
        name: "jvm-all.toml", languages: ["java", "kotlin"],
        text: #"""
            # Java and Kotlin.
            languages = ["java", "kotlin"]

            carries = [
                "String.valueOf", "String", "*.toString", "*.trim", "*.toLowerCase", "*.toUpperCase", "*.substring",
                "*.split", "*.replace", "*.replaceAll", "*.concat", "*.get", "*.getBytes", "*.toCharArray", "*.strip",
                "*.getName_", "*.decode", "URLDecoder.decode", "*.getValue", "*.nextElement", "*.next", "*.orElse",
                "*.map", "*.toArray", "*.getText", "*.asText", "*.readLine", "*.getInputStream", "*.body", "*.lines",
                "*.getOriginalFilename", "Paths.get", "Path.of", "*.resolve", "*.normalize", "*.toPath", "*.getPath",
                "*.getCanonicalPath", "*.getAbsolutePath", "URL", "URI", "URI.create", "*.format_", "*.toURL",
                "*.getParameterValues", "InputStreamReader", "BufferedReader", "ByteArrayInputStream", "StringReader",
                "InputSource", "Optional.of", "Arrays.asList", "List.of", "*.stream", "*.collect", "*.getFirst",
                "*.getHeader", "File",
            ]
            builds = [
                "String.format", "*.append", "String.join", "*.formatted", "MessageFormat.format", "*.concat",
                "StringBuilder", "StringBuffer", "Paths.get", "Path.of", "*.resolve", "*.insert", "*.format", "File",
            ]

            [[source]]
            what = "an entry of an archive"
            call = ["*.getNextEntry", "*.getNextZipEntry", "*.getNextTarEntry", "*.getNextJarEntry"]
            only = ["path"]

            [[source]]
            what = "what the request brings"
            call = [
                "*.getParameter", "*.getParameterValues", "*.getParameterMap", "*.getHeader", "*.getHeaders",
                "*.getCookies", "*.getQueryString", "*.getRequestURI", "*.getRequestURL", "*.getPathInfo",
                "*.getPart", "*.getReader", "request.getInputStream", "*.getServletPath", "*.getRemoteUser_",
                "*.queryParam", "*.pathParam", "*.getRequestBody", "call.receive", "call.receiveText",
                "*.bodyAsString", "*.getQueryParams", "*.getMatrixParam", "ctx.formParam", "ctx.body",
                "*.queryParams", "*.getPathVariable", "request.params", "req.params", "req.queryParams", "req.body",
            ]
            use = ["call.parameters", "call.request.queryParameters"]

            [[source]]
            what = "what is typed in"
            call = ["*.nextLine", "readLine", "readln", "*.nextToken", "System.console().readLine", "System.in.read"]

            [[source]]
            what = "the command line"
            use = ["args"]
            clears = ["path", "log", "url", "redirect", "header", "html"]

            [[sanitizer]]
            call = ["Integer.parseInt", "Long.parseLong", "Integer.valueOf", "Long.valueOf"]
            clears = ["numbers"]

            [[sanitizer]]
            call = [
                "Double.parseDouble",
                "Boolean.parseBoolean", "UUID.fromString", "*.toInt", "*.toLong", "*.toIntOrNull", "*.length",
                "*.size", "*.indexOf", "*.hashCode", "*.isEmpty", "*.contains", "*.startsWith", "*.equals",
                "*.matches", "Enum.valueOf", "LocalDate.parse", "Instant.parse", "*.equalsIgnoreCase", "*.intValue",
                "*.getTime", "*.endsWith", "*.toDouble", "*.toBoolean", "*.ordinal",
            ]

            [[sanitizer]]
            call = [
                "HtmlUtils.htmlEscape", "StringEscapeUtils.escapeHtml4", "StringEscapeUtils.escapeHtml",
                "StringEscapeUtils.escapeXml", "Encode.forHtml", "Encode.forHtmlAttribute", "Encode.forJavaScript",
                "ESAPI.encoder().encodeForHTML", "*.encodeForHTML", "Jsoup.clean", "*.escapeHtml",
                "HtmlEscapers.htmlEscaper().escape", "*.sanitize", "Encode.forHtmlContent", "Escape.html",
                "URLEncoder.encode", "StringEscapeUtils.escapeEcmaScript", "*.encodeForHTMLAttribute",
                "*.encodeForJavaScript", "*.escapeXml",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = ["FilenameUtils.getName", "*.getFileName", "FilenameUtils.getBaseName"]
            clears = ["path"]

            [[sanitizer]]
            call = ["URLEncoder.encode", "UriUtils.encode", "*.encodeURIComponent"]
            clears = ["url", "redirect", "path", "header", "command"]

            [[sanitizer]]
            call = [
                "*.encodeForSQL", "*.enquoteLiteral", "*.enquoteIdentifier", "StringEscapeUtils.escapeSql",
                "*.escapeSql",
            ]
            clears = ["sql"]

            [[sanitizer]]
            call = [
                "*.encodeForLDAP", "LdapEncoder.filterEncode", "LdapEncoder.nameEncode", "Encode.forLdap_",
                "*.encodeForXPath", "Pattern.quote", "Regex.escape",
            ]
            clears = ["ldap", "xpath", "regex"]

            [[guard]]
            call = [
                "*.startsWith", "*.endsWith", "FilenameUtils.directoryContains", "*.isAbsolute", "*.contains",
                "*.indexOf",
            ]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "*.matches", "*.contains", "*.containsKey", "Pattern.matches", "*.isAlphanumeric", "*.equals",
                "*.isValid", "*.matcher", "StringUtils.isNumeric", "StringUtils.isAlphanumeric", "*.find",
            ]
            clears = ["all"]

            [[rule]]
            id = "jvm.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Use a PreparedStatement with placeholders."

            [[rule]]
            id = "jvm.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "*.executeQuery", "*.executeUpdate", "*.execute", "*.prepareStatement", "*.createQuery",
                "*.createNativeQuery", "*.rawQuery", "*.execSQL", "*.queryForObject", "*.queryForList",
                "*.createSQLQuery", "*.addBatch", "*.prepareCall", "*.batchUpdate", "*.queryForMap",
                "*.createStatement_", "*.query",
            ]
            where = [{ arg = 0, value = "built" }]
            text-has = ["sql", "statement", "jdbc", "query"]
            message = "The statement is put together from parts before it is run."
            remedy = "Use a PreparedStatement with placeholders."

            [[rule]]
            id = "jvm.command-injection"
            title = "A command is put together from text"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["Runtime.getRuntime().exec", "*.exec", "runtime.exec", "rt.exec", "Runtime.exec"]
            where = [{ arg = 0, value = "dynamic" }]
            text-has = ["runtime"]
            message = "It is cut at blanks, so what is put in brings arguments of its own, and commands where a shell is started."
            remedy = "Use ProcessBuilder with a list of arguments."

            [[rule]]
            id = "jvm.process-shell"
            title = "A shell is started with a command that is not fixed"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = ["ProcessBuilder", "java.lang.ProcessBuilder", "*.command"]
            where = [{ arg = "any", has = ["sh", "bash", "cmd", "powershell"] }, { arg = "any", value = "dynamic" }]
            message = "The shell that is started reads its text as commands."
            remedy = "Start the program itself with a list of arguments."

            [[rule]]
            id = "jvm.process-chosen"
            title = "A program is started that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "medium"
            kind = "command"
            unknown = "medium"
            call = ["ProcessBuilder", "java.lang.ProcessBuilder"]
            where = [{ arg = "any", value = "dynamic" }]
            message = "What is put in chooses the program or its arguments."
            remedy = "Choose the program from a list, and check the arguments."

            [[rule]]
            id = "jvm.code-injection"
            title = "Text is run as a program"
            cwe = 94
            severity = "critical"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = [
                "*.eval", "GroovyShell().evaluate", "*.evaluate", "*.parseExpression", "*.parseClass",
                "ScriptEngine.eval", "Ognl.getValue", "*.createValueExpression", "MVEL.eval",
                "JexlEngine.createExpression",
            ]
            where = [{ arg = 0, value = "suspect" }]
            message = "What this text says is done, whatever it says."
            remedy = "Choose what is done from a table."

            [[rule]]
            id = "jvm.class-chosen"
            title = "Input chooses a class"
            cwe = 470
            severity = "medium"
            confidence = "medium"
            kind = "code"
            unknown = "none"
            parameter = "low"
            call = ["Class.forName", "*.loadClass", "*.newInstance"]
            where = [{ arg = 0, value = "tainted" }]
            message = "Any class can be named."
            remedy = "Choose from a list."

            [[rule]]
            id = "jvm.path-traversal"
            title = "A path is put together from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            call = [
                "File", "FileInputStream", "FileOutputStream", "FileReader", "FileWriter", "Paths.get", "Path.of",
                "Files.newInputStream", "Files.readAllBytes", "Files.write", "Files.copy", "Files.newOutputStream",
                "RandomAccessFile", "java.io.File", "ClassPathResource", "FileSystemResource",
                "*.getResourceAsStream", "Files.readString", "Files.delete", "ZipFile", "*.transferTo",
            ]
            where = [{ arg = "any", value = "outside" }]
            unless-near = ["normalize", "getCanonicalPath", "toRealPath", "getCanonicalFile"]
            message = "`..` in what is put in leads out of the folder."
            remedy = "Normalize the path and check that it begins with the folder."

            [[rule]]
            id = "jvm.path-parameter"
            title = "A path is put together from a parameter"
            cwe = 22
            severity = "medium"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            call = [
                "File", "FileInputStream", "FileOutputStream", "FileReader", "FileWriter", "java.io.File",
                "Files.newInputStream", "Files.copy", "Paths.get",
            ]
            where = [{ arg = "any", value = "built" }, { arg = "any", value = "appended" }]
            unless-near = ["normalize", "getCanonicalPath", "startsWith", "toRealPath", "getCanonicalFile"]
            message = "`..` in it leads out of the folder."
            remedy = "Normalize the path and check that it begins with the folder."

            [[rule]]
            id = "jvm.path-child"
            title = "A path is put together from a parameter"
            cwe = 22
            severity = "medium"
            confidence = "medium"
            kind = "path"
            unknown = "none"
            call = ["File", "java.io.File", "Paths.get", "Path.of"]
            where = [
                { arg = "1+", value = "tainted" },
            ]
            unless-near = ["normalize", "getCanonicalPath", "startsWith", "toRealPath", "getCanonicalFile"]
            message = "`..` in it leads out of the folder."
            remedy = "Normalize the path and check that it begins with the folder."

            [[rule]]
            id = "jvm.archive-extraction"
            title = "A file of an archive is written where its name leads"
            cwe = 22
            severity = "high"
            confidence = "medium"
            call = ["File", "*.resolve", "Paths.get", "FileOutputStream", "java.io.File", "*.resolveSibling"]
            where = [
                { arg = "any", has = ["entry.getName", "zipEntry.getName", "ze.getName", "tarEntry.getName", "getNextEntry().getName", "entry.name", "e.getName"] },
            ]
            unless-near = ["normalize", "getCanonicalPath", "startsWith", "toRealPath", "getCanonicalFile"]
            message = "Names with `..` in the archive are written outside of the folder."
            remedy = "Normalize the path and check that it begins with the folder."

            [[rule]]
            id = "jvm.deserialization"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "medium"
            call = [
                "*.readObject", "*.readUnshared", "ObjectInputStream", "XMLDecoder", "*.readClassAndObject",
                "SerializationUtils.deserialize", "Kryo().readObject_",
            ]
            unless-near = ["setObjectInputFilter", "resolveClass", "ValidatingObjectInputStream", "ObjectInputFilter"]
            message = "It makes objects of any class, which can run code."
            remedy = "Use JSON, or set an ObjectInputFilter with the classes that are meant."

            [[rule]]
            id = "jvm.unsafe-parser"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "medium"
            call = [
                "Yaml().load", "*.enableDefaultTyping", "*.activateDefaultTyping_", "XStream().fromXML",
                "xstream.fromXML", "JSON.parseObject_", "Yaml().loadAll",
            ]
            message = "Types that the text names are made, whatever they do."
            remedy = "Use a safe constructor or a list of types."

            [[rule]]
            id = "jvm.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "medium"
            call = [
                "DocumentBuilderFactory.newInstance", "SAXParserFactory.newInstance", "XMLInputFactory.newInstance",
                "XMLInputFactory.newFactory", "SAXReader", "SAXBuilder", "TransformerFactory.newInstance",
                "SchemaFactory.newInstance", "XMLReaderFactory.createXMLReader",
                "javax.xml.parsers.DocumentBuilderFactory.newInstance",
            ]
            unless-near = [
                "setFeature", "setProperty", "setAttribute", "ACCESS_EXTERNAL_DTD", "setExpandEntityReferences",
                "FEATURE_SECURE_PROCESSING", "SUPPORT_DTD", "setEntityResolver", "setXMLResolver",
            ]
            message = "As it comes it resolves entities, which bring in local files and other servers' pages."
            remedy = "setFeature(\"http://apache.org/xml/features/disallow-doctype-decl\", true)."

            [[rule]]
            id = "jvm.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = ["*.evaluate", "*.compile", "*.selectNodes", "*.selectSingleNode", "XPathExpression.evaluate"]
            where = [{ arg = 0, value = "built", has = ["/", "["] }]
            text-has = ["xpath", "selectnodes", "selectsinglenode"]
            message = "Quotes in what is put in change what is selected."
            remedy = "Use an XPathVariableResolver."

            [[rule]]
            id = "jvm.ldap-injection"
            title = "A filter of LDAP is put together from text"
            cwe = 90
            severity = "high"
            confidence = "high"
            kind = "ldap"
            unknown = "medium"
            call = ["*.search"]
            where = [{ arg = "any", value = "built", has = ["(", "="] }]
            text-has = ["ldap", "dircontext", "naming"]
            message = "Brackets and stars in what is put in change what is searched."
            remedy = "Give the values as arguments: search(base, \"(uid={0})\", new Object[]{uid}, controls)."

            [[rule]]
            id = "jvm.xss"
            title = "A page shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = [
                "*.getWriter().write", "*.getWriter().print", "*.getWriter().println", "out.print", "out.println",
                "out.write", "writer.write", "writer.println", "*.getOutputStream().print", "pw.println",
                "out.append", "*.getWriter().append", "*.sendError",
            ]
            where = [{ arg = "any", value = "outside" }]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Escape it: Encode.forHtml(value)."

            [[rule]]
            id = "jvm.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Escape each value: Encode.forHtml(value)."

            [[rule]]
            id = "jvm.ssrf"
            title = "A request goes where a value says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "low"
            parameter = "medium"
            call = [
                "URL", "java.net.URL", "URI.create", "HttpGet", "HttpPost", "*.getForObject", "*.getForEntity",
                "*.postForObject", "Jsoup.connect", "*.url", "HttpRequest.newBuilder", "*.openConnection_", "Socket",
                "URI",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list."

            [[rule]]
            id = "jvm.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "low"
            call = ["*.sendRedirect", "RedirectView", "call.respondRedirect", "*.setViewName"]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "A link to this site can lead to another one."
            remedy = "Redirect to paths of your own only."

            [[rule]]
            id = "jvm.log-injection"
            title = "A log takes lines from outside"
            cwe = 117
            severity = "low"
            confidence = "medium"
            kind = "log"
            parameter = "none"
            unknown = "none"
            call = [
                "logger.info", "logger.warn", "logger.error", "log.info", "log.warn", "log.error", "log.debug",
                "logger.debug", "LOG.info", "LOGGER.info", "LOGGER.error", "LOG.error",
            ]
            where = [{ arg = "any", value = "outside" }]
            unless-near = ["replace", "replaceAll"]
            message = "A line break in it lets the caller write lines of the log."
            remedy = "Take line breaks out: value.replaceAll(\"[\\\\r\\\\n]\", \"\")."

            [[rule]]
            id = "jvm.header-injection"
            title = "A header is made of input"
            cwe = 113
            severity = "medium"
            confidence = "medium"
            kind = "header"
            unknown = "none"
            parameter = "low"
            call = ["*.setHeader", "*.addHeader", "*.addCookie_"]
            where = [{ arg = 1, value = "tainted" }]
            message = "A line break in it begins a header of its own."
            remedy = "Refuse values with line breaks."

            [[rule]]
            id = "jvm.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "MessageDigest.getInstance", "java.security.MessageDigest.getInstance", "Mac.getInstance",
                "SecretKeyFactory.getInstance", "Signature.getInstance",
            ]
            where = [
                { arg = 0, is = ["md5", "md2", "md4", "sha1", "sha-1", "sha", "hmacmd5", "pbewithmd5anddes", "md5withrsa", "sha1withrsa", "pbewithmd5andtripledes", "des", "desede", "hmacsha1_", "sha1withdsa"] },
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA-256, and for passwords bcrypt or argon2."

            [[rule]]
            id = "jvm.weak-hash-library"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "DigestUtils.md5", "DigestUtils.md5Hex", "DigestUtils.sha1Hex", "DigestUtils.sha1",
                "DigestUtils.shaHex", "Hashing.md5", "Hashing.sha1", "DigestUtils.md5DigestAsHex",
                "DigestUtils.getMd5Digest",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA-256, and for passwords bcrypt or argon2."

            [[rule]]
            id = "jvm.weak-cipher"
            title = "A cipher or mode that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "Cipher.getInstance", "javax.crypto.Cipher.getInstance", "KeyGenerator.getInstance",
                "SecretKeyFactory.getInstance",
            ]
            where = [{ arg = 0, has = ["des", "rc4", "arcfour", "/ecb", "blowfish", "rc2", "idea"] }]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use AES/GCM/NoPadding with a new nonce each time."

            [[rule]]
            id = "jvm.default-mode"
            title = "Equal blocks are encrypted to equal blocks"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = ["Cipher.getInstance", "javax.crypto.Cipher.getInstance"]
            where = [{ arg = 0, is = ["aes", "rsa"] }]
            message = "Without a mode AES is used in ECB mode, and RSA with an old padding."
            remedy = "Use AES/GCM/NoPadding, and RSA/ECB/OAEPWithSHA-256AndMGF1Padding."

            [[rule]]
            id = "jvm.cbc-mode"
            title = "A cipher that does not notice changes"
            cwe = 327
            severity = "low"
            confidence = "low"
            call = ["Cipher.getInstance"]
            where = [{ arg = 0, has = ["/cbc/pkcs5", "/cbc/pkcs7"] }]
            message = "With its padding, a server's errors tell the text."
            remedy = "Use AES/GCM/NoPadding."

            [[rule]]
            id = "jvm.fixed-iv"
            title = "An initialization vector or key that never changes"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = ["IvParameterSpec", "GCMParameterSpec"]
            where = [{ arg = "last", value = "constant" }]
            message = "Equal texts get equal ciphers."
            remedy = "Fill it by SecureRandom for each message."

            [[rule]]
            id = "jvm.fixed-key"
            title = "A key stands in the code"
            cwe = 321
            severity = "high"
            confidence = "medium"
            call = ["SecretKeySpec"]
            where = [{ arg = 0, value = "constant" }]
            message = "Whoever reads the code has the key."
            remedy = "Take it from a store of keys."

            [[rule]]
            id = "jvm.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = [
                "*.initialize", "KeyGenerator.getInstance().init", "keyGen.init", "RSAKeyGenParameterSpec",
                "keyPairGenerator.initialize",
            ]
            where = [{ arg = 0, is = ["512", "768", "1024", "1536", "56", "64"] }]
            message = "Keys of RSA below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "jvm.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 330
            severity = "medium"
            confidence = "medium"
            call = [
                "Random", "java.util.Random", "Math.random", "ThreadLocalRandom.current",
                "RandomStringUtils.randomAlphanumeric", "RandomStringUtils.random", "kotlin.random.Random",
                "RandomStringUtils.randomAlphabetic", "RandomStringUtils.randomNumeric",
            ]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "captcha",
                "iv", "pin", "auth", "code", "uuid", "hash", "login", "credential", "cookie", "verification", "challenge",
            ]
            otherwise = "low"
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Where something depends on them use SecureRandom."

            [[rule]]
            id = "jvm.trust-all"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            use = [
                "NoopHostnameVerifier.INSTANCE", "SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER",
                "InsecureTrustManagerFactory.INSTANCE", "TrustAllStrategy.INSTANCE", "AllowAllHostnameVerifier",
            ]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "jvm.trust-nothing-checked"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            check = "empty-trust-check"
            message = "The method that is to check certificates does nothing, so each is taken."
            remedy = "Use the trust manager of the platform."

            [[rule]]
            id = "jvm.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = ["SSLContext.getInstance"]
            where = [{ arg = 0, is = ["ssl", "sslv2", "sslv3", "tlsv1", "tlsv1.1"] }]
            message = "It has holes that are known."
            remedy = "Use TLSv1.3."

            [[rule]]
            id = "jvm.csrf-off"
            title = "Forms take requests that other sites send"
            cwe = 352
            severity = "medium"
            confidence = "medium"
            call = ["*.csrf().disable", "csrf().disable", "csrf.disable", "*.csrf.disable"]
            message = "Another site can send these requests in the name of whoever is logged in."
            remedy = "Leave the check on unless no cookie tells who it is."

            [[rule]]
            id = "jvm.cookie-flags"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "medium"
            call = ["*.setSecure", "*.setHttpOnly"]
            where = [{ arg = 0, is = ["false"] }]
            message = "The cookie travels without encryption, or scripts can read it."
            remedy = "Give true."

            [[rule]]
            id = "jvm.cors-any-origin"
            title = "Every site may read the answers"
            cwe = 942
            severity = "medium"
            confidence = "medium"
            call = ["*.allowedOrigins", "*.addAllowedOrigin", "CrossOrigin", "anyHost"]
            where = [{ arg = "any", name = ["origins"], is = ["*"] }]
            message = "With it any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "jvm.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "low"
            confidence = "medium"
            call = ["File", "FileOutputStream", "FileWriter", "Paths.get"]
            where = [{ arg = 0, reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use Files.createTempFile()."

            [[rule]]
            id = "jvm.permissions"
            title = "A file may be read or written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["*.setWritable", "*.setReadable", "*.setExecutable"]
            where = [{ arg = 0, is = ["true"] }, { arg = 1, is = ["false"] }]
            message = "false means that not only the owner may."
            remedy = "Leave the second argument out."

            [[rule]]
            id = "jvm.world-readable"
            title = "A file may be read or written by everybody"
            cwe = 276
            severity = "medium"
            confidence = "high"
            use = [
                "MODE_WORLD_READABLE", "MODE_WORLD_WRITEABLE", "Context.MODE_WORLD_READABLE",
                "Context.MODE_WORLD_WRITEABLE", "PosixFilePermission.OTHERS_WRITE",
            ]
            message = "Each app on the device gets at it."
            remedy = "Use MODE_PRIVATE."

            [[rule]]
            id = "jvm.webview-script"
            title = "A web view runs scripts with access to the app"
            cwe = 79
            severity = "medium"
            confidence = "low"
            call = [
                "*.setJavaScriptEnabled", "*.addJavascriptInterface", "*.setAllowFileAccess",
                "*.setAllowUniversalAccessFromFileURLs",
            ]
            message = "A page that gets in reaches what the app offers."
            remedy = "Show pages of your own only."

            [[rule]]
            id = "jvm.jwt-unsigned"
            title = "A token is read without its signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = ["Algorithm.none", "*.parseClaimsJwt", "Jwts.parser().parse", "JWT.decode_"]
            message = "Anybody can write a token that passes."
            remedy = "Use parseClaimsJws() with the key."

            [[rule]]
            id = "jvm.hidden-error"
            title = "Every error is passed over"
            cwe = 703
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            check = "swallowed-error"
            message = "Nobody learns that it failed."
            remedy = "Say what happens then, or let it go on."

            [[rule]]
            id = "jvm.stack-trace"
            title = "A failure is printed where it may be seen"
            cwe = 209
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["*.printStackTrace"]
            message = "Paths and versions in it help an attacker where a visitor sees it."
            remedy = "Log it."
            """#)
}
