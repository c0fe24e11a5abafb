extension Fixture {
    static let payloads: [Fixture] = [
        Fixture(
            "sentry event", language: "python", type: "KeyError", place: "shop/cart.py:7", function: "rate",
            outer: ("ValueError", "shop/cart.py:9"),
            #"""
            {"event_id": "ab", "platform": "python", "release": "shop@1.4.2+3f2a9c1", "environment": "production", "level": "error",
             "exception": {"values": [
              {"type": "KeyError", "value": "'coupon'", "stacktrace": {"frames": [
                {"filename": "shop/cart.py", "abs_path": "/app/shop/cart.py", "function": "rate", "lineno": 7, "in_app": true,
                 "pre_context": ["def rate(order):"], "context_line": "    return order['coupon']", "post_context": []},
                {"filename": "x.py", "abs_path": "/usr/lib/python3.12/x.py", "function": "x", "lineno": 3}]}},
              {"type": "ValueError", "value": "bad", "stacktrace": {"frames": [
                {"filename": "shop/cart.py", "function": "total", "lineno": 9, "in_app": true}]}}]}}
            """#),
        Fixture(
            "sentry envelope", language: "javascript", type: "TypeError", place: "app:///src/cart.js:3",
            #"""
            {"event_id":"ab","dsn":"https://x@example.com/1"}
            {"type":"event","length":300}
            {"event_id":"ab","platform":"javascript","exception":{"values":[{"type":"TypeError","value":"no","stacktrace":{"frames":[{"filename":"app:///src/cart.js","lineno":3,"colno":5,"function":"f"}]}}]}}
            """#),
        Fixture(
            "sentry webhook", language: "java", type: "java.lang.Error", place: "Cart.java:3",
            #"{"action":"triggered","data":{"event":{"event_id":"ab","platform":"java","exception":{"values":[{"type":"java.lang.Error","stacktrace":{"frames":[{"filename":"Cart.java","module":"com.acme.Cart","function":"total","lineno":3}]}}]}}}}"#
        ),
        Fixture(
            "alertmanager", language: "python", type: "TypeError", place: "shop/pricing.py:5", failures: 2,
            #"""
            {"version":"4","groupKey":"{}","receiver":"team","status":"firing","commonLabels":{"severity":"critical"},
             "alerts":[{"status":"firing","labels":{"alertname":"Errors","service":"shop","version":"1.4.2"},
              "annotations":{"summary":"TypeError in shop/pricing.py:5"},"startsAt":"2026-01-01T10:00:00Z","endsAt":"0001-01-01T00:00:00Z"},
              {"status":"firing","labels":{"alertname":"Latency"},"annotations":{"summary":"slow"},"startsAt":"2026-01-01T10:00:00Z"}]}
            """#),
        Fixture(
            "grafana", language: "python", type: "ValueError", place: "/app/a.py:3",
            #"{"orgId":1,"receiver":"r","title":"[FIRING:1]","message":"Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\nValueError: bad","alerts":[{"status":"firing","labels":{"alertname":"Errors"},"annotations":{}}]}"#
        ),
        Fixture(
            "pagerduty", language: "python", type: "TypeError", place: "shop/pricing.py:5",
            #"{"event":{"event_type":"incident.triggered","occurred_at":"2026-01-01T10:00:00Z","data":{"title":"TypeError shop/pricing.py:5","service":{"summary":"shop"},"urgency":"high"}}}"#
        ),
        Fixture(
            "otlp, old names", language: "go", type: "panic", place: "/src/cart.go:12", function: "main.total",
            #"{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1795366680000000000","severityNumber":17,"attributes":[{"key":"exception.type","value":{"stringValue":"panic"}},{"key":"code.filepath","value":{"stringValue":"/src/cart.go"}},{"key":"code.lineno","value":{"intValue":12}},{"key":"code.function","value":{"stringValue":"main.total"}}]}]}]}]}"#
        ),
        Fixture(
            "otlp span", language: "python", type: "ValueError", place: "/app/a.py:3",
            #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"events":[{"name":"exception","attributes":[{"key":"exception.stacktrace","value":{"stringValue":"Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in f\nValueError: bad"}}]}]}]}]}]}"#
        ),
        Fixture(
            "a document that is cut off", language: "javascript", type: "Error", place: "/srv/a.js:3",
            #"""
            {
              "stats": {},
              "err": {"stack": "Error: no\n    at f (/srv/a.js:3:5)"},
            """#),
    ]
}
