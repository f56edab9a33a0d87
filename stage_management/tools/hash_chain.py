# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Chain of signature acts: digests, and a verification that names what is wrong.

Plain Python: no registry, no translation. The models turn the codes of
:class:`Finding` into sentences.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field, replace

FORMAT = "stage_management/1"


@dataclass(frozen=True)
class Personal:
    """The erasable part of an act. ``image`` and ``proof`` are SHA-256 of files.

    What stands in ``LATER`` is hashed only where an act has it: acts that were made
    before it existed verify as they are.
    """

    name: str = ""
    typed_name: str = ""
    email: str = ""
    ip: str = ""
    user_agent: str = ""
    image: str = ""
    reason: str = ""
    in_place_of: str = ""
    recorded_by: str = ""
    proof: str = ""
    proof_name: str = ""
    signers: str = ""

    LATER = ("in_place_of", "recorded_by", "proof", "proof_name", "signers")

    def __bool__(self):
        return any(vars(self).values())

    def hashed(self):
        """Return what the digest is taken of."""
        return {
            name: value
            for name, value in vars(self).items()
            if value or name not in self.LATER
        }


@dataclass(frozen=True)
class ActRecord:
    """One act as it is stored; ``when`` is UTC, ``2026-02-03T10:11:12Z``.

    ``power`` names the decision by which somebody signs for the organisation,
    ``paper_date`` is the day that stands on a signed paper. Both are hashed only
    where an act has one, see ``LATER`` of :class:`Personal`.
    """

    sequence: int
    kind: str
    role: str
    order: int
    channel: str
    when: str
    document_hash: str
    previous_hash: str = ""
    personal_digest: str = ""
    hash: str = ""
    key_id: str = ""
    salt: str = ""
    power: str = ""
    paper_date: str = ""
    personal: Personal = field(default_factory=Personal)

    @property
    def is_anonymised(self):
        return not self.salt and not self.personal


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong; ``sequence`` is the number of the act, 0 for none."""

    code: str
    sequence: int = 0
    stored: str = ""
    found: str = ""


@dataclass(frozen=True)
class Verification:
    """Result for a person: ``status`` authentic, altered or unknown, and sentences."""

    status: str
    findings: tuple = ()

    @property
    def is_authentic(self):
        return self.status == "authentic"


def sha256(data):
    """Return the SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def new_salt():
    """Return 128 random bits; erasing them makes the personal digest meaningless."""
    return secrets.token_hex(16)


def key_id(key):
    """Return what names an HMAC key without revealing it, "" without a key."""
    return sha256(b"key id" + key)[:12] if key else ""


def genesis(code, document_hash, size, annexes=()):
    """Return what the first act follows: it ties the chain to one signing.

    :param annexes: SHA-256 of the annexes, in their order; a signing without any
        begins as it did before there were annexes
    """
    parts = [FORMAT, "genesis", code, document_hash, size]
    return sha256(_canonical([*parts, list(annexes)] if annexes else parts))


def personal_digest(salt, personal):
    """Return sha256(salt ‖ canonical personal part)."""
    return sha256(salt.encode() + _canonical(personal.hashed()))


def act_hash(act, key=None):
    """Return the hash of an act, an HMAC when the server has a key.

    The number of the act is not part of it: the previous hash gives the order.
    """
    payload = _canonical(
        [
            FORMAT,
            act.previous_hash,
            act.document_hash,
            act.role,
            act.order,
            act.channel,
            act.kind,
            act.when,
            act.personal_digest,
            act.key_id,
            *_later(act),
        ]
    )
    if key:
        return hmac.new(key, payload, hashlib.sha256).hexdigest()
    return sha256(payload)


def seal(act, key=None):
    """Return the act with its salt, personal digest and hash filled in."""
    salt = act.salt or new_salt()
    act = replace(
        act,
        salt=salt,
        key_id=key_id(key),
        personal_digest=personal_digest(salt, act.personal),
    )
    return replace(act, hash=act_hash(act, key))


def verify(acts, start, document_hash, head_hash, count, key=None):
    """Return what is wrong with the acts of one signing, [] when nothing is.

    :param acts: ActRecords in the order of their numbers
    :param start: what the first act must follow, see :func:`genesis`
    :param document_hash: SHA-256 of the frozen file as the request states it
    :param head_hash, count: hash of the last act and number of acts, as stored apart
    """
    findings = []
    for act in acts:
        findings += _check_act(act, document_hash, key)
    findings += _check_order(acts, start)
    if any(finding.code in {"missing", "order"} for finding in findings):
        return findings
    return findings + _check_head(acts, start, head_hash, count)


def check_document(data, document_hash, size):
    """Return what is wrong with the bytes of the frozen file."""
    found = sha256(data or b"")
    if found == document_hash and len(data or b"") == size:
        return []
    if not data:
        return [Finding("document_missing", stored=document_hash)]
    return [Finding("document", stored=document_hash, found=found)]


def _canonical(value):
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _later(act):
    """Return what is hashed of an act only where it has some of it."""
    later = {"power": act.power, "paper_date": act.paper_date}
    return [later] if any(later.values()) else []


def _check_act(act, document_hash, key):
    findings = []
    if not act.is_anonymised:
        digest = personal_digest(act.salt, act.personal)
        if digest != act.personal_digest:
            findings.append(
                Finding("personal", act.sequence, act.personal_digest, digest)
            )
    if act.document_hash != document_hash:
        findings.append(
            Finding("other_document", act.sequence, document_hash, act.document_hash)
        )
    if act.key_id and act.key_id != key_id(key):
        return [*findings, Finding("key", act.sequence, act.key_id, key_id(key))]
    if key and not act.key_id:
        findings.append(Finding("no_key", act.sequence, key_id(key)))
    found = act_hash(act, key if act.key_id else None)
    if found != act.hash:
        findings.append(Finding("act", act.sequence, act.hash, found))
    return findings


def _check_order(acts, start):
    """Compare the numbers of the acts with the links between them."""
    if not acts:
        return []
    by_previous = {act.previous_hash: act for act in acts}
    walk, link = [], start
    while link in by_previous and len(walk) < len(acts):
        walk.append(by_previous[link])
        link = walk[-1].hash
    if len(walk) == len(acts) and len(by_previous) == len(acts):
        moved = [
            Finding("order", act.sequence, str(position), str(act.sequence))
            for position, act in enumerate(walk, 1)
            if act is not acts[position - 1]
        ]
        return moved or _check_numbers(acts)
    return _check_numbers(acts) or _check_links(acts, start)


def _check_numbers(acts):
    """Name the numbers that are missing between the first and the last act."""
    numbers = {act.sequence for act in acts}
    return [
        Finding("missing", number)
        for number in range(1, max(numbers) + 1)
        if number not in numbers
    ]


def _check_links(acts, start):
    findings, link = [], start
    for act in acts:
        if act.previous_hash != link:
            findings.append(Finding("link", act.sequence, link, act.previous_hash))
        link = act.hash
    return findings


def _check_head(acts, start, head_hash, count):
    """Tell a cut chain, added acts and a rebuilt chain from each other."""
    hashes = [start, *(act.hash for act in acts)]
    head_hash = head_hash or start
    if len(acts) == count and hashes[-1] == head_hash:
        return []
    if len(acts) < count:
        cut = [Finding("missing", number) for number in range(len(acts) + 1, count + 1)]
        return cut if hashes[-1] != head_hash else [Finding("count", 0, str(count))]
    if head_hash in hashes:
        known = hashes.index(head_hash)
        return [Finding("added", act.sequence) for act in acts[known:]] or [
            Finding("count", 0, str(count), str(len(acts)))
        ]
    if len(acts) > count:
        return [Finding("added", act.sequence) for act in acts[count:]]
    return [Finding("rebuilt", 0, head_hash, hashes[-1])]
