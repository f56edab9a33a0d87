# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Evidence pages behind a frozen PDF, without touching one of its bytes.

Plain Python. The pages are appended as an incremental update: the frozen file stays a
prefix of the result, so that its length and hash can be checked with any tool. When
both files are tagged, the tags of the pages join those of the document.
"""

import hashlib
import io
import re
import zlib

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

try:  # stand-alone use, without the package
    from .pdf_document import CODE_URN
except ImportError:
    CODE_URN = "urn:stage-management:verification:"

CHAIN_URN = "urn:stage-management:chain:"
SEAL_URN = "urn:stage-management:sealed"
CODE_PATTERN = re.compile(re.escape(CODE_URN) + r"([A-Z0-9]+(?:-[A-Z0-9]+)*)")
CHAIN_PATTERN = re.compile(re.escape(CHAIN_URN) + r"(\d+):([0-9a-f]{64})")
MAX_PREFIXES = 64
MAX_STREAMS = 2_000
MAX_STREAM = 1024 * 1024
MAX_INFLATED = 32 * MAX_STREAM
name = generic.pdf_name


class PdfEvidenceError(Exception):
    """The file cannot be extended or read; the text says why."""


def append_pages(frozen, pages, code="", head_hash="", count=0, is_sealed=False):
    """Return ``frozen`` followed by an update that adds the pages of another PDF.

    :param frozen: bytes of the signed file; a prefix of the result
    :param pages: bytes of a PDF whose pages are added at the end
    :param code: verification code, written into the metadata
    :param head_hash, count: hash of the last act and number of acts, likewise
    :param is_sealed: whether a seal follows, likewise: one that is taken off is missed
    :raises PdfEvidenceError: one of the files is not a PDF that can be read
    """
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(frozen), strict=False)
        _Pages(writer, PdfFileReader(io.BytesIO(pages), strict=False)).append()
        keywords = [f"{CODE_URN}{code}"] if code else []
        if head_hash:
            keywords.append(f"{CHAIN_URN}{count}:{head_hash}")
        if is_sealed:
            keywords.append(SEAL_URN)
        _add_keywords(writer, keywords)
        target = io.BytesIO()
        writer.write(target)
    except (misc.PdfError, KeyError, ValueError, TypeError, IndexError) as error:
        raise PdfEvidenceError(f"{type(error).__name__}: {error}") from error
    result = target.getvalue()
    if not result.startswith(frozen):
        raise PdfEvidenceError("The frozen file would not stay as it was.")
    return result


def find_code(data):
    """Return the verification code that a file carries in its metadata, or ""."""
    found = _find(CODE_PATTERN, data)
    return found or ""


def find_chain(data):
    """Return ``(count, head hash)`` of the acts that a file states, or None."""
    found = _find(CHAIN_PATTERN, data)
    return (int(found[0]), found[1]) if found else None


def must_be_sealed(data):
    """Return whether a file states that a seal follows."""
    return _find(re.compile(re.escape(SEAL_URN)), data) is not None


def prefix_hashes(data):
    """Return the SHA-256 of the file as it was before each of its updates.

    A file that someone extended (a remark, a foreign signature) still holds the
    original as a prefix that ends with an end-of-file mark.
    """
    hashes, digest, start = [], hashlib.sha256(), 0
    for mark in list(re.finditer(rb"%%EOF(\r\n|\r|\n)?", data))[:MAX_PREFIXES]:
        for end in dict.fromkeys((mark.start() + 5, mark.end())):
            digest.update(data[start:end])
            start = end
            hashes.append(digest.copy().hexdigest())
    return hashes


def _find(pattern, data):
    """Return the last match in a file, also when it is damaged or hostile.

    Nothing is parsed: texts stand in the file as they are, or in compressed streams,
    of which no more than ``MAX_INFLATED`` bytes are read.
    """
    # pyHanko writes punctuation of strings as octal escapes, others write UTF-16
    plain = re.sub(rb"\\([0-3][0-7]{2})", lambda m: bytes([int(m[1], 8)]), data)
    for text in (plain, *_inflate(data)):
        found = pattern.findall(text.replace(b"\0", b"").decode("latin-1"))
        if found:
            return found[-1]
    return None


def _inflate(data):
    """Yield what the compressed streams of a file hold, the last ones first."""
    left, view = MAX_INFLATED, memoryview(data)
    starts = [match.end() for match in re.finditer(rb"(?<!end)stream\r?\n", data)]
    for start in reversed(starts[-MAX_STREAMS:]):
        part = view[start : start + MAX_STREAM]
        try:
            text = zlib.decompressobj().decompress(part, min(left, MAX_STREAM))
        except zlib.error:
            continue
        left -= len(text)
        yield text
        if left <= 0:
            return


def _add_keywords(writer, keywords):
    """Put keywords into the document information, once each.

    Not through pyHanko's XMP: it writes ``pdf:keywords``, which PDF/A does not know.
    """
    info = _value(writer.trailer_view, "/Info")
    if info is None:
        info = writer.set_info(generic.DictionaryObject()).get_object()
    known = str(_value(info, "/Keywords", ""))
    added = [keyword for keyword in keywords if keyword not in known]
    if added:
        text = ", ".join(filter(None, [known, *added]))
        info[name("/Keywords")] = generic.pdf_string(text)
        writer.mark_update(writer.trailer_view.raw_get("/Info"))


class _Pages:
    """Copies pages, and the tags that describe them, into an incremental update."""

    def __init__(self, writer, source):
        self.writer = writer
        self.source = source
        self.source_tree = _value(source.root, "/StructTreeRoot")
        self.target_tree = _value(writer.root, "/StructTreeRoot")
        self.is_tagged = self.source_tree is not None and self.target_tree is not None
        self.references = {}

    def append(self):
        offset = self._next_parent_key()
        for number in range(self.source.root["/Pages"]["/Count"]):
            page = self.source.find_page_for_modification(number)[0]
            self._append_page(page, offset)
        if self.is_tagged:
            self._append_tags(offset)

    def _append_page(self, reference, offset):
        source_page = reference.get_object()
        content = {key: source_page.raw_get(key) for key in source_page}
        for key in ("/Parent", "/Annots", "/Metadata"):
            content.pop(key, None)
        content.setdefault("/Resources", _value(source_page, "/Resources", {}))
        page = self._import(generic.DictionaryObject(content))
        if not self.is_tagged:
            page.pop("/StructParents", None)
        elif "/StructParents" in page:
            page[name("/StructParents")] = generic.NumberObject(
                page["/StructParents"] + offset
            )
        added = self.writer.insert_page(page)
        self.references[reference.reference] = added

    def _append_tags(self, offset):
        """Add the structure elements of the pages below the document's own root."""
        self.references[self._reference(self.source, "/StructTreeRoot")] = (
            self.writer.root.raw_get("/StructTreeRoot")
        )
        before = set(self.references.values())
        kids = _as_array(self.source_tree.raw_get("/K"))
        added = generic.ArrayObject(self._import(kid) for kid in kids)
        numbers = _value(self.source_tree["/ParentTree"], "/Nums", ())
        links = [self._import(number) for number in _raw(numbers)]
        for reference in set(self.references.values()) - before:
            self._rename(reference.get_object(), offset)
        self._adopt(added)
        tree = self.target_tree
        parents = tree["/ParentTree"]
        nums = [*_raw(_value(parents, "/Nums", ()))]
        for key, value in zip(links[::2], links[1::2], strict=True):
            nums += [generic.NumberObject(key + offset), value]
        parents[name("/Nums")] = generic.ArrayObject(nums)
        tree[name("/ParentTreeNextKey")] = generic.NumberObject(
            max([-1, *(int(key) for key in nums[::2])]) + 1
        )
        self.writer.update_container(parents)
        self.writer.update_container(tree)
        self._update_struct_root()

    def _adopt(self, added):
        """Hang the added elements into the document's one top element, as parts."""
        tree = self.target_tree
        kids = _as_array(tree.raw_get("/K"))
        parent = kids[0].get_object() if len(kids) == 1 else None
        if parent is None or parent["/S"] != "/Document":
            tree[name("/K")] = generic.ArrayObject([*kids, *added])
            return
        for element in added:
            element.get_object()[name("/P")] = kids[0]
            element.get_object()[name("/S")] = name("/Part")
        parent[name("/K")] = generic.ArrayObject(
            [*_as_array(parent.raw_get("/K")), *added]
        )
        self.writer.mark_update(kids[0])

    def _update_struct_root(self):
        reference = self.writer.root.raw_get("/StructTreeRoot")
        if isinstance(reference, generic.IndirectObject):
            self.writer.mark_update(reference)
        self.writer.update_root()

    def _rename(self, element, offset):
        """Keep the identifiers of table cells unique in the whole document."""
        if not isinstance(element, generic.DictionaryObject):
            return
        if "/ID" in element:
            element[name("/ID")] = _prefixed(element["/ID"], offset)
        attributes = _value(element, "/A")
        if not isinstance(attributes, generic.DictionaryObject):
            return
        if "/Headers" in attributes:
            attributes[name("/Headers")] = generic.ArrayObject(
                _prefixed(header, offset) for header in attributes["/Headers"]
            )

    def _next_parent_key(self):
        if not self.is_tagged:
            return 0
        if "/Nums" not in self.target_tree["/ParentTree"]:
            # a tree in several nodes: extend it as an untagged file
            self.is_tagged = False
            return 0
        keys = _raw(self.target_tree["/ParentTree"]["/Nums"])[::2]
        return max([-1, *(int(key) for key in keys)]) + 1

    def _import(self, value):
        importer = _importer(self.source, self.writer, self.references)
        return importer.import_object(value)

    def _reference(self, handler, key):
        return handler.root.raw_get(key).reference


def _importer(source, writer, references):
    """A copier that shares what was copied before.

    ``import_object`` of the writer starts with an empty map each time, which would
    copy the pages once more for each tag that points at them.
    """
    from pyhanko.pdf_utils.writer import _ObjectImporter

    return _ObjectImporter(source, writer, references, None)


def _as_array(value):
    value = value.get_object()
    return _raw(value) if isinstance(value, generic.ArrayObject) else [value]


def _raw(array):
    return [array.raw_get(index) for index in range(len(array))] if array else []


def _value(dictionary, key, default=None):
    """The value behind a key; ``get`` of pyHanko does not follow references."""
    return dictionary[key] if key in dictionary else default  # noqa: SIM401


def _prefixed(text, offset):
    return generic.pdf_string(f"e{offset}-{text}")
