extension Example {
    static let csharp = read(
        "csharp",
        ##"""
        csharp.sql-built
        + var q = "SELECT a FROM b WHERE c = '" + n + "'";
        + var q = $"SELECT a FROM b WHERE c = '{n}'";
        - var q = "SELECT a FROM b WHERE c = @c";
        csharp.sql-injection
        + class A { void F(string n) { new SqlCommand("SELECT a FROM b WHERE c = '" + n + "'", c); } }
        - class A { void F(string n) { new SqlCommand("SELECT a FROM b WHERE c = @c", c); } }
        csharp.sql-variable
        + class A { void F(string q) { new SqlCommand(q, c); } }
        - class A { void F() { new SqlCommand("SELECT a FROM b", c); } }
        csharp.command-injection
        + class A { void F(string n) { Process.Start(n); } }
        - class A { void F() { Process.Start("ls"); } }
        csharp.command-set
        + class A { void F(string n) { var p = new Process(); p.StartInfo.Arguments = n; } }
        - class A { void F() { var p = new Process(); p.StartInfo.Arguments = "-l"; } }
        csharp.path-traversal
        + class A { void F() { File.ReadAllText(Request.Query["f"]); } }
        - class A { void F() { File.ReadAllText("a"); } }
        csharp.xss
        + class A { void F() { Response.Write(Request.QueryString["n"]); } }
        - class A { void F() { Response.Write(HttpUtility.HtmlEncode(Request.QueryString["n"])); } }
        csharp.html-raw
        + class A { void F(string n) { Html.Raw(n); } }
        - class A { void F() { Html.Raw("<b>"); } }
        csharp.html-built
        + class A { void F(string n) { var h = "<p>" + n + "</p>"; Show(h); } }
        - class A { void F(string n) { var h = "<p>" + HttpUtility.HtmlEncode(n) + "</p>"; Show(h); } }
        csharp.deserialization
        + class A { void F() { var b = new BinaryFormatter(); } }
        - class A { void F() { JsonSerializer.Deserialize<B>(t); } }
        csharp.type-names
        + class A { void F() { var s = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; } }
        - class A { void F() { var s = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None }; } }
        csharp.xxe
        + class A { void F() { s.DtdProcessing = DtdProcessing.Parse; } }
        - class A { void F() { s.DtdProcessing = DtdProcessing.Prohibit; } }
        csharp.xxe-resolver
        + class A { void F() { var r = new XmlUrlResolver(); } }
        - class A { void F() { var r = XmlReader.Create(t); } }
        csharp.xml-document
        + class A { void F() { var d = new XmlDocument(); d.LoadXml(t); } }
        - class A { void F() { var d = new XmlDocument(); d.XmlResolver = null; d.LoadXml(t); } }
        csharp.xpath-injection
        + class A { void F(string n) { doc.SelectNodes("//a[@b='" + n + "']"); } }
        - class A { void F() { doc.SelectNodes("//a"); } }
        csharp.ldap-injection
        + class A { void F(string u) { s.Filter = "(uid=" + u + ")"; } }
        - class A { void F() { s.Filter = "(uid=a)"; } }
        csharp.open-redirect
        + class A { void F(string u) { Redirect(u); } }
        - class A { void F() { Redirect("/home"); } }
        csharp.csrf
        + class A { [HttpPost] public void F() { Go(); } }
        - class A { [HttpPost, ValidateAntiForgeryToken] public void F() { Go(); } }
        csharp.ssrf
        + class A { void F() { client.GetAsync(Request.Query["u"]); } }
        - class A { void F() { client.GetAsync("https://a.example/"); } }
        csharp.weak-hash
        + class A { void F() { MD5.Create(); } }
        - class A { void F() { SHA256.Create(); } }
        csharp.weak-hash-by-name
        + class A { void F() { HashAlgorithm.Create("MD5"); } }
        - class A { void F() { HashAlgorithm.Create("SHA256"); } }
        csharp.weak-cipher
        + class A { void F() { DES.Create(); } }
        - class A { void F() { Aes.Create(); } }
        csharp.ecb-mode
        + class A { void F() { aes.Mode = CipherMode.ECB; } }
        - class A { void F() { aes.Mode = CipherMode.CBC; } }
        csharp.weak-random
        + class A { void F() { var r = new Random(); } }
        - class A { void F() { RandomNumberGenerator.GetBytes(8); } }
        csharp.short-key
        + class A { void F() { RSA.Create(1024); } }
        - class A { void F() { RSA.Create(3072); } }
        csharp.tls-not-verified
        + class A { void F() { h.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; } }
        - class A { void F() { h.ServerCertificateCustomValidationCallback = Check; } }
        csharp.dangerous-validator
        + class A { void F() { h.X = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; } }
        - class A { void F() { h.X = v; } }
        csharp.tls-version
        + class A { void F() { p = SecurityProtocolType.Ssl3; } }
        - class A { void F() { p = SecurityProtocolType.Tls13; } }
        csharp.request-validation
        + class A { [ValidateInput(false)] void F() { Go(); } }
        - class A { [ValidateInput(true)] void F() { Go(); } }
        csharp.password-policy
        + class A { void F() { o.RequiredLength = 4; } }
        - class A { void F() { o.RequiredLength = 12; } }
        csharp.password-option
        + class A { void F() { o.RequireDigit = false; } }
        - class A { void F() { o.RequireDigit = true; } }
        csharp.cookie-flags
        + class A { void F() { c.HttpOnly = false; } }
        - class A { void F() { c.HttpOnly = true; } }
        csharp.hidden-error
        + class A { void F() { try { Go(); } catch (Exception e) {} } }
        - class A { void F() { try { Go(); } catch (Exception e) { Log(e); } } }
        """##)
}
