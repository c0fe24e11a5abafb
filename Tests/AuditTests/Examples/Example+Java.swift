extension Example {
    static let java = read(
        "java",
        ##"""
        jvm.sql-built
        + String q = "SELECT a FROM b WHERE c = '" + n + "'";
        - String q = "SELECT a FROM b WHERE c = ?";
        jvm.sql-injection
        + class A { void f(Statement s, String n) { s.executeQuery("SELECT a FROM b WHERE c = '" + n + "'"); } }
        - class A { void f(PreparedStatement s, String n) { s.executeQuery(); } }
        jvm.command-injection
        + class A { void f(String n) { Runtime.getRuntime().exec("ls " + n); } }
        - class A { void f() { Runtime.getRuntime().exec("ls"); } }
        jvm.process-shell
        + class A { void f(String n) { new ProcessBuilder("sh", "-c", n); } }
        - class A { void f(String n) { new ProcessBuilder("ls", n); } }
        jvm.process-chosen
        + class A { void f(String n) { new ProcessBuilder(n); } }
        - class A { void f() { new ProcessBuilder("ls"); } }
        jvm.code-injection
        + class A { void f(String n) { engine.eval(n); } }
        - class A { void f() { engine.eval("1"); } }
        jvm.class-chosen
        + class A { void f(String n) { Class.forName(n); } }
        - class A { void f() { Class.forName("a.B"); } }
        jvm.path-traversal
        + class A { void f() { new File(request.getParameter("f")); } }
        - class A { void f() { new File(FilenameUtils.getName(request.getParameter("f"))); } }
        jvm.path-parameter
        + class A { void f(String n) { new FileInputStream("/data/" + n); } }
        - class A { void f(String n) { File p = new File("/data/" + n); if (!p.getCanonicalPath().startsWith("/data/")) { return; } } }
        jvm.archive-extraction
        + class A { void f() { File o = new File(dir, entry.getName()); copy(o); } }
        - class A { void f() { File o = new File(dir, entry.getName()); if (!o.getCanonicalPath().startsWith(root)) { return; } copy(o); } }
        jvm.deserialization
        + class A { Object f() { return in.readObject(); } }
        - class A { Object f() { in.setObjectInputFilter(x); return in.readObject(); } }
        jvm.unsafe-parser
        + class A { void f() { mapper.enableDefaultTyping(); } }
        - class A { void f() { mapper.readValue(t, B.class); } }
        jvm.xxe
        + class A { void f() { DocumentBuilderFactory d = DocumentBuilderFactory.newInstance(); d.newDocumentBuilder(); } }
        - class A { void f() { DocumentBuilderFactory d = DocumentBuilderFactory.newInstance(); d.setFeature(x, true); } }
        jvm.xpath-injection
        + class A { void f(String n) { xpath.evaluate("//a[@b='" + n + "']", doc); } }
        - class A { void f(String n) { xpath.evaluate("//a", doc); } }
        jvm.ldap-injection
        + class A { void f(DirContext c, String u) { c.search("dc=a", "(uid=" + u + ")", o); } }
        - class A { void f(DirContext c, String u) { c.search("dc=a", "(uid={0})", new Object[]{u}, o); } }
        jvm.xss
        + class A { void f() { out.println(request.getParameter("n")); } }
        - class A { void f() { out.println(Encode.forHtml(request.getParameter("n"))); } }
        jvm.html-built
        + class A { String f(String n) { String h = "<p>" + n + "</p>"; return h; } }
        - class A { String f(String n) { String h = "<p>" + Encode.forHtml(n) + "</p>"; return h; } }
        jvm.ssrf
        + class A { void f(String u) { new URL(u); } }
        - class A { void f() { new URL("https://a.example/"); } }
        jvm.open-redirect
        + class A { void f() { response.sendRedirect(request.getParameter("n")); } }
        - class A { void f() { response.sendRedirect("/home"); } }
        jvm.log-injection
        + class A { void f() { log.info(request.getParameter("n")); } }
        - class A { void f() { log.info("a"); } }
        jvm.header-injection
        + class A { void f() { response.setHeader("X-A", request.getParameter("n")); } }
        - class A { void f() { response.setHeader("X-A", "b"); } }
        jvm.weak-hash
        + class A { void f() { MessageDigest.getInstance("MD5"); } }
        - class A { void f() { MessageDigest.getInstance("SHA-256"); } }
        jvm.weak-hash-library
        + class A { void f() { DigestUtils.md5Hex(t); } }
        - class A { void f() { DigestUtils.sha256Hex(t); } }
        jvm.weak-cipher
        + class A { void f() { Cipher.getInstance("DES/CBC/PKCS5Padding"); } }
        - class A { void f() { Cipher.getInstance("AES/GCM/NoPadding"); } }
        jvm.default-mode
        + class A { void f() { Cipher.getInstance("AES"); } }
        - class A { void f() { Cipher.getInstance("AES/GCM/NoPadding"); } }
        jvm.cbc-mode
        + class A { void f() { Cipher.getInstance("AES/CBC/PKCS5Padding"); } }
        - class A { void f() { Cipher.getInstance("AES/GCM/NoPadding"); } }
        jvm.fixed-iv
        + class A { void f() { new GCMParameterSpec(128, "123456789012"); } }
        - class A { void f(byte[] iv) { new GCMParameterSpec(128, iv); } }
        jvm.fixed-key
        + class A { void f() { new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); } }
        + class A { void f() { new SecretKeySpec("0123456789abcdef", "AES"); } }
        - class A { void f(byte[] k) { new SecretKeySpec(k, "AES"); } }
        jvm.path-child
        + class A { void f(String n) { new File(folder, n); } }
        - class A { void f(String d) { new File(d, "a"); } }
        jvm.short-key
        + class A { void f() { generator.initialize(1024); } }
        - class A { void f() { generator.initialize(3072); } }
        jvm.weak-random
        + class A { void f() { Random r = new Random(); } }
        - class A { void f() { SecureRandom r = new SecureRandom(); } }
        jvm.trust-all
        + class A { void f() { b.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); } }
        - class A { void f() { b.setSSLHostnameVerifier(v); } }
        jvm.trust-nothing-checked
        + class A { public void checkServerTrusted(X509Certificate[] c, String t) {} }
        - class A { public void checkServerTrusted(X509Certificate[] c, String t) { check(c); } }
        jvm.tls-version
        + class A { void f() { SSLContext.getInstance("SSLv3"); } }
        - class A { void f() { SSLContext.getInstance("TLSv1.3"); } }
        jvm.csrf-off
        + class A { void f() { http.csrf().disable(); } }
        - class A { void f() { http.csrf(); } }
        jvm.cookie-flags
        + class A { void f() { cookie.setSecure(false); } }
        - class A { void f() { cookie.setSecure(true); } }
        jvm.cors-any-origin
        + class A { void f() { r.allowedOrigins("*"); } }
        - class A { void f() { r.allowedOrigins("https://a.example"); } }
        jvm.temporary-path
        + class A { void f() { new FileWriter("/tmp/a"); } }
        - class A { void f() { new FileWriter("data/a"); } }
        jvm.permissions
        + class A { void f() { file.setWritable(true, false); } }
        - class A { void f() { file.setWritable(true); } }
        jvm.world-readable
        + class A { void f() { openFileOutput("a", MODE_WORLD_READABLE); } }
        - class A { void f() { openFileOutput("a", MODE_PRIVATE); } }
        jvm.webview-script
        + class A { void f() { view.addJavascriptInterface(o, "o"); } }
        - class A { void f() { view.loadUrl("https://a.example"); } }
        jvm.jwt-unsigned
        + class A { void f() { parser.parseClaimsJwt(t); } }
        - class A { void f() { parser.parseClaimsJws(t); } }
        jvm.hidden-error
        + class A { void f() { try { go(); } catch (Exception e) {} } }
        - class A { void f() { try { go(); } catch (Exception e) { log(e); } } }
        jvm.stack-trace
        + class A { void f() { e.printStackTrace(); } }
        - class A { void f() { log.warn("a", e); } }
        """##)
}
