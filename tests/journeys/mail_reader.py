# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The mails that really arrived."""

import re
import time
from email import message_from_bytes, policy
from html import unescape

LINK = re.compile(r"""https?://[^\s"'<>]+""")


class Mailbox:
    """Reads what the local mail server keeps."""

    def __init__(self, folder):
        self.folder = folder
        self.used = set()  # links that were followed and files that were read

    def messages(self, to=None, subject_contains=None):
        """Mails so far, oldest first, to an address and with words in the subject."""
        found = []
        for path in sorted(self.folder.glob("*.eml")):
            message = message_from_bytes(path.read_bytes(), policy=policy.default)
            if to and to.lower() not in str(message["to"]).lower():
                continue
            if subject_contains and subject_contains not in str(message["subject"]):
                continue
            found.append(message)
        return found

    def wait_for(self, to=None, subject_contains=None, *, count=1, timeout=60):
        """The newest matching mail, once at least ``count`` of them arrived."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            found = self.messages(to, subject_contains)
            if len(found) >= count:
                return found[-1]
            time.sleep(0.3)
        subjects = [f"{m['to']}: {m['subject']}" for m in self.messages()]
        raise AssertionError(
            f"no mail to {to} on {subject_contains!r} within {timeout} s; "
            f"arrived: {subjects}"
        )


def html(message):
    """The HTML part of a mail, else its text."""
    return message.get_body(("html", "plain")).get_content()


def links(message, containing=""):
    """Addresses in a mail, in order, without repetition."""
    found = [unescape(address) for address in LINK.findall(html(message))]
    return [a for a in dict.fromkeys(found) if containing in a]


def attachments(message):
    """Attached files: name → bytes."""
    return {
        part.get_filename(): part.get_payload(decode=True)
        for part in message.iter_attachments()
    }
