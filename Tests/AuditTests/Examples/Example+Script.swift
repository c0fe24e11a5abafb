extension Example {
    static let script = read(
        "javascript",
        ##"""
        script.code-injection
        + eval(req.query.x);
        + function f(t) { return new Function("return " + t); }
        - JSON.parse(req.query.x);
        - eval("1");
        script.timer-code
        + function f(n) { setTimeout("go('" + n + "')", 10); }
        - function f(n) { setTimeout(() => go(n), 10); }
        script.timer-text
        + setTimeout("go()", 10);
        - setTimeout(go, 10);
        script.command-injection
        + const { exec } = require("child_process");⏎function f(d) { exec("ls " + d); }
        + import * as cp from "node:child_process";⏎cp.execSync(`ls ${dir}`);
        - const { execFile } = require("child_process");⏎function f(d) { execFile("ls", [d]); }
        - /a/.exec("b")
        script.spawn-shell
        + spawn("ls", [dir], { shell: true });
        - spawn("ls", [dir]);
        script.spawn-chosen
        + spawn(req.query.p, []);
        - spawn("ls", [req.query.p]);
        script.shell-through-list
        + spawn("sh", ["-c", command]);
        - spawn("ls", ["-c", command]);
        script.sql-built
        + const q = "SELECT a FROM b WHERE c = '" + n + "'";
        + const q = `DELETE FROM t WHERE id = ${id}`;
        - const q = "SELECT a FROM b WHERE c = ?";
        script.sql-injection
        + const sql = require("mysql");⏎function f(n) { db.query("SELECT 1 WHERE a = '" + n + "'"); }
        - const sql = require("mysql");⏎function f(n) { db.query("SELECT 1 WHERE a = ?", [n]); }
        script.nosql-where
        + db.find({ $where: "this.a == '" + req.body.a + "'" });
        - db.find({ a: String(req.body.a) });
        script.nosql-injection
        + User.findOne({ name: req.body.name });
        - User.findOne({ age: Number(req.body.age) });
        script.xss-inner-html
        + function f(n) { el.innerHTML = "<b>" + n + "</b>"; }
        - function f(n) { el.textContent = n; }
        - function f(n) { el.innerHTML = DOMPurify.sanitize(n); }
        script.xss-call
        + document.write(location.hash);
        - document.write("<p>");
        script.xss-jquery
        + function f(n) { $("#a").append("<b>" + n + "</b>"); }
        - function f(n) { $("#a").append($("<b>").text(n)); }
        script.xss-jquery-html
        + $("#a").html($("#b").val());
        - $("#a").text($("#b").val());
        - $("#a").html($("<div>").text($("#b").val()).html());
        script.html-built
        + function f(n) { const h = "<p>" + n + "</p>"; return h; }
        - function f(n) { const h = "<p>" + escapeHtml(n) + "</p>"; return h; }
        script.xss-response
        + app.get("/", (req, res) => { res.send("hi " + req.query.n); });
        - app.get("/", (req, res) => { res.send("hi " + escapeHtml(req.query.n)); });
        script.dangerous-html
        + const a = { __html: text };
        - const a = { __html: DOMPurify.sanitize(text) };
        script.javascript-url
        + a.href = location.hash;
        - a.href = "/home";
        script.template-injection
        + ejs.render("<p>" + req.query.t);
        - ejs.render("<p><%= t %>", { t: req.query.t });
        script.unescaped-template
        + compile(t, { noEscape: true });
        - compile(t, { noEscape: false });
        script.autoescape-off
        + nunjucks.configure("v", { autoescape: false });
        - nunjucks.configure("v", { autoescape: true });
        script.xpath-injection
        + function f(n) { xpath.select("//a[@b='" + n + "']", doc); }
        - xpath.select("//a", doc);
        script.ldap-injection
        + function f(u) { const o = { filter: "(uid=" + u + ")" }; }
        - const o = { filter: "(uid=a)" };
        script.header-injection
        + res.setHeader("X-A", req.query.a);
        - res.setHeader("X-A", "b");
        script.log-injection
        + console.log("user " + req.query.u);
        - console.log("user");
        script.dynamic-require
        + require(req.query.m);
        - require("fs");
        script.dynamic-method
        + _.merge(options, req.body);
        - _.merge(options, { a: 1 });
        script.mass-assignment
        + User.create(req.body);
        - User.create({ name: req.body.name });
        script.prototype-pollution
        + function merge(a, b) { for (const k in b) { if (typeof b[k] === "object") merge(a[k], b[k]); else a[k] = b[k]; } }
        - function merge(a, b) { for (const k in b) { if (k === "__proto__") continue; if (typeof b[k] === "object") merge(a[k], b[k]); else a[k] = b[k]; } }
        script.path-traversal
        + const fs = require("fs");⏎function f(n) { return fs.readFileSync("/data/" + n); }
        - const fs = require("fs");⏎function f(n) { return fs.readFileSync("/data/" + path.basename(n)); }
        - const fs = require("fs");⏎function f(n) { const p = path.join("/data", n); if (!p.startsWith("/data/")) { return null; } return fs.readFileSync(p); }
        script.path-from-outside
        + fs.readFile(req.query.f, go);
        - fs.readFile("a.txt", go);
        script.path-joined
        + function f(n) { return path.join(base, n); }
        - path.join(base, "a");
        script.ssrf
        + axios.get(req.query.u);
        - axios.get("https://a.example/" + req.query.u);
        script.open-redirect
        + res.redirect(req.query.next);
        - res.redirect("/home");
        script.deserialization
        + serialize.unserialize(req.body.o);
        - JSON.parse(req.body.o);
        script.yaml-load
        + function f(t) { return yaml.load(t); }
        - function f(t) { return yaml.load(t, { schema: yaml.JSON_SCHEMA }); }
        script.yaml-full-schema
        + yaml.load(t, { schema: yaml.DEFAULT_FULL_SCHEMA });
        - yaml.load(t, { schema: yaml.DEFAULT_SCHEMA });
        script.xxe
        + libxml.parseXml(t, { noent: true });
        - libxml.parseXml(t, { noent: false });
        script.weak-hash
        + crypto.createHash("md5");
        - crypto.createHash("sha256");
        script.weak-hash-library
        + CryptoJS.MD5(t);
        - CryptoJS.SHA256(t);
        script.weak-cipher
        + crypto.createCipheriv("des-cbc", k, iv);
        - crypto.createCipheriv("aes-256-gcm", k, iv);
        script.create-cipher
        + crypto.createCipher("aes-256-cbc", p);
        - crypto.createCipheriv("aes-256-gcm", k, iv);
        script.fixed-iv
        + crypto.createCipheriv("aes-256-gcm", k, "000000000000");
        - crypto.createCipheriv("aes-256-gcm", k, crypto.randomBytes(12));
        script.fixed-iv-made
        + const iv = Buffer.alloc(16, 0);
        - const iv = crypto.randomBytes(16);
        script.short-key
        + generateKeyPairSync("rsa", { modulusLength: 1024 });
        - generateKeyPairSync("rsa", { modulusLength: 3072 });
        script.short-key-call
        + new NodeRSA({ b: 512 });
        - new NodeRSA({ b: 3072 });
        script.weak-random
        + const token = Math.random();
        - const x = Math.random() * width;
        script.weak-random-text
        + const a = Math.random().toString(36);
        - const a = crypto.randomUUID();
        script.pseudo-random-bytes
        + crypto.pseudoRandomBytes(8);
        - crypto.randomBytes(8);
        script.tls-not-verified
        + https.request({ rejectUnauthorized: false });
        - https.request({ rejectUnauthorized: true });
        script.tls-not-verified-anywhere
        + process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
        - process.env.NODE_ENV = "0";
        script.tls-version
        + tls.connect({ minVersion: "TLSv1" });
        - tls.connect({ minVersion: "TLSv1.2" });
        script.jwt-none
        + jwt.sign(c, "", { algorithm: "none" });
        - jwt.sign(c, key, { algorithm: "HS256" });
        script.jwt-decoded
        + const c = jwt.decode(t);
        - const c = jwt.verify(t, key);
        script.jwt-ignore-expiry
        + jwt.verify(t, k, { ignoreExpiration: true });
        - jwt.verify(t, k);
        script.weak-kdf
        + crypto.pbkdf2Sync(p, s, 1000, 32, "sha256");
        - crypto.pbkdf2Sync(p, s, 600000, 32, "sha256");
        script.bcrypt-rounds
        + bcrypt.hash(p, 4);
        - bcrypt.hash(p, 12);
        script.fixed-salt
        + crypto.scryptSync(p, "salt", 32);
        - crypto.scryptSync(p, salt, 32);
        script.timing-comparison
        + if (signature === expected) { go(); }
        - if (crypto.timingSafeEqual(signature, expected)) { go(); }
        script.cors-any-origin
        + res.setHeader("Access-Control-Allow-Origin", "*");
        - res.setHeader("Access-Control-Allow-Origin", "https://a.example");
        script.cors-reflected
        + res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
        - res.setHeader("Access-Control-Allow-Origin", "https://a.example");
        script.cors-options
        + app.use(cors({ origin: "*" }));
        - app.use(cors({ origin: "https://a.example" }));
        script.cookie-flags
        + app.use(session({ cookie: { secure: false } }));
        - app.use(session({ cookie: { secure: true } }));
        script.post-message-any
        + parent.postMessage(d, "*");
        - parent.postMessage(d, "https://a.example");
        script.message-origin
        + window.addEventListener("message", (e) => { go(e.data); });
        - window.addEventListener("message", (e) => { if (e.origin !== here) { return; } go(e.data); });
        script.buffer-unset
        + Buffer.allocUnsafe(8);
        - Buffer.alloc(8);
        script.regex-from-outside
        + new RegExp(req.query.p);
        - new RegExp(escapeRegExp(req.query.p));
        script.slow-regex-text
        + new RegExp("^(a+)+$");
        - new RegExp("^a+$");
        script.permissions
        + fs.chmodSync("a", 0o777);
        - fs.chmodSync("a", 0o600);
        script.temporary-path
        + fs.writeFileSync("/tmp/a", t);
        - fs.writeFileSync("data/a", t);
        script.stack-trace-shown
        + res.send(err.stack);
        - res.send("failed");
        script.plain-http-server
        + http.createServer(go);
        - https.createServer(o, go);
        script.hidden-error
        + try { go(); } catch (e) {}
        - try { go(); } catch (e) { log(e); }
        script.electron-node
        + new BrowserWindow({ webPreferences: { nodeIntegration: true } });
        - new BrowserWindow({ webPreferences: { nodeIntegration: false } });
        script.electron-isolation
        + new BrowserWindow({ webPreferences: { contextIsolation: false } });
        - new BrowserWindow({ webPreferences: { contextIsolation: true } });
        script.graphql-introspection
        + new ApolloServer({ introspection: true });
        - new ApolloServer({ introspection: false });
        script.blank-target
        + const a = <a href={url} target="_blank">x</a>;
        - const a = <a href={url} target="_blank" rel="noopener noreferrer">x</a>;
        regex.exponential
        + const r = /^(a+)+$/;
        - const r = /^(?:[a-z]+,)+$/;
        script.host-part
        + if (u.hostname.endsWith("example.com")) { go(u); }
        - if (u.hostname.endsWith(".example.com")) { go(u); }
        script.log-entry
        + function makeLog(msg) { return `got ${msg}`; }
        - function makeLog(msg) { return `got ${msg.replace(/[\r\n]/g, "")}`; }
        import.unknown-package
        + import a from "expresss";
        + import "@acme/tool";
        + export * from 'lefft-pad/lib/a';
        + const { a,⏎  b } = require("made-up");
        + const a = await import("made-up");
        - import a, { b } from "express/lib/router";
        - import type { Node } from "estree";
        - import fs from "fs/promises";⏎import path from "node:path";
        - import a from "./made-up";⏎import b from "../made-up";⏎import c from "@/made-up";
        - import { a } from "@acme/tools/b";
        - import a from "ours/made-up";
        - try { native = require("made-up"); } catch { native = null; }
        - const a = `import b from "made-up"`;
        - require(name);⏎a.require("made-up");
        - import a from "https://example.com/made-up.js";
        - import a from "__MADE_UP__";
        """##)
}
