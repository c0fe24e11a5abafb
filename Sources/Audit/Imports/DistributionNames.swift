/// Packages of the Python Package Index whose modules have another name, as far as that cannot be seen from the name.
enum DistributionNames {
    /// By the module: any of the packages, by its key.
    static let python: [String: [String]] = [
        "Bio": ["biopython"], "Crypto": ["pycryptodome", "pycrypto"], "Cryptodome": ["pycryptodomex"],
        "MySQLdb": ["mysqlclient", "mysql-python"], "OpenSSL": ["pyopenssl"],
        "PIL": ["pillow", "pillow-simd"], "Xlib": ["python-xlib"],
        "apiclient": ["google-api-python-client"], "bluetooth": ["pybluez"], "bs4": ["beautifulsoup4", "bs4"],
        "cassandra": ["cassandra-driver", "scylla-driver"], "community": ["python-louvain"],
        "corsheaders": ["django-cors-headers"], "crispy_forms": ["django-crispy-forms"],
        "cv2": [
            "opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless",
        ],
        "debug_toolbar": ["django-debug-toolbar"], "dns": ["dnspython"], "editor": ["python-editor"],
        "elftools": ["pyelftools"], "fitz": ["pymupdf"], "git": ["gitpython"], "gi": ["pygobject"],
        "googleapiclient": ["google-api-python-client"], "google": ["protobuf", "googleapis-common-protos"],
        "grpc": ["grpcio"], "grpc_status": ["grpcio-status"], "grpc_tools": ["grpcio-tools"],
        "haystack": ["farm-haystack", "haystack-ai", "django-haystack"], "impala": ["impyla"],
        "jose": ["python-jose"], "jks": ["pyjks"],
        "llama_index": ["llama-index", "llama-index-core"],
        "mpl_toolkits": ["matplotlib"], "nacl": ["pynacl"],
        "oauth2client": ["google-api-python-client", "oauth2client"],
        "psycopg2": ["psycopg2", "psycopg2-binary"], "py": ["py", "pytest"], "pylab": ["matplotlib"],
        "pyspark": ["pyspark", "databricks-connect"],
        "pythoncom": ["pywin32"], "pythonjsonlogger": ["python-json-logger"], "pywintypes": ["pywin32"],
        "rest_framework": ["djangorestframework"], "rest_framework_simplejwt": ["djangorestframework-simplejwt"],
        "ruamel": ["ruamel-yaml"], "sass": ["libsass"], "serial": ["pyserial"], "skimage": ["scikit-image"],
        "sklearn": ["scikit-learn"], "skopt": ["scikit-optimize"], "socks": ["pysocks"],
        "storages": ["django-storages"],
        "taggit": ["django-taggit"], "tree": ["dm-tree"], "usb": ["pyusb"], "whisper": ["openai-whisper"],
        "win32api": ["pywin32"], "win32con": ["pywin32"], "win32com": ["pywin32"], "win32file": ["pywin32"],
        "win32event": ["pywin32"], "win32gui": ["pywin32"], "win32process": ["pywin32"], "win32service": ["pywin32"],
        "win32serviceutil": ["pywin32"], "wx": ["wxpython"], "yaml": ["pyyaml"], "zmq": ["pyzmq"],
        "hydra": ["hydra-core"], "lightning_fabric": ["lightning"],
        "pl_bolts": ["lightning-bolts"], "pytorch_lightning": ["pytorch-lightning", "lightning"],
        "magic": [
            "python-magic", "filemagic",
        ],
        "attr": ["attrs"], "environ": ["django-environ", "environ-config"], "import_export": ["django-import-export"],
        "allauth": ["django-allauth"], "guardian": ["django-guardian"],
        "Levenshtein": ["levenshtein", "python-levenshtein"], "jwt": ["pyjwt", "jwt"],
        "tables": ["tables", "pytables"], "cairo": ["pycairo", "cairocffi"],
    ]
}
