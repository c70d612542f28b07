"""Signs an address in as anybody does, by the code that its mail brings, and prints the token.

python sign_in.py BASE INBOX ADDRESS: the system's address, that of its inbox (Mailpit's API), whom to sign in.
"""

import json
import re
import sys
import time
import urllib.parse
import urllib.request

ARRIVES_WITHIN = 60  # seconds


def call(address, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def mails_to(inbox, address):
    """Ids, newest first."""
    query = urllib.parse.urlencode({"query": f'to:"{address}"', "limit": 100})
    return [mail["ID"] for mail in call(f"{inbox}/api/v1/search?{query}")["messages"]]


def code_after(inbox, address, seen):
    deadline = time.monotonic() + ARRIVES_WITHIN
    while time.monotonic() < deadline:
        for mail in mails_to(inbox, address):
            if mail not in seen:
                text = call(f"{inbox}/api/v1/message/{mail}")["Text"]
                found = re.search(r"\b(\d{6})\b", text)
                if found:
                    return found[1]
        time.sleep(0.2)
    raise SystemExit(f"no code for {address} within {ARRIVES_WITHIN} s")


def sign_in(base, inbox, address):
    seen = set(mails_to(inbox, address))
    challenge = call(f"{base}/api/sign-ins", {"address": address, "language": "en"})
    confirmation = {
        "browserSecret": challenge["browserSecret"],
        "code": code_after(inbox, address, seen),
    }
    return call(f"{base}/api/sign-ins/{challenge['challengeId']}/confirmation", confirmation)["token"]


if __name__ == "__main__":
    print(sign_in(*sys.argv[1:]))
