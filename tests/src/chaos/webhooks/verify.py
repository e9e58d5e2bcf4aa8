# An independent verifier, as Python's hmac and hashlib have it. Reads lines of {secrets, header,
# body} with the body in base64, and answers one character for each: 1 for good, 0 for bad.
import base64
import hashlib
import hmac
import json
import sys


def good(letter):
    body = base64.b64decode(letter["body"])
    given = (letter["header"] or "").encode()
    return any(
        hmac.compare_digest(given, base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()))
        for secret in letter["secrets"]
    )


print("".join("1" if good(json.loads(line)) else "0" for line in sys.stdin))
