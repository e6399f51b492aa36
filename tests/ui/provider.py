"""A small OpenID Connect provider that vouches for whoever it is told to, without asking them anything."""

import json
import threading
import time
from base64 import b64decode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "optimizer", "a secret of the tests"


class Provider(ThreadingHTTPServer):
    """Signs whatever ``claims`` it holds when somebody comes to sign in; ``signed_in`` seconds ago."""

    def __init__(self):
        from joserfc.jwk import RSAKey

        super().__init__(("127.0.0.1", 0), _Handler)
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.claims, self.age, self.nonce = {}, 0, None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def token(self):
        from joserfc import jwt

        now = int(time.time())
        said = {
            "iss": self.url, "aud": CLIENT, "sub": "s1", "iat": now - self.age, "exp": now + 300, "nonce": self.nonce,
            **self.claims,
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "1"}, said, self.key)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        where = urlsplit(self.path)
        if where.path == "/authorize":
            self._send_back(parse_qs(where.query))
        elif where.path == "/keys":
            self._say({"keys": [self.server.key.as_dict(private=False)]})
        else:
            url = self.server.url
            self._say({
                "issuer": url, "authorization_endpoint": f"{url}/authorize", "token_endpoint": f"{url}/token",
                "jwks_uri": f"{url}/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            })  # fmt: skip

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        basic = b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        known = SECRET in basic.replace("+", " ").replace("%20", " ") or asked.get("client_secret") == [SECRET]
        token = {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": self.server.token()}
        self._say(token if known else {"error": "invalid_client"}, 200 if known else 401)

    def _send_back(self, asked):
        self.server.nonce = asked.get("nonce", [None])[0]
        self.send_response(302)
        self.send_header(
            "Location", f"{asked['redirect_uri'][0]}?{urlencode({'code': 'c', 'state': asked['state'][0]})}"
        )
        self.end_headers()

    def _say(self, values, status=200):
        body = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def provider():
    """Give a provider that answers until the end."""
    with Provider() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
