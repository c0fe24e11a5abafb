extension RuleFamily {
    static let pythonWeb = RuleFamily(
        name: "python-web.toml", languages: ["python"],
        text: #"""
            # Servers and clients of the web: requests on behalf of others, redirects, settings, cookies.
            languages = ["python"]

            [[rule]]
            id = "python.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            parameter = "low"
            call = [
                "requests.get", "requests.post", "requests.put", "requests.delete", "requests.head", "requests.patch",
                "requests.request", "urllib.request.urlopen", "urllib2.urlopen", "urllib.urlopen", "httpx.get",
                "httpx.post", "urllib.request.urlretrieve", "urlopen", "aiohttp.request", "*.session.get",
                "urllib3.PoolManager().request", "http.client.HTTPConnection", "urllib.request.Request",
                "urllib.urlretrieve", "pycurl.Curl().setopt", "wget.download",
            ]
            where = [
                { arg = 0, name = ["url"], value = "tainted" },
                { arg = 0, name = ["url"], reads = "fixed-host", not = true },
            ]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list, and check what its name resolves to."

            [[rule]]
            id = "python.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "low"
            call = [
                "flask.redirect", "redirect", "django.shortcuts.redirect", "HttpResponseRedirect",
                "django.http.HttpResponseRedirect", "self.redirect", "RedirectResponse", "werkzeug.utils.redirect",
                "bottle.redirect", "*.sendRedirect", "web.seeother", "web.HTTPFound", "HTTPFound",
                "HttpResponsePermanentRedirect", "fastapi.responses.RedirectResponse", "*.RESPONSE.redirect",
                "RESPONSE.redirect",
            ]
            where = [
                { arg = 0, name = ["location", "url"], value = "tainted" },
                { arg = 0, name = ["location", "url"], reads = "fixed-host", not = true },
            ]
            message = "A link to this site can lead to another one."
            remedy = "Redirect to paths of your own only: check that the address has neither scheme nor host."

            [[rule]]
            id = "python.flask-debug"
            title = "The debugger of Flask is on"
            cwe = 489
            owasp = ["A05:2021", "A02:2025"]
            severity = "high"
            confidence = "high"
            call = ["*.run", "app.run", "flask.Flask().run", "*.run_simple", "werkzeug.serving.run_simple"]
            where = [{ name = ["debug", "use_debugger", "use_evalex"], is = ["true"] }]
            message = "Its console runs what visitors type."
            remedy = "Leave debug=True to the development command: flask run --debug."

            [[rule]]
            id = "python.debug-setting"
            title = "A debug mode is on"
            cwe = 489
            owasp = ["A05:2021", "A02:2025"]
            severity = "medium"
            confidence = "low"
            class = "hygiene"
            set = ["DEBUG", "*.DEBUG", "*.debug", "TEMPLATE_DEBUG"]
            where = [{ is = ["true"] }]
            message = "Error pages show the code and its settings."
            remedy = "Take it from the environment, and off where it is not said."

            [[rule]]
            id = "python.bind-all"
            title = "A server listens on all addresses"
            cwe = 605
            owasp = ["A05:2021", "A02:2025"]
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["*.run", "*.bind", "uvicorn.run", "*.run_simple", "*.listen"]
            where = [{ arg = "any", name = ["host", "address"], has = ["0.0.0.0"] }]
            message = "Every machine that reaches this one reaches the server."
            remedy = "Listen on 127.0.0.1 unless others are meant to come."

            [[rule]]
            id = "python.csrf-exempt"
            title = "A form takes requests that other sites send"
            cwe = 352
            severity = "medium"
            confidence = "medium"
            use = ["django.views.decorators.csrf.csrf_exempt", "csrf_exempt", "csrf.exempt"]
            message = "Another site can send this request in the name of whoever is logged in."
            remedy = "Leave the check on, or ask for a token of your own."

            [[rule]]
            id = "python.csrf-off"
            title = "Forms take requests that other sites send"
            cwe = 352
            severity = "medium"
            confidence = "medium"
            set = ["WTF_CSRF_ENABLED", "*.WTF_CSRF_ENABLED", "WTF_CSRF_CHECK_DEFAULT"]
            key = ["WTF_CSRF_ENABLED", "csrf_enabled"]
            where = [{ is = ["false"] }]
            message = "Another site can send these requests in the name of whoever is logged in."
            remedy = "Leave the check on."

            [[rule]]
            id = "python.cors-any-origin"
            title = "Every site may read the answers"
            cwe = 942
            severity = "medium"
            confidence = "low"
            key = [
                "allow_origins", "origins", "CORS_ALLOW_ALL_ORIGINS", "CORS_ORIGIN_ALLOW_ALL", "CORS_ALLOWED_ORIGINS",
            ]
            where = [{ is = ["*", "true"] }]
            message = "With cookies allowed any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "python.cors-with-credentials"
            title = "Every site may read answers that were given to cookies"
            cwe = 942
            severity = "medium"
            confidence = "medium"
            key = [
                "allow_origins", "origins", "CORS_ALLOW_ALL_ORIGINS", "CORS_ORIGIN_ALLOW_ALL", "CORS_ALLOWED_ORIGINS",
            ]
            where = [{ is = ["*", "true"] }]
            near = ["allow_credentials", "supports_credentials", "CORS_ALLOW_CREDENTIALS", "CORS_SUPPORTS_CREDENTIALS"]
            message = "With cookies allowed any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "python.insecure-cookie"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "medium"
            key = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "secure", "httponly"]
            where = [{ is = ["false"] }]
            message = "The cookie travels without encryption, or scripts can read it."
            remedy = "Set secure, httponly and samesite."

            [[rule]]
            id = "python.cookie-without-secure"
            title = "A cookie that travels without encryption"
            cwe = 614
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["*.set_cookie"]
            where = [{ name = "secure", value = "missing" }]
            message = "Without secure=True it is sent over plain HTTP as well."
            remedy = "Give secure=True, httponly=True, samesite='Lax'."

            [[rule]]
            id = "python.mass-assignment"
            title = "A record takes every field that is sent"
            cwe = 915
            severity = "medium"
            confidence = "medium"
            kind = "mass"
            parameter = "none"
            call = ["*.objects.create", "*.objects.filter", "*.update", "setattr"]
            where = [{ arg = "any", value = "outside", has = ["**request", "** request"] }]
            message = "Fields that no form shows can be set, too."
            remedy = "Take the fields that may be set by name."

            [[rule]]
            id = "python.stack-trace-shown"
            title = "A visitor sees how the program failed"
            cwe = 209
            severity = "low"
            confidence = "medium"
            call = [
                "flask.jsonify", "jsonify", "HttpResponse", "JsonResponse", "make_response", "self.write", "Response",
                "flask.make_response",
            ]
            where = [{ arg = "any", has = ["traceback.format_exc", "format_exc("] }]
            message = "Paths, versions and values in it help an attacker."
            remedy = "Log it, and answer with a number to find it by."

            [[rule]]
            id = "python.hidden-error"
            title = "Every error is passed over"
            cwe = 703
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            check = "swallowed-error"
            message = "Nobody learns that it failed."
            remedy = "Name the errors that are meant, and say what happens then."

            [[rule]]
            id = "python.host-suffix"
            title = "A host is compared by its end or by a part of it"
            cwe = 20
            severity = "medium"
            confidence = "medium"
            call = [
                "*.netloc.endswith", "*.hostname.endswith", "*.host.endswith", "*.netloc.find", "*.hostname.find",
                "*.netloc.startswith", "*.hostname.startswith",
            ]
            where = [{ arg = 0, has = ["^.", "\".", "'."], not = true }]
            message = "evil-example.com ends in example.com, too, and example.com.evil.org begins with it."
            remedy = "Compare the whole host, or its end with a dot before it."
            """#)
}
