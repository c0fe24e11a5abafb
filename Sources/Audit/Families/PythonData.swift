extension RuleFamily {
    static let pythonData = RuleFamily(
        name: "python-data.toml", languages: ["python"],
        text: #"""
            # Data that is read as more than data.
            languages = ["python"]

            [[rule]]
            id = "python.pickle"
            title = "Data that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            kind = "deserialize"
            unknown = "medium"
            call = [
                "pickle.loads", "cPickle.loads", "dill.loads", "cloudpickle.loads", "jsonpickle.decode",
                "jsonpickle.loads", "marshal.loads", "_pickle.loads", "yaml.unsafe_load", "yaml.unsafe_load_all",
                "yaml.full_load", "*.recv_pyobj", "six.moves.cPickle.loads", "numpy.load_",
            ]
            where = [
                { arg = 0, name = ["data", "file", "f"], value = "dynamic" },
                { name = "weights_only", is = ["true"], not = true },
                { name = "safe", is = ["true"], not = true },
            ]
            message = "Reading it runs what its writer put in."
            remedy = "Use json, or check a signature of it (hmac) before it is read."

            [[rule]]
            id = "python.pickle-file"
            title = "A file that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            kind = "deserialize"
            unknown = "low"
            call = [
                "pickle.load", "pickle.Unpickler", "cPickle.load", "cPickle.Unpickler", "dill.load",
                "cloudpickle.load", "shelve.open", "pandas.read_pickle", "joblib.load", "marshal.load", "torch.load",
                "six.moves.cPickle.load",
            ]
            where = [
                { arg = 0, name = ["file", "f"], value = "dynamic" },
                { name = "weights_only", is = ["true"], not = true },
            ]
            message = "Reading it runs what its writer put in."
            remedy = "Use json, or check a signature of the file (hmac) before it is read."

            [[rule]]
            id = "python.yaml-load"
            title = "YAML that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            unknown = "medium"
            call = ["yaml.load", "yaml.load_all", "ruamel.yaml.load", "*.yaml.load"]
            where = [
                { arg = 1, name = ["Loader"], has = ["SafeLoader", "BaseLoader", "safe"], not = true },
                { arg = 0, name = ["stream"], value = "dynamic" },
            ]
            message = "Tags such as !!python/object/apply in it run code."
            remedy = "Use yaml.safe_load()."

            [[rule]]
            id = "python.yaml-loader-reference"
            title = "YAML that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "medium"
            use = ["yaml.UnsafeLoader", "yaml.FullLoader_", "yaml.unsafe_load"]
            message = "Tags such as !!python/object/apply in what is read run code."
            remedy = "Use yaml.SafeLoader."

            [[rule]]
            id = "python.yaml-typ-unsafe"
            title = "YAML that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            call = ["ruamel.yaml.YAML", "YAML"]
            where = [{ name = "typ", is = ["unsafe"] }]
            message = "Tags in what is read run code."
            remedy = "Give typ='safe'."

            [[rule]]
            id = "python.numpy-pickle"
            title = "Data that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            call = ["numpy.load", "np.load"]
            where = [{ name = "allow_pickle", is = ["true"] }]
            message = "Reading it runs what its writer put in."
            remedy = "Leave allow_pickle out."

            [[rule]]
            id = "python.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "medium"
            kind = "xml"
            unknown = "low"
            parameter = "low"
            call = [
                "lxml.etree.parse", "lxml.etree.fromstring", "lxml.etree.XML", "etree.parse_", "lxml.etree.iterparse",
                "xml.sax.parse", "xml.sax.parseString", "xml.dom.pulldom.parse", "xml.dom.pulldom.parseString",
                "lxml.objectify.parse", "lxml.objectify.fromstring", "xml.sax.make_parser_",
            ]
            where = [{ arg = 0, value = "dynamic" }, { arg = 1, name = ["parser"], value = "missing" }]
            unless-near = ["defusedxml", "resolve_entities"]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Use defusedxml, or XMLParser(resolve_entities=False, no_network=True)."

            [[rule]]
            id = "python.xml-bomb"
            title = "XML that may grow without bound is read"
            cwe = 776
            severity = "medium"
            confidence = "low"
            kind = "xml"
            unknown = "low"
            call = [
                "xml.etree.ElementTree.parse", "xml.etree.ElementTree.fromstring", "xml.dom.minidom.parse",
                "xml.dom.minidom.parseString", "xml.etree.cElementTree.parse", "xml.etree.cElementTree.fromstring",
                "xml.etree.ElementTree.iterparse",
            ]
            where = [{ arg = 0, value = "tainted" }]
            message = "Entities within entities take all memory."
            remedy = "Use defusedxml."

            [[rule]]
            id = "python.lxml-entities"
            title = "A parser that resolves entities"
            cwe = 611
            severity = "high"
            confidence = "high"
            call = ["lxml.etree.XMLParser", "etree.XMLParser", "XMLParser"]
            where = [{ name = ["resolve_entities", "load_dtd"], is = ["true"] }]
            message = "Entities bring in local files and other servers' pages."
            remedy = "Give resolve_entities=False, no_network=True."

            [[rule]]
            id = "python.lxml-parser-default"
            title = "A parser that resolves entities"
            cwe = 611
            severity = "high"
            confidence = "low"
            call = ["lxml.etree.XMLParser"]
            where = [{ name = "resolve_entities", value = "missing" }]
            message = "It resolves entities unless it is told not to."
            remedy = "Give resolve_entities=False, no_network=True."

            [[rule]]
            id = "python.regex-from-outside"
            title = "A regular expression comes from outside"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "regex"
            parameter = "low"
            unknown = "none"
            call = [
                "re.compile", "re.match", "re.search", "re.findall", "re.sub", "re.fullmatch", "re.split",
                "re.finditer",
            ]
            where = [{ arg = 0, name = ["pattern"], value = "outside" }]
            message = "A pattern can be written that takes years to fail."
            remedy = "Escape it (re.escape) where words are meant; otherwise use re2."

            [[rule]]
            id = "python.slow-regex"
            title = "A regular expression that can take years"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            call = [
                "re.compile", "re.match", "re.search", "re.findall", "re.sub", "re.fullmatch", "re.split",
                "re.finditer", "re.subn", "regex.compile",
            ]
            where = [{ arg = 0, name = ["pattern"], reads = "slow-regex" }]
            message = "What is repeated holds what is repeated, so a text that nearly fits is tried in very many ways."
            remedy = "Write it so that each character can be taken in one way only, or bound the length of the text."
            """#)
}
