extension Example {
    static let python = read(
        "python",
        ##"""
        python.sql-built
        + q = "SELECT a FROM b " + \⏎    "WHERE c = '" + name + "'"
        + q = "SELECT a FROM b WHERE c = '%s'" % name
        + q = f"DELETE FROM users WHERE id = {ident}"
        + q = "UPDATE t SET a = " + value + " WHERE b = 1"
        - q = "SELECT a FROM b WHERE c = ?"
        - label = "Select a file from " + folder
        python.sql-injection
        + def f(cur, name):⏎    q = "name = '%s'" % name⏎    cur.execute("SELECT 1 WHERE " + q)
        - def f(cur, name):⏎    cur.execute("SELECT a FROM b WHERE c = %s", (name,))
        - cur.execute("SELECT a FROM b WHERE c = %d" % int(text))
        python.sql-from-outside
        + cur.execute(request.args["q"])
        - cur.execute("SELECT 1")
        python.command-injection
        + def f(name):⏎    os.system("convert " + name)
        - os.system("ls -l")
        - os.system("cat " + shlex.quote(input()))
        python.shell-true
        + import subprocess⏎def f(name):⏎    subprocess.run("ls " + name, shell=True)
        - import subprocess⏎subprocess.run(["ls", name])
        - import subprocess⏎subprocess.run("ls", shell=True)
        python.shell-through-list
        + import subprocess⏎def f(x):⏎    subprocess.call(["sh", "-c", "ls " + x])
        - import subprocess⏎subprocess.call(["tar", "-c", name])
        python.command-from-parts
        + def f(self, name):⏎    self._run_ssh("remove volume %s" % name)
        - def f(self, name):⏎    self._run_ssh(["remove", "volume", name])
        python.command-without-list
        + import subprocess⏎def f(name):⏎    subprocess.check_output("ls {}".format(name))
        - import subprocess⏎def f(name):⏎    subprocess.check_output(["ls", name])
        python.command-built
        + cmd = "mount %s" % device
        - title = "mount %s" % device
        python.code-injection
        + eval(input())
        + def f(text):⏎    exec(text)
        - ast.literal_eval(input())
        - eval("1 + 1")
        python.compile-code
        + compile(request.form["code"], "x", "exec")
        - compile("1", "x", "eval")
        python.template-injection
        + from flask import render_template_string⏎render_template_string("<b>" + request.args["n"])
        - from flask import render_template_string⏎render_template_string("<b>{{ n }}</b>", n=request.args["n"])
        python.xss-response
        + return HttpResponse(request.GET["q"])
        - return HttpResponse(escape(request.GET["q"]))
        python.xss-return
        + @app.route("/")⏎def f():⏎    return "hi " + request.args["n"]
        - @app.route("/")⏎def f():⏎    return "hi " + escape(request.args["n"])
        python.html-built
        + def f(name):⏎    page = "<p>%s</p>" % name⏎    show(page)
        - def f(name):⏎    page = "<p>%s</p>" % html.escape(name)⏎    show(page)
        python.markup-marked-safe
        + def f(x):⏎    return mark_safe(x)
        - def f(x):⏎    return mark_safe(escape(x))
        python.autoescape-off
        + import jinja2⏎e = jinja2.Environment(loader=l)
        - import jinja2⏎e = jinja2.Environment(loader=l, autoescape=True)
        python.autoescape-false
        + e = Environment(autoescape=False)
        - e = Environment(autoescape=True)
        python.ldap-injection
        + def f(c, u):⏎    c.search_s(base, scope, "(uid=" + u + ")")
        - def f(c, u):⏎    c.search_s(base, scope, "(uid=" + escape_filter_chars(u) + ")")
        python.xpath-injection
        + def f(t, n):⏎    return t.xpath("//a[@b='" + n + "']")
        - def f(t, n):⏎    return t.xpath("//a[@b=$n]", n=n)
        python.nosql-injection
        + import pymongo⏎db.users.find_one({"n": request.json["n"]})
        - import pymongo⏎db.users.find_one({"n": int(request.json["n"])})
        python.header-injection
        + self.send_header("X-A", request.args["a"])
        - self.send_header("X-A", "b")
        python.log-injection
        + logging.info("user %s", request.args["u"])
        - logging.info("user %s", int(request.args["u"]))
        python.format-string-from-outside
        + request.args["f"].format(user)
        - "hi {}".format(user)
        python.path-traversal
        + def f(name):⏎    return open("/data/" + name).read()
        - def f(name):⏎    return open("/data/" + os.path.basename(name)).read()
        - def f(name):⏎    p = os.path.realpath("/data/" + name)⏎    if not p.startswith("/data/"):⏎        raise ValueError⏎    return open(p)
        python.path-from-outside
        + open(request.args["f"])
        - open("a.txt")
        python.path-joined
        + def f(name):⏎    return os.path.join("/data", name)
        - def f():⏎    return os.path.join("/data", "a")
        python.archive-extraction
        + import tarfile⏎tarfile.open("a").extractall("b")
        - import tarfile⏎tarfile.open("a").extractall("b", filter="data")
        python.temporary-name
        + import tempfile⏎n = tempfile.mktemp()
        - import tempfile⏎n = tempfile.mkstemp()
        python.temporary-path
        + open("/tmp/state.txt", "w")
        - open("/var/lib/app/state.txt", "w")
        python.permissions
        + os.chmod("a", 0o777)
        - os.chmod("a", 0o644)
        python.permissions-by-name
        + os.chmod("a", stat.S_IRWXU | stat.S_IRWXO)
        - os.chmod("a", stat.S_IRWXU)
        python.umask
        + os.umask(0)
        - os.umask(0o077)
        python.weak-hash
        + import hashlib⏎hashlib.md5(data)
        - import hashlib⏎hashlib.sha256(data)
        - import hashlib⏎hashlib.md5(data, usedforsecurity=False)
        python.weak-hash-by-name
        + hashlib.new("md5", data)
        - hashlib.new("sha256", data)
        python.weak-hash-reference
        + d = Digest(hashlib.sha1)
        - d = Digest(hashlib.sha256)
        python.hmac-without-digest
        + hmac.new(key, text)
        - hmac.new(key, text, hashlib.sha256)
        python.password-hash
        + hashlib.sha256(password.encode())
        - hashlib.sha256(page)
        python.weak-cipher
        + from Crypto.Cipher import DES⏎DES.new(key)
        - from Crypto.Cipher import AES⏎AES.new(key, AES.MODE_GCM)
        python.ecb-mode
        + AES.new(key, AES.MODE_ECB)
        - AES.new(key, AES.MODE_GCM)
        python.fixed-iv
        + AES.new(key, AES.MODE_CBC, iv=b"1234567890123456")
        - AES.new(key, AES.MODE_CBC, iv=os.urandom(16))
        python.short-key
        + RSA.generate(1024)
        - RSA.generate(3072)
        python.weak-random
        + import random⏎token = random.randint(0, 9)
        - import random⏎dice = random.randint(1, 6)
        - import secrets⏎token = secrets.token_hex()
        python.tls-not-verified
        + requests.get(url, verify=False)
        - requests.get(url)
        python.tls-context
        + c = ssl._create_unverified_context()
        - c = ssl.create_default_context()
        python.tls-attribute
        + session.verify = False
        - session.verify = True
        python.tls-version
        + s = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
        - s = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        python.ssl-wrap-socket
        + ssl.wrap_socket(sock)
        - ssl.wrap_socket(sock, cert_reqs=ssl.CERT_REQUIRED)
        python.ssh-host-key
        + client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
        - client.set_missing_host_key_policy(paramiko.RejectPolicy())
        python.jwt-not-verified
        + jwt.decode(token, verify=False)
        - jwt.decode(token, key, algorithms=["HS256"])
        python.jwt-options
        + jwt.decode(token, options={"verify_signature": False})
        - jwt.decode(token, key, options={"verify_signature": True})
        python.jwt-none
        + jwt.encode(claims, None, algorithm="none")
        - jwt.encode(claims, key, algorithm="HS256")
        python.jwt-unverified-claims
        + jwt.get_unverified_claims(token)
        - jwt.decode(token, key)
        python.weak-kdf
        + hashlib.pbkdf2_hmac("sha256", p, salt, 1000)
        - hashlib.pbkdf2_hmac("sha256", p, salt, 600000)
        python.fixed-salt
        + hashlib.scrypt(p, salt=b"pepper")
        - hashlib.scrypt(p, salt=os.urandom(16))
        python.timing-comparison
        + if signature == expected:⏎    pass
        - if hmac.compare_digest(signature, expected):⏎    pass
        python.ssrf
        + requests.get(request.args["url"])
        - requests.get("https://example.org/" + request.args["page"])
        python.open-redirect
        + return redirect(request.args["next"])
        - return redirect("/home")
        python.flask-debug
        + app.run(debug=True)
        - app.run()
        python.debug-setting
        + DEBUG = True
        - DEBUG = False
        python.bind-all
        + app.run(host="0.0.0.0")
        - app.run(host="127.0.0.1")
        python.csrf-exempt
        + @csrf_exempt⏎def f(r):⏎    pass
        - @login_required⏎def f(r):⏎    pass
        python.csrf-off
        + WTF_CSRF_ENABLED = False
        - WTF_CSRF_ENABLED = True
        python.cors-any-origin
        + CORS(app, origins="*")⏎CORS_ORIGIN_ALLOW_ALL = True
        - CORS(app, origins=["https://a.example"])
        python.insecure-cookie
        + SESSION_COOKIE_SECURE = False
        - SESSION_COOKIE_SECURE = True
        python.cookie-without-secure
        + r.set_cookie("a", b)
        - r.set_cookie("a", b, secure=True)
        python.mass-assignment
        + User.objects.create(**request.POST)
        - User.objects.create(name=name)
        python.stack-trace-shown
        + return jsonify(error=traceback.format_exc())
        - return jsonify(error="failed")
        python.hidden-error
        + try:⏎    f()⏎except Exception:⏎    pass
        - try:⏎    f()⏎except KeyError:⏎    pass
        python.pickle
        + pickle.loads(data)
        - json.loads(data)
        python.yaml-load
        + yaml.load(text)
        - yaml.load(text, Loader=yaml.SafeLoader)
        python.yaml-loader-reference
        + yaml.load(text, yaml.UnsafeLoader)
        - yaml.load(text, yaml.SafeLoader)
        python.yaml-typ-unsafe
        + y = YAML(typ="unsafe")
        - y = YAML(typ="safe")
        python.numpy-pickle
        + numpy.load(f, allow_pickle=True)
        - numpy.load(f)
        python.xxe
        + import xml.sax⏎def f(t):⏎    xml.sax.parseString(t, h())⏎    xml.dom.pulldom.parse(t)
        - import defusedxml.sax⏎def f(t):⏎    defusedxml.sax.parseString(t)
        python.xml-bomb
        + import xml.etree.ElementTree as E⏎def f(t):⏎    E.fromstring(t)
        - import xml.etree.ElementTree as E⏎E.fromstring("<a/>")
        python.lxml-entities
        + p = etree.XMLParser(resolve_entities=True)
        - p = etree.XMLParser(resolve_entities=False)
        python.lxml-parser-default
        + import lxml.etree⏎p = lxml.etree.XMLParser()
        - import lxml.etree⏎p = lxml.etree.XMLParser(resolve_entities=False)
        python.regex-from-outside
        + re.compile(request.args["p"])
        - re.compile(re.escape(request.args["p"]))
        python.slow-regex
        + re.match(r"^(a+)+$", t)
        + re.compile(r"(\w|\d)+x")
        - re.match(r"^(?:[a-z]+,)+$", t)
        secret.provider-key
        + k = "ghp_a8Kx02mQzLw9Rt5YbN3cVd7Ef1Gh4Jk6Ps0U"
        - k = "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        secret.hard-coded
        + password = "hunter2!x"
        - password = os.environ["PASSWORD"]
        - password = "changeme"
        - password_field = "password1"
        python.check-then-use
        + if os.access(path, os.R_OK):⏎    f = open(path)
        - if os.path.exists(path):⏎    f = open(path)
        - os.access(path, os.R_OK)⏎f = open(other)
        python.cors-with-credentials
        + app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
        - app.add_middleware(CORSMiddleware, allow_origins=["*"])
        flow.recursion-of-input
        + def walk(node):⏎    if not node:⏎        return 0⏎    return sum(walk(c) for c in node["children"])⏎walk(request.get_json())
        - def walk(node, depth):⏎    if depth > 50:⏎        raise ValueError()⏎    return sum(walk(c, depth + 1) for c in node["children"])⏎walk(request.get_json(), 0)
        - def walk(node):⏎    if not node:⏎        return 0⏎    return sum(walk(c) for c in node["children"])⏎walk(tree)
        auth.placeholder
        + def verify_token(token):⏎    # TODO: check it⏎    return True
        + def check_password(user, password):⏎    """Whether it is theirs."""⏎    return True
        - def verify_token(token):⏎    return hmac.compare_digest(token, expected)
        - def is_authenticated(self):⏎    return True
        - def check_spelling(text):⏎    return True
        flow.division-by-input
        + n = int(input())⏎print(100 / n)
        - n = int(input())⏎if n != 0:⏎    print(100 / n)
        - n = int(input())⏎if n:⏎    print(100 / n)
        - n = int(input())⏎print(n / 100)
        flow.recursion-without-end
        + def f(n):⏎    return n * f(n - 1)
        - def f(n):⏎    if n < 2:⏎        return 1⏎    return n * f(n - 1)
        flow.endless-loop
        + while True:⏎    x = x + 1
        + while x:⏎    y = y + 1
        - while True:⏎    x = x + 1⏎    if x > 9:⏎        break
        hygiene.suppression
        + x = f(y)  # nosec
        - x = f(y)  # because
        python.host-suffix
        + if u.netloc.endswith(domain):⏎    go(u)
        - if u.netloc.endswith("." + domain):⏎    go(u)
        python.log-entry
        + def make_log(msg):⏎    return f"got {msg}"
        - def make_log(msg):⏎    return f"got {msg!r}".replace("\\n", "")
        python.command-from-tainted-parts
        + def f(self, verb, args):⏎    parts = []⏎    for k in args:⏎        parts.append(" %s" % k)⏎    cmd = verb + "".join(parts)⏎    self._run_ssh(cmd)
        - def f(self, verb, args):⏎    self._run_ssh([verb] + args)
        python.command-split
        + import subprocess⏎def f(line):⏎    return subprocess.check_output(line.split())
        - import subprocess⏎def f(line):⏎    return subprocess.check_output(["ls", line])
        python.pickle-file
        + def f(path):⏎    return pickle.load(path)
        - def f(path):⏎    return json.load(path)
        import.unknown-package
        + import numpyy
        + import os, requestss as r
        + from flask_helpers.auth import login
        + def f():⏎    import made_up_client
        - import os, sys as s, xml.etree.ElementTree
        - import requests⏎import yaml, bs4.element
        - from dateutil.parser import parse
        - from flask_sqlalchemy import SQLAlchemy
        - from . import numpyy
        - from .numpyy import a
        - from ours.things import a
        - try:⏎    import ujson⏎except ImportError:⏎    import usjson
        - # import numpyy
        - """⏎import numpyy⏎"""
        - words = importer("numpyy")
        """##)
}
