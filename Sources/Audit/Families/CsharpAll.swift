extension RuleFamily {
    static let csharpAll = RuleFamily(
        name: "csharp-all.toml", languages: ["csharp"],
        text: #"""
            # C#.
            languages = ["csharp"]

            carries = [
                "*.ToString", "*.Trim", "*.ToLower", "*.ToUpper", "*.Substring", "*.Split", "*.Replace",
                "Convert.ToString", "*.GetString", "*.GetBytes", "*.ToArray", "*.ToList", "*.First",
                "*.FirstOrDefault", "HttpUtility.UrlDecode", "WebUtility.UrlDecode", "Convert.FromBase64String",
                "*.ReadToEnd", "*.ReadLine", "*.Value", "Path.GetFullPath", "*.Get", "Uri", "StringReader",
                "MemoryStream", "Encoding.UTF8.GetBytes", "Encoding.UTF8.GetString", "*.TrimStart", "*.TrimEnd",
                "*.Normalize",
            ]
            builds = [
                "String.Format", "string.Format", "String.Concat", "string.Concat", "String.Join", "string.Join",
                "Path.Combine", "*.Append", "*.AppendFormat", "*.Insert", "StringBuilder", "*.AppendLine",
                "Path.Join",
            ]

            [[source]]
            what = "what the request brings"
            use = [
                "Request.QueryString", "Request.Form", "Request.Params", "Request.Cookies", "Request.Headers",
                "Request.Query", "Request.Body", "Request.Path", "Request.Url", "Request.RawUrl", "Request.UserAgent",
                "Request.InputStream", "HttpContext.Request.Query", "*.Request.QueryString", "*.Request.Form",
                "*.Request.Query", "*.Request.Headers", "*.Request.Cookies", "Request.Files", "*.Request.Params",
                "Request", "context.Request.QueryString",
            ]
            call = ["*.ReadFormAsync", "*.GetQueryNameValuePairs"]

            [[source]]
            what = "what is typed in"
            call = ["Console.ReadLine", "Console.Read", "Console.In.ReadToEnd"]

            [[source]]
            what = "the command line"
            call = ["Environment.GetCommandLineArgs"]
            use = ["args"]
            clears = ["path", "log", "url", "redirect", "header", "html"]

            [[sanitizer]]
            call = [
                "int.Parse", "Convert.ToInt32", "Convert.ToInt64", "int.TryParse", "Guid.Parse", "long.Parse",
                "double.Parse", "decimal.Parse", "bool.Parse", "DateTime.Parse", "Int32.Parse", "*.Length", "*.Count",
                "*.IndexOf", "*.Contains", "*.StartsWith", "*.Equals", "Enum.Parse", "*.GetHashCode", "*.EndsWith",
                "Int32.TryParse", "Convert.ToBoolean", "Convert.ToDouble", "*.IsMatch",
            ]

            [[sanitizer]]
            call = [
                "HttpUtility.HtmlEncode", "WebUtility.HtmlEncode", "Server.HtmlEncode", "HtmlEncoder.Default.Encode",
                "AntiXssEncoder.HtmlEncode", "HttpUtility.HtmlAttributeEncode", "HttpUtility.JavaScriptStringEncode",
                "*.HtmlEncode", "SecurityElement.Escape", "*.Sanitize", "HttpUtility.UrlEncode",
                "Uri.EscapeDataString", "WebUtility.UrlEncode", "Server.UrlEncode", "Encoder.HtmlEncode",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = ["Path.GetFileName", "Path.GetFileNameWithoutExtension"]
            clears = ["path"]

            [[sanitizer]]
            call = ["HttpUtility.UrlEncode", "Uri.EscapeDataString", "WebUtility.UrlEncode", "Server.UrlEncode"]
            clears = ["url", "redirect", "path", "header"]

            [[sanitizer]]
            call = ["Encoder.LdapFilterEncode", "Regex.Escape", "*.QuoteIdentifier"]
            clears = ["ldap", "regex", "sql"]

            [[guard]]
            call = ["*.StartsWith", "Path.IsPathRooted", "*.EndsWith", "*.Contains", "Path.GetFullPath"]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "Regex.IsMatch", "*.IsMatch", "*.Contains", "*.ContainsKey", "Url.IsLocalUrl", "*.IsLocalUrl",
                "*.All", "int.TryParse", "Guid.TryParse", "Enum.IsDefined", "*.Any", "Enum.TryParse",
            ]
            clears = ["all"]

            [[rule]]
            id = "csharp.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Use parameters: command.Parameters.AddWithValue(\"@name\", name)."

            [[rule]]
            id = "csharp.sql-injection"
            title = "A statement that is put together is run"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "SqlCommand", "MySqlCommand", "NpgsqlCommand", "SqliteCommand", "SQLiteCommand", "OleDbCommand",
                "OracleCommand", "OdbcCommand", "*.FromSqlRaw", "*.ExecuteSqlRaw", "*.ExecuteSqlCommand",
                "*.SqlQuery", "SqlDataAdapter", "*.ExecuteQuery", "*.Execute", "*.ExecuteReader", "*.ExecuteScalar",
                "*.ExecuteNonQuery", "MySqlDataAdapter", "OleDbDataAdapter", "*.CreateSQLQuery", "*.CreateQuery",
            ]
            set = ["*.CommandText"]
            where = [{ arg = 0, value = "built" }]
            message = "The statement is put together from parts before it is run."
            remedy = "Use parameters: command.Parameters.AddWithValue(\"@name\", name)."

            [[rule]]
            id = "csharp.sql-variable"
            title = "A statement that is not fixed is run"
            cwe = 89
            severity = "medium"
            confidence = "medium"
            kind = "sql"
            unknown = "medium"
            parameter = "medium"
            call = [
                "SqlCommand", "MySqlCommand", "NpgsqlCommand", "SqliteCommand", "SQLiteCommand", "OleDbCommand",
                "OracleCommand", "OdbcCommand", "SqlDataAdapter",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Its text is made elsewhere; if it is put together from input, the input can change what it does."
            remedy = "Keep the text constant and use parameters."

            [[rule]]
            id = "csharp.command-injection"
            title = "A program is started that is not fixed"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "Process.Start", "ProcessStartInfo", "System.Diagnostics.Process.Start",
                "System.Diagnostics.ProcessStartInfo",
            ]
            where = [{ arg = "any", value = "dynamic" }]
            message = "What is put in chooses the program or its arguments."
            remedy = "Fix the program, and give arguments by ArgumentList."

            [[rule]]
            id = "csharp.command-set"
            title = "Arguments of a program are put together from text"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            set = ["*.Arguments", "*.FileName", "*.StartInfo.Arguments", "*.StartInfo.FileName"]
            key = ["Arguments", "FileName"]
            where = [{ value = "dynamic" }]
            text-has = ["process"]
            message = "What is put in brings arguments or programs of its own."
            remedy = "Fix the program, and give arguments by ArgumentList."

            [[rule]]
            id = "csharp.path-traversal"
            title = "A path comes from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = [
                "File.ReadAllText", "File.OpenRead", "File.Open", "File.WriteAllText", "File.Delete", "FileStream",
                "StreamReader", "StreamWriter", "File.ReadAllBytes", "Directory.GetFiles", "PhysicalFile",
                "File.ReadAllLines", "Directory.Delete", "Server.MapPath", "File.Copy", "File.WriteAllBytes",
                "File.Move",
            ]
            where = [{ arg = "any", value = "tainted" }]
            message = "`..` in what is put in leads out of the folder."
            remedy = "Take Path.GetFileName() of it, and check that Path.GetFullPath() begins with the folder."

            [[rule]]
            id = "csharp.xss"
            title = "A page shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = [
                "Response.Write", "*.Response.Write", "Html.Raw", "HtmlString", "MvcHtmlString.Create", "Content_",
                "*.Response.WriteAsync", "Response.WriteAsync", "MvcHtmlString",
            ]
            set = ["*.InnerHtml", "*.Text_"]
            where = [{ arg = 0, value = "tainted" }]
            message = "Markup in what was sent becomes part of the page."
            remedy = "Encode it: HtmlEncoder.Default.Encode(value)."

            [[rule]]
            id = "csharp.html-raw"
            title = "Text is called safe without being made so"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "medium"
            call = ["Html.Raw", "HtmlString", "MvcHtmlString.Create"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "It is not escaped any more."
            remedy = "Leave it out."

            [[rule]]
            id = "csharp.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Encode each value, or use TagBuilder."

            [[rule]]
            id = "csharp.deserialization"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            call = [
                "BinaryFormatter", "SoapFormatter", "NetDataContractSerializer", "LosFormatter",
                "ObjectStateFormatter", "JavaScriptSerializer_", "BinaryFormatter().Deserialize",
                "SimpleTypeResolver",
            ]
            message = "It makes objects of any class, which can run code."
            remedy = "Use System.Text.Json."

            [[rule]]
            id = "csharp.type-names"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            key = ["TypeNameHandling"]
            set = ["*.TypeNameHandling"]
            where = [{ has = ["All", "Objects", "Auto", "Arrays"] }]
            message = "Types that the text names are made, whatever they do."
            remedy = "Use TypeNameHandling.None."

            [[rule]]
            id = "csharp.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            key = ["DtdProcessing", "ProhibitDtd"]
            set = ["*.DtdProcessing", "*.ProhibitDtd"]
            where = [{ has = ["DtdProcessing.Parse", "false"] }]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Use DtdProcessing.Prohibit."

            [[rule]]
            id = "csharp.xxe-resolver"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "medium"
            call = ["XmlUrlResolver", "XmlTextReader"]
            unless-near = ["Prohibit"]
            message = "In old versions entities bring in local files and other servers' pages."
            remedy = "Use XmlReader.Create() with DtdProcessing.Prohibit and XmlResolver = null."

            [[rule]]
            id = "csharp.xml-document"
            title = "XML that may name files is read"
            cwe = 611
            severity = "medium"
            confidence = "medium"
            call = ["XmlDocument", "XPathDocument"]
            unless-near = ["XmlResolver", "Prohibit", "XmlReader"]
            message = "Before .NET 4.5.2 entities bring in local files and other servers' pages."
            remedy = "Set XmlResolver = null."

            [[rule]]
            id = "csharp.xpath-injection"
            title = "An XPath is put together from text"
            cwe = 643
            severity = "high"
            confidence = "high"
            kind = "xpath"
            unknown = "medium"
            call = [
                "*.SelectNodes", "*.SelectSingleNode", "*.Evaluate", "*.Compile", "*.XPathSelectElement",
                "*.XPathSelectElements", "XPathExpression.Compile", "*.Select",
            ]
            where = [{ arg = 0, value = "dynamic" }, { arg = 0, has = ["=>"], not = true }]
            text-has = ["xpath", "selectnodes", "selectsinglenode"]
            message = "Quotes in what is put in change what is selected."
            remedy = "Use an XsltContext with variables, or LINQ to XML."

            [[rule]]
            id = "csharp.ldap-injection"
            title = "A filter of LDAP is put together from text"
            cwe = 90
            severity = "high"
            confidence = "high"
            kind = "ldap"
            unknown = "medium"
            call = ["DirectorySearcher", "SearchRequest"]
            set = ["*.Filter"]
            where = [{ arg = "any", value = "built" }]
            message = "Brackets and stars in what is put in change what is searched."
            remedy = "Encode each value: Encoder.LdapFilterEncode."

            [[rule]]
            id = "csharp.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "medium"
            call = ["Redirect", "Response.Redirect", "RedirectPermanent", "*.Response.Redirect"]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            unless-near = ["IsLocalUrl", "LocalRedirect"]
            message = "A link to this site can lead to another one."
            remedy = "Use LocalRedirect()."

            [[rule]]
            id = "csharp.csrf"
            title = "A form takes requests that other sites send"
            cwe = 352
            severity = "medium"
            confidence = "medium"
            check = "missing-antiforgery"
            message = "A method that answers POST has no [ValidateAntiForgeryToken]."
            remedy = "Add it, or AutoValidateAntiforgeryToken for all."

            [[rule]]
            id = "csharp.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            parameter = "low"
            call = [
                "*.GetAsync", "*.GetStringAsync", "WebRequest.Create", "*.DownloadString", "*.PostAsync",
                "HttpWebRequest.Create", "*.DownloadData", "*.DownloadFile",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list."

            [[rule]]
            id = "csharp.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "MD5.Create", "SHA1.Create", "MD5CryptoServiceProvider", "SHA1CryptoServiceProvider", "SHA1Managed",
                "HMACMD5", "HMACSHA1", "MD5Cng", "RIPEMD160.Create", "MD5.HashData", "SHA1.HashData",
                "System.Security.Cryptography.MD5.Create", "SHA1Cng", "RIPEMD160Managed",
                "System.Security.Cryptography.MD5CryptoServiceProvider",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA256, and for passwords Rfc2898DeriveBytes with many rounds."

            [[rule]]
            id = "csharp.weak-hash-by-name"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "HashAlgorithm.Create", "CryptoConfig.CreateFromName", "HMAC.Create", "KeyedHashAlgorithm.Create",
                "SymmetricAlgorithm.Create", "FormsAuthentication.HashPasswordForStoringInConfigFile",
            ]
            where = [{ arg = "any", is = ["md5", "sha1", "sha", "des", "3des", "tripledes", "rc2", "hmacmd5"] }]
            message = "It is broken, or too short for today's machines."
            remedy = "Use SHA256 or AES."

            [[rule]]
            id = "csharp.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "DES.Create", "TripleDES.Create", "RC2.Create", "DESCryptoServiceProvider",
                "TripleDESCryptoServiceProvider", "RC2CryptoServiceProvider", "TripleDESCng",
            ]
            message = "Its keys or blocks are too short for today's machines."
            remedy = "Use AesGcm."

            [[rule]]
            id = "csharp.ecb-mode"
            title = "Equal blocks are encrypted to equal blocks"
            cwe = 327
            severity = "high"
            confidence = "high"
            use = ["CipherMode.ECB", "System.Security.Cryptography.CipherMode.ECB"]
            message = "Patterns of the text stay visible in ECB mode."
            remedy = "Use AesGcm."

            [[rule]]
            id = "csharp.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = ["Random", "System.Random", "Random.Shared.Next"]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "captcha",
                "iv", "pin", "auth", "code", "uuid", "hash", "login", "credential", "cookie", "verification", "challenge",
            ]
            otherwise = "low"
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Where something depends on them use RandomNumberGenerator."

            [[rule]]
            id = "csharp.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = ["RSACryptoServiceProvider", "RSA.Create", "DSACryptoServiceProvider", "RSACng"]
            where = [{ arg = 0, is = ["512", "768", "1024", "1536"] }]
            message = "Keys of RSA below 2048 bits can be broken."
            remedy = "Take 3072 bits."

            [[rule]]
            id = "csharp.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            set = [
                "*.ServerCertificateValidationCallback", "*.ServerCertificateCustomValidationCallback",
                "*.RemoteCertificateValidationCallback",
            ]
            key = ["ServerCertificateCustomValidationCallback", "ServerCertificateValidationCallback"]
            where = [{ has = ["true", "DangerousAcceptAny"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check as it is."

            [[rule]]
            id = "csharp.dangerous-validator"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            use = ["HttpClientHandler.DangerousAcceptAnyServerCertificateValidator"]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check as it is."

            [[rule]]
            id = "csharp.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            use = [
                "SecurityProtocolType.Ssl3", "SecurityProtocolType.Tls", "SecurityProtocolType.Tls11",
                "SslProtocols.Ssl3", "SslProtocols.Tls", "SslProtocols.Tls11", "SslProtocols.Ssl2",
            ]
            message = "It has holes that are known."
            remedy = "Leave it to the system, or use Tls12."

            [[rule]]
            id = "csharp.request-validation"
            title = "A page takes markup"
            cwe = 554
            owasp = ["A03:2021", "A05:2025"]
            severity = "medium"
            confidence = "medium"
            call = ["ValidateInput"]
            where = [{ arg = 0, is = ["false"] }]
            message = "The check for markup in what is sent is off."
            remedy = "Leave it on, or allow markup for single fields."

            [[rule]]
            id = "csharp.password-policy"
            title = "Passwords may be short"
            cwe = 521
            severity = "low"
            confidence = "medium"
            key = ["RequiredLength"]
            set = ["*.RequiredLength"]
            where = [{ below = 8 }]
            message = "Short passwords are guessed."
            remedy = "Ask for 12 letters or more."

            [[rule]]
            id = "csharp.password-option"
            title = "Passwords may be simple"
            cwe = 521
            severity = "low"
            confidence = "medium"
            key = [
                "RequireDigit", "RequireNonAlphanumeric", "RequireUppercase", "RequireLowercase",
                "RequireNonLetterOrDigit",
            ]
            set = [
                "*.RequireDigit", "*.RequireNonAlphanumeric", "*.RequireUppercase", "*.RequireLowercase",
                "*.RequireNonLetterOrDigit",
            ]
            where = [{ is = ["false"] }]
            message = "Simple passwords are guessed."
            remedy = "Leave the demands on, or ask for length."

            [[rule]]
            id = "csharp.cookie-flags"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "medium"
            key = ["Secure", "HttpOnly"]
            set = ["*.Secure", "*.HttpOnly"]
            where = [{ is = ["false"] }]
            message = "The cookie travels without encryption, or scripts can read it."
            remedy = "Set both to true."

            [[rule]]
            id = "csharp.hidden-error"
            title = "Every error is passed over"
            cwe = 703
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            check = "swallowed-error"
            message = "Nobody learns that it failed."
            remedy = "Say what happens then, or let it go on."
            """#)
}
